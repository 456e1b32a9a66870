// Saves and copies what is on the screen, and tells in a sentence what came of it. It must not know what the menu looks like.

import { useRef, useState } from 'react';
import { MissingPart } from '../../shelf/index.ts';
import type { Lab, LabStore } from '../../store/index.ts';
import type { Side } from '../../words/compare/index.ts';
import { fileWords, gifWords, menuWords as text } from '../../words/exports/index.ts';
import type { Taken } from '../compare/taken.ts';
import { useLabStore } from '../context.ts';
import { download } from '../parts/download.ts';
import { aboutOf, captureFile, type TextName, textFile, textOfBoth } from './files.ts';
import { LostThread } from './gif/animate.ts';
import { beside, type One } from './one.ts';
import { pngFile, sceneOn, svgFile, TooLarge } from './picture.ts';
import { holdsBoth } from './room.ts';

/** What the menu offers, by the ending of the file. */
export type FileName = TextName | 'svg' | 'png' | 'pcapng';

interface Content {
  readonly content: string | Uint8Array | Blob;
  /** What to say when it was saved; left out: that it was. */
  readonly news?: string;
}

/** @param link where the page shows what is on the screen @param scale of the PNG @param one what goes into a file that holds one run */
export function useSaving(link: () => string, scale: number, one: One) {
  const store = useLabStore();
  const pane = useRef<HTMLDivElement>(null);
  const [news, tell] = useState('');
  const sideOf = (name: FileName) => (holdsBoth(name) ? undefined : one.side);
  const labOf = (name: FileName): Lab => (holdsBoth(name) ? store : one.lab).getState();
  const made = (name: FileName): Promise<Content> =>
    contentOf(name, { lab: labOf(name), store, pane: pane.current, link: link(), scale });
  const attempt = (what: () => Promise<string>): void => {
    tell('');
    what().then(tell, (error: unknown) => tell(sentenceFor(error)));
  };
  return {
    pane,
    news,
    tell,
    save: (name: FileName) =>
      attempt(async () => {
        const file = fileNamed(labOf(name), name);
        const { content, news = savedAs(file, sideOf(name)) } = await made(name);
        download(file, content);
        return news;
      }),
    copyLink: () => attempt(() => copiedLink(link())),
    copy: (name: FileName) =>
      attempt(() => copied(named(name, sideOf(name)), made(name), name === 'png' ? 'image/png' : 'text/plain')),
  };
}

interface Wanted {
  readonly lab: Lab;
  readonly store: LabStore;
  readonly pane: HTMLElement | null;
  readonly link: string;
  readonly scale: number;
}

/** The run on the screen and the one beside it; undefined where there is one. @throws MissingPart when what shows both can’t be had */
async function bothOf(store: LabStore): Promise<readonly [Taken, Taken] | undefined> {
  if (!store.getState().open.beside) return undefined;
  await beside.need('compare');
  return beside.take('compare').takenBoth(store);
}

async function contentOf(name: FileName, { lab, store, pane, link, scale }: Wanted): Promise<Content> {
  const about = aboutOf(lab, link);
  if (name === 'pcapng') return { content: captureFile(lab, about) };
  const both = holdsBoth(name) ? await bothOf(store) : undefined;
  if (name !== 'svg' && name !== 'png')
    return { content: await (both ? textOfBoth(name, both, link) : textFile(name, lab, about)) };
  const room = roomOf(pane);
  const scene = both ? beside.take('compare').scenesOf(both, room) : sceneOn(room, lab);
  const title = both ? both.map(({ run }) => run).join('; ') : about.run;
  if (name === 'png') return { content: await pngFile(scene, title, scale) };
  const { text: content, whole } = await svgFile(scene, title);
  return { content, ...(!whole && { news: text.noTypeface(fileNamed(lab, name)) }) };
}

/** What a file is called in the menu. @param side which of two runs it holds */
export function named(name: FileName | 'gif', side: Side | undefined): string {
  const [word] = fileWords[name];
  return side ? text.ofRun(word, side) : word;
}

/** What is said of a file that was saved. @param side which of two runs it holds */
export function savedAs(file: string, side: Side | undefined): string {
  return side ? text.one(file, side) : text.saved(file);
}

/** The room in which the page draws its picture. @param pane the menu @throws Error when the page shows none */
export function roomOf(pane: HTMLElement | null): HTMLElement {
  const rooms = [...(pane?.closest('.lab')?.querySelectorAll<HTMLElement>('.stage') ?? [])];
  // On a phone one of two is not to be seen.
  const room = rooms.find(({ clientWidth }) => clientWidth > 0) ?? rooms[0];
  if (!room) throw new Error('no picture is shown');
  return room;
}

/** Copies a link, and says what came of it. */
export async function copiedLink(link: string): Promise<string> {
  try {
    // Outside secure contexts there is no clipboard.
    await navigator.clipboard.writeText(link);
    return text.copied(text.link);
  } catch {
    return text.notCopied;
  }
}

/** Browsers want to be asked at once, and take what is still being made. */
async function copied(word: string, making: Promise<Content>, type: string): Promise<string> {
  const blob = making.then(({ content }) =>
    content instanceof Blob ? content : new Blob([content as string], { type }),
  );
  try {
    await navigator.clipboard.write([new ClipboardItem({ [type]: blob })]);
    return text.copied(word);
  } catch {
    // What could not be made is told as such.
    await blob;
    return text.notCopied;
  }
}

/** What to say of what went wrong. Of what nobody foresaw the browser’s console has the rest. */
export function sentenceFor(error: unknown): string {
  if (error instanceof MissingPart) return text.missing;
  if (error instanceof TooLarge) return text.tooLarge;
  if (error instanceof LostThread) return gifWords.lost;
  reportError(error);
  return text.failed;
}

/** `countersign.svg`, `countersign-untrusted-ca.svg` */
export function fileNamed({ scenario: { mischief } }: Pick<Lab, 'scenario'>, ending: string): string {
  return `${['countersign', ...mischief.map(({ id }) => id)].join('-')}.${ending}`;
}

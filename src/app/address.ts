// The address bar and the store, kept in step: a link opens a handshake at a step, and what is shown is always a link.
// It must not know what a link looks like inside.

import { type ExhibitView, type FromLink, fromLink, toLink } from '../lab/index.ts';
import { MissingPart, shelf } from '../shelf/index.ts';
import { type LabStore, type Start, stepNumber, usualView, type View } from '../store/index.ts';
import { atRest } from '../ui/index.ts';
import { titlesFor } from './play.ts';

/** How long the cursor stands still before the address follows, in ms: browsers refuse a hundred changes in half a minute. */
const rest = 400;

/** How to look, as far as this page can: of the rest it tells that it doesn't understand it. */
const heeded = Object.keys(usualView) as readonly (keyof View)[];

/**
 * What a lab starts with when the page is opened at this hash; of a broken link, the default, and a sentence about what is wrong.
 * @param again tries once more, when a part of the page was missing
 */
export async function fromAddress(hash: string, again: () => void): Promise<Start> {
  try {
    const place = await fromLink(hash, heeded);
    await titlesFor(place.scenario);
    const text = await sentenceAbout(place);
    return {
      scenario: place.scenario,
      ...(place.ok && place.step !== undefined && { step: place.step }),
      ...(place.ok && place.view && { view: heededIn(place.view) }),
      ...(text !== undefined && { notice: { kind: 'sentence', text } }),
    };
  } catch (error) {
    if (!(error instanceof MissingPart)) throw error;
    return { notice: { kind: 'missing', what: 'link', again } };
  }
}

/** A link that is followed as it stands needs no words. */
const parts = shelf({ words: () => import('../words/links.ts') });

async function sentenceAbout(place: FromLink): Promise<string | undefined> {
  if (place.ok && !place.leftOut) return undefined;
  await parts.need('words');
  return parts.take('words').linkSentence(place);
}

/** The address of a lab. */
export interface Address {
  /** A link to what is shown. */
  now(): string;
  /** Puts a link into the address and goes where it leads. */
  follow(hash: string): void;
}

function heededIn(view: ExhibitView): Partial<View> {
  return Object.fromEntries(Object.entries(view).filter(([name]) => name in usualView));
}

/** Writes the store's scenario and step into the address, and loads what the reader or the browser's history puts there. */
export function keepAddress(store: LabStore): Address {
  let written = location.hash;
  const hash = (): string => toLink({ scenario: store.getState().scenario, step: stepNumber(store.getState()) });
  const write = (): void => {
    const now = hash();
    if (now === written && now === location.hash) return;
    written = now;
    history.replaceState(history.state, '', now);
  };
  const waiting = atRest(rest, write);
  const follow = (link: string): void => {
    // What would be written is older than what the reader has just put there.
    waiting.stop();
    written = link;
    if (location.hash !== link) history.replaceState(history.state, '', link);
    void go(store, link, () => follow(link));
  };
  store.subscribe((lab, before) => {
    if (lab.scenario !== before.scenario || lab.cursor !== before.cursor) waiting.moved();
  });
  window.addEventListener('hashchange', () => location.hash !== written && follow(location.hash));
  return { now: () => new URL(hash(), location.href).href, follow };
}

/** Goes where a link leads, unless the reader has gone elsewhere while it was read. */
async function go(store: LabStore, hash: string, again: () => void): Promise<void> {
  const { scenario, step, view, notice } = await fromAddress(hash, again);
  if (location.hash !== hash) return;
  if (scenario) store.getState().load(scenario, step);
  if (view) store.getState().arrange(view);
  if (notice) store.getState().tell(notice);
}

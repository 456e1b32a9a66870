// The page as it opens, as text, for each of a few screens: the build puts it into index.html. Everything in it comes from where the living
// page has it: the address, the store, the panes and the picture. It runs in the build alone.

import type { ReactNode } from 'react';
import { prerender } from 'react-dom/static';
import { toLink } from '../lab/index.ts';
import { createLab, type LabStore, stepNumber } from '../store/index.ts';
import { summary, textOf } from '../story/index.ts';
import { EmbedView, LabView, StillContext, StillPicture, usualParts } from '../ui/index.ts';
import { words } from '../words/ui/index.ts';
import { fromAddress } from './address.ts';
import { playTold } from './play.ts';
import { holds, type Screen, screens } from './screens.ts';

/** What is drawn ahead. */
export interface DrawnAhead {
  readonly markup: string;
  /** The addresses that mean just this, after the `#`. */
  readonly links: readonly string[];
}

/** Draws the page that opens at an address without a link. */
export async function drawAhead(): Promise<DrawnAhead> {
  const store = createLab(playTold, await fromAddress('', () => undefined));
  const drawn: string[] = [];
  for (const [name, screen] of Object.entries(screens))
    drawn.push(`<div class="opening opening-${name}" hidden inert>${await drawnFor(screen, name, store)}</div>`);
  const { scenario } = store.getState();
  const step = stepNumber(store.getState());
  return { markup: drawn.join(''), links: ['', toLink({ scenario }), toLink({ scenario, step })] };
}

/** A frame for other pages, drawn ahead of its scripts. */
export interface DrawnExhibit {
  readonly markup: string;
  readonly title: string;
  readonly description: string;
}

/** What a frame has that nobody makes larger or smaller: of its height, the picture gets what its sentence and its playbar leave. */
const frame = { width: 640, height: 420, room: { width: 640, height: 322 }, theme: 'system' } as const satisfies Screen;

/** Draws the frame that opens at a link. @param name of what goes wrong, or of the exhibit */
export async function drawExhibit(link: string, name: string): Promise<DrawnExhibit> {
  const start = await fromAddress(link, () => undefined);
  if (start.notice) throw new Error(`The exhibit ${name} can’t be shown: ${JSON.stringify(start.notice)}`);
  const store = createLab(playTold, { ...start, view: { ...start.view, show: usualParts } });
  const { scenario, timeline } = store.getState();
  const view = <EmbedView store={store} full={() => `../../index.html${link}`} heard={() => undefined} />;
  const markup = await drawn(view, frame, name);
  const titles: Readonly<Record<string, string>> = words.catalogue.titles;
  const description = textOf(summary(scenario, timeline));
  return { markup, title: titles[name] ?? words.lab, description };
}

/** Surroundings in which nothing happens. */
const still = {
  setTheme: () => undefined,
  pane: 0,
  setPane: () => undefined,
  singleKeys: true,
  setSingleKeys: () => undefined,
  link: () => '',
};

function drawnFor(screen: Screen, name: string, store: LabStore): Promise<string> {
  return drawn(<LabView store={store} surroundings={{ ...still, theme: screen.theme }} />, screen, name);
}

async function drawn(view: ReactNode, screen: Screen, name: string): Promise<string> {
  // Panes ask the browser what the screen is like: here this one stands in for it.
  globalThis.matchMedia = (query) => ({ matches: holds(query, screen) }) as MediaQueryList;
  const { prelude } = await prerender(
    <StillContext value={<StillPicture room={screen.room} />}>{view}</StillContext>,
    // What comes late is written where it belongs, however large it is: no script would put it there.
    { identifierPrefix: name, progressiveChunkSize: Number.POSITIVE_INFINITY },
  );
  // An empty comment keeps two texts apart, as they are in the living page: set as one they would be a little wider.
  const markup = (await new Response(prelude).text())
    .replaceAll(/<!--[^ ].*?-->/g, '')
    .replaceAll(/><\/(?:line|path|rect|circle)>/g, '/>');
  if (markup.includes('role="alert"'))
    throw new Error(`The page that is drawn ahead for a ${name} lacks a part of its own.`);
  return markup;
}

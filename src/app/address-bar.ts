// The address bar and the store, kept in step: what is shown is always a link, and the browser's history is that of the choices.
// It must not know what a link looks like inside.

import { linkParts, toLink } from '../lab/index.ts';
import { type Lab, type LabStore, ownInUse, stepNumber, usualView, visit } from '../store/index.ts';
import { atRest } from '../ui/index.ts';
import { fromAddress } from './address.ts';

/** How long the cursor stands still before the address follows, in ms: browsers refuse a hundred changes in half a minute. */
const rest = 400;

/** The address of a lab. */
export interface Address {
  /** A link to what is shown. */
  now(): string;
  /** Puts a link into the address and goes where it leads. @param at the choice that it is about, where the browser stands at one */
  follow(hash: string, at?: number): void;
}

/** Which choice an entry of the browser's history is about; undefined where the reader or another page has made the entry. */
export function placeInHistory(): number | undefined {
  return (history.state as { at?: number } | null)?.at;
}

/** In a frame the history belongs to the page around it. */
const framed = window.top !== window;

/** So long the browser may take to go where it is sent, in ms. */
const travel = 1000;

/**
 * Writes the store's scenario and step into the address, and loads what the reader or the browser's history puts there. A change of the
 * scenario is an entry of the browser's history, and whoever takes it back goes back there; a step is none.
 */
export function keepAddress(store: LabStore): Address {
  let written = location.hash;
  let sent = Number.NEGATIVE_INFINITY;
  let refused = false;
  const write = (lab = store.getState(), way: 'replaceState' | 'pushState' = 'replaceState'): void => {
    const now = hashOf(lab);
    const { at } = lab.history;
    if (now === location.hash && (framed || at === placeInHistory())) return;
    written = now;
    try {
      history[way](framed ? history.state : { at }, '', now);
      refused = false;
    } catch {
      refused = true;
      waiting.moved();
    }
  };
  /** How far the browser stands from the choice that is shown; an entry that it has made by itself is as good as any. */
  const astray = (): number => {
    const { at } = store.getState().history;
    return framed || refused ? 0 : at - (placeInHistory() ?? at);
  };
  const catchUp = (): void => {
    const by = astray();
    if (by === 0) {
      write();
      return;
    }
    sent = performance.now();
    history.go(by);
  };
  // While something is fetched, what is shown is not what the reader has put there.
  const waiting = atRest(rest, () => astray() === 0 && !store.getState().awaited && write());
  const follow = (link: string, at?: number): void => {
    // What would be written is older than what the reader has just put there.
    waiting.stop();
    written = link;
    if (location.hash !== link) history.replaceState(history.state, '', link);
    void go(store, link, () => follow(link, at), at);
  };
  const byHand = (): void => {
    if ((framed || placeInHistory() === undefined) && location.hash !== written) follow(location.hash);
  };
  const arrive = (): void => {
    const at = placeInHistory();
    if (framed || at === undefined) byHand();
    else if (performance.now() - sent < travel) {
      sent = Number.NEGATIVE_INFINITY;
      catchUp();
    } else if (astray() !== 0 && !store.getState().travel(-astray())) follow(location.hash, at);
  };
  /** Of another look than the usual one the address tells as soon as it can; without that part, where the reader stands. */
  const sayMore = ({ view, beside } = store.getState()): void => {
    if ((beside || JSON.stringify(view) !== JSON.stringify(usualView)) && !linkParts.has('extras'))
      linkParts.need('extras').then(waiting.moved, () => undefined);
  };
  sayMore();
  store.subscribe((lab, before) => {
    const { history, awaited, view } = lab;
    if (view !== before.view || lab.beside !== before.beside || lab.open !== before.open) {
      sayMore(lab);
      waiting.moved();
    }
    if (history === before.history) {
      if (lab.cursor !== before.cursor) waiting.moved();
      // What the browser went back to could not be had.
      else if (before.awaited && !awaited) catchUp();
      return;
    }
    waiting.stop();
    const followed = !framed && placeInHistory() === before.history.at;
    // The entry that is left says where the reader left it.
    if (followed && history.at !== before.history.at) write(before);
    const fresh = history.at === before.history.at + 1 && history.now !== before.history.future[0];
    if (fresh && followed) write(lab, 'pushState');
    else catchUp();
  });
  if (!framed) history.replaceState({ at: store.getState().history.at }, '');
  window.addEventListener('popstate', arrive);
  window.addEventListener('hashchange', byHand);
  return { now: () => new URL(hashOf(store.getState()), location.href).href, follow };
}

function hashOf(lab: Pick<Lab, 'scenario' | 'cursor' | 'history' | 'view' | 'beside' | 'open'>): string {
  const place = { scenario: lab.scenario, step: stepNumber(lab), own: ownInUse(lab) };
  const beside = lab.open.beside && lab.beside && { beside: { scenario: lab.beside } };
  return linkParts.has('extras')
    ? linkParts.take('extras').writeLink({ ...place, ...beside, view: lab.view })
    : toLink(place);
}

/** Goes where a link leads, unless the reader has gone elsewhere while it was read. */
async function go(store: LabStore, hash: string, again: () => void, at?: number): Promise<void> {
  const start = await fromAddress(hash, again);
  if (location.hash !== hash) return;
  visit(store, start, at);
  if (start.notice) store.getState().tell(start.notice);
}

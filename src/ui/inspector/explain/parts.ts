// The parts of the prose that the first picture does without: each comes when there is something of its kind to tell, or as soon as the
// reader touches anything, so that it is here in time. It must not know what they say.

import { use, useEffect } from 'react';
import type { Parts } from '../../../story/explain/index.ts';

type Name = keyof Parts;

const sources: { readonly [N in Name]: () => Promise<Pick<Parts, N>> } = {
  locals: () => import('../../../story/locals/index.ts').then(({ narrateRow }) => ({ locals: narrateRow })),
  messages: () => import('../../../story/messages/index.ts').then(({ chapterOf13 }) => ({ messages: chapterOf13 })),
  tls12: () => import('../../../story/tls12/index.ts').then(({ chapterOf12 }) => ({ tls12: chapterOf12 })),
  refusals: () => import('../../../story/refusals/index.ts').then(({ refusalOf }) => ({ refusals: refusalOf })),
};

const here: Partial<Parts> = {};
const coming = new Map<Name, Promise<Partial<Parts>>>();

/** The same promise each time; a new one after it failed. */
function load(name: Name): Promise<Partial<Parts>> {
  const known = coming.get(name);
  if (known) return known;
  const fresh = sources[name]().then(
    (part) => Object.assign(here, part) && part,
    (error: unknown) => {
      coming.delete(name);
      throw error;
    },
  );
  coming.set(name, fresh);
  return fresh;
}

/** The parts with these names; suspends until they are here. */
export function useParts(names: readonly Name[]): Parts {
  return Object.assign({}, ...names.map((name) => use(load(name))));
}

/** The parts with these names, if they are all here already. */
export function partsHere(names: readonly Name[]): Partial<Parts> | undefined {
  return names.every((name) => name in here) ? here : undefined;
}

/**
 * Has all parts fetched, so that they are here when they are needed: one after the other, since they come while the reader does something.
 * A failure to fetch one is told where it is needed.
 */
export function fetchParts(): void {
  void (Object.keys(sources) as Name[]).reduce<Promise<unknown>>(
    (before, name) => before.then(() => load(name).catch(() => undefined)),
    Promise.resolve(),
  );
}

/** Has the parts fetched at the first touch or key, or at once where that came before. */
export function usePartsAtHand(): void {
  useEffect(() => {
    if (navigator.userActivation?.hasBeenActive) {
      fetchParts();
      return undefined;
    }
    const gone = new AbortController();
    const fetch = (): void => {
      gone.abort();
      // What was touched comes first.
      setTimeout(fetchParts);
    };
    for (const event of ['pointerdown', 'keydown']) window.addEventListener(event, fetch, { signal: gone.signal });
    return () => gone.abort();
  }, []);
}

// A part of the page that is loaded when it is first wanted. Where it can't be had, one sentence says so in its place, with a button
// that fetches it anew; what stands around it stays as it is. It must not know what the part is.

import { type ReactNode, Suspense, startTransition, use, useEffect, useReducer } from 'react';
import type { Shelf } from '../../shelf/index.ts';
import { words } from '../../words/ui/index.ts';
import { takeFocus, useSuccessor } from './focus.ts';

interface Props<Parts, Name extends keyof Parts> {
  readonly of: Shelf<Parts>;
  readonly name: Name;
  /** What stands there while the part is on its way. */
  readonly loading?: ReactNode;
  /** Who gets the focus when the button goes that holds it: a selector within the lab. Left out: another place says that it is missing. */
  readonly next?: string;
  readonly children: (part: Parts[Name]) => ReactNode;
}

/** Shows a part of a shelf, as soon as it is at hand. */
export function Late<Parts, Name extends keyof Parts>({ loading = null, ...props }: Props<Parts, Name>) {
  return (
    <Suspense fallback={loading}>
      <Part {...props} />
    </Suspense>
  );
}

function Part<Parts, Name extends keyof Parts>({ of, name, next, children }: Omit<Props<Parts, Name>, 'loading'>) {
  const { here, again } = useLate(of, name);
  if (here) return children(of.take(name));
  return next === undefined ? null : <Missing next={next} again={again} />;
}

/** The sentence in the place of a part, and the button that fetches it anew. */
export function Missing({ next, again }: { readonly next: string; readonly again: () => void }) {
  return (
    <p className="loading" role="alert" ref={takeFocus}>
      {words.missing.part}{' '}
      <button type="button" className="plain" ref={useSuccessor(next)} onClick={again}>
        {words.missing.again}
      </button>
    </p>
  );
}

/**
 * Whether a part is at hand; suspends until that is known. To be called after all other hooks.
 * @returns and what fetches it anew where it isn't; until it comes nothing changes
 */
export function useLate<Parts>(
  shelf: Shelf<Parts>,
  name: keyof Parts,
): { readonly here: boolean; readonly again: () => void } {
  const [, look] = useReducer((looks: number) => looks + 1, 0);
  // Whoever comes back later asks anew.
  useEffect(() => () => void outcomes.get(shelf)?.delete(name), [shelf, name]);
  useEffect(() => {
    lookers.add(look);
    return () => void lookers.delete(look);
  }, []);
  const again = (): void => {
    shelf.need(name).then(
      () => startTransition(lookAgain),
      // The sentence stands already.
      () => undefined,
    );
  };
  // What somebody has asked for is used whether it has come meanwhile or not: React may go on where it stopped, and expects that.
  const asked = outcomes.get(shelf)?.has(name) === true;
  const here = (!asked && shelf.has(name)) || use(outcomeOf(shelf, name)) || shelf.has(name);
  return { here, again };
}

/** Those who look again when a part has come after all: several places may wait for one. */
const lookers = new Set<() => void>();

function lookAgain(): void {
  for (const look of lookers) look();
}

/** What came of asking for parts: the same promise at each render. */
const outcomes = new WeakMap<object, Map<PropertyKey, Promise<boolean>>>();

function outcomeOf<Parts>(shelf: Shelf<Parts>, name: keyof Parts): Promise<boolean> {
  const known = outcomes.get(shelf) ?? new Map<PropertyKey, Promise<boolean>>();
  outcomes.set(shelf, known);
  const outcome =
    known.get(name) ??
    shelf.need(name).then(
      () => true,
      () => false,
    );
  known.set(name, outcome);
  return outcome;
}

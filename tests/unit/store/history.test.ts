import { describe, expect, it } from 'vitest';
import { defaultScenario } from '../../../src/lab/index.ts';
import { begin, entryOf, type History, push, redo, undo } from '../../../src/store/history.ts';

const named = (seed: string) => entryOf({ ...defaultScenario, seed });
const seeds = ({ past, now, future }: History) => [past, [now], future].map((some) => some.map(({ own }) => own.seed));
const chosen = (...names: readonly string[]) =>
  names.reduce((history, name) => push(history, named(name)), begin({ ...defaultScenario, seed: 'a' }));

describe('a history', () => {
  it('goes back choice by choice, and forward again, to the same entries', () => {
    const end = chosen('b', 'c');
    const middle = undo(end);
    const start = middle && undo(middle);
    expect(start && seeds(start)).toEqual([[], ['a'], ['b', 'c']]);
    expect(start && undo(start)).toBeUndefined();
    const again = start && redo(start);
    expect(again).toEqual(middle);
    expect(again && redo(again)).toEqual(end);
    expect(redo(end)).toBeUndefined();
  });

  it('forgets what was taken back when something else is chosen', () => {
    const back = undo(chosen('b', 'c'));
    expect(back && seeds(push(back, named('d')))).toEqual([['a', 'b'], ['d'], []]);
  });

  it('keeps whose choice it was: the same handshake chosen again replaces it, and all around it stays', () => {
    const back = undo(chosen('b', 'c'));
    const own = { ...defaultScenario, seed: 'mine' };
    const again = back && push(back, { own, played: { ...defaultScenario, seed: 'b' } });
    expect(again && seeds(again)).toEqual([['a'], ['mine'], ['c']]);
  });

  it('is never longer than a hundred choices', () => {
    const long = chosen(...Array.from({ length: 130 }, (_, at) => String(at)));
    expect(long.past).toHaveLength(100);
    expect(long.past.at(-1)?.own.seed).toBe('128');
  });
});

// Two runs beside each other, whichever they are: pairs out of the whole catalogue in both versions.

import * as fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { equal, toHex } from '../../src/bytes/index.ts';
import { run, type Timeline } from '../../src/lab/index.ts';
import {
  besideCursor,
  compared,
  differingFields,
  type FieldMarks,
  matched,
  type Pair,
  stepAtRow,
} from '../../src/story/compare/index.ts';
import { type Layer, toLayers } from '../../src/story/fields/index.ts';
import { type Difference, differenceSentence, letters, samenessSentence } from '../../src/words/compare/index.ts';
import { played, catalogued as scenarios } from './catalogued.ts';

// Some three hundred runs are played, on a busy machine perhaps.
vi.setConfig({ testTimeout: 120_000 });

const pairs = fc.record({ one: fc.constantFrom(...scenarios), other: fc.constantFrom(...scenarios) });
const holds = (check: (a: Timeline, b: Timeline) => void): void =>
  fc.assert(
    fc.property(pairs, ({ one, other }) => check(played(one), played(other))),
    { numRuns: 400 },
  );

const numbers = (rows: readonly Pair[], side: 'a' | 'b') => rows.flatMap((row) => row[side]?.number ?? []);
const exchanged = ({ a, b }: Pair): Pair => ({ ...(b && { a: b }), ...(a && { b: a }) });
const inOrder = ({ steps }: Timeline) => steps.map(({ number }) => number);

describe('the rows of two runs', () => {
  it('have every step of both, in its order', () => {
    holds((a, b) => {
      const rows = matched(a, b);
      expect(numbers(rows, 'a')).toEqual(inOrder(a));
      expect(numbers(rows, 'b')).toEqual(inOrder(b));
    });
  });

  it('put beside each other only what the same side says, of the same kind', () => {
    holds((a, b) => {
      for (const row of matched(a, b))
        if (row.a && row.b) expect([row.a.from, row.a.kind]).toEqual([row.b.from, row.b.kind]);
    });
  });

  it('are the same whichever run comes first', () => {
    holds((a, b) => {
      expect(matched(b, a).map(exchanged)).toEqual(matched(a, b));
    });
  });
});

describe('the playhead of the run beside', () => {
  it('never goes back, and comes to the end with the other', () => {
    holds((a, b) => {
      const rows = matched(a, b);
      const places = [...Array(a.steps.length * 4 + 1).keys()].map((quarter) => besideCursor(rows, quarter / 4));
      expect(places[0]).toBe(0);
      expect(places.at(-1)).toBeCloseTo(b.steps.length);
      for (const [index, place] of places.entries()) expect(place).toBeGreaterThanOrEqual(places[index - 1] ?? 0);
    });
  });

  it('has finished what stands beside a step when that is finished', () => {
    holds((a, b) => {
      const rows = matched(a, b);
      for (const row of rows)
        if (row.a && row.b) expect(besideCursor(rows, row.a.number)).toBeGreaterThanOrEqual(row.b.number);
    });
  });

  it('can be sent to each row', () => {
    holds((a, b) => {
      const rows = matched(a, b);
      for (const [index, row] of rows.entries())
        if (row.b) expect(besideCursor(rows, stepAtRow(rows, index))).toBeGreaterThanOrEqual(row.b.number);
    });
  });
});

describe('what differs', () => {
  it('is nothing between a run and itself', () => {
    for (const scenario of scenarios) {
      const { rows, differences, same } = compared(played(scenario), run(scenario));
      expect(differences).toEqual([]);
      expect(same).toEqual([{ what: 'everything' }]);
      expect(rows.every(({ a, b }) => a !== undefined && a.number === b?.number)).toBe(true);
    }
  });

  it('says the same of exchanged runs, exchanged', () => {
    holds((a, b) => {
      const there = compared(a, b).differences.map(({ difference }) => difference);
      const back = compared(b, a).differences.map(({ difference }) => mirrored(difference));
      expect(back).toEqual(there);
    });
  });

  it('is told in a sentence each, and leads to a row that is there', () => {
    holds((a, b) => {
      const { rows, differences, same } = compared(a, b);
      for (const { difference, row } of differences) {
        expect(differenceSentence(difference, letters)).toMatch(/^[A-Z].*\.$/);
        expect(differenceSentence(difference, letters)).not.toMatch(/undefined|null|NaN/);
        if (row !== undefined) expect(rows[row]).toBeDefined();
      }
      expect(samenessSentence(same)).toMatch(/^[A-Z].*\.$/);
    });
  });
});

/** Of each row that both have, the layers of the same name. */
function layersBeside(a: Timeline, b: Timeline): readonly (readonly [Layer, Layer])[] {
  return matched(a, b).flatMap((row) => {
    if (!row.a || !row.b) return [];
    const others = toLayers(b, row.b);
    return toLayers(a, row.a).flatMap((one) => {
      const other = others.find(({ id }) => id === one.id);
      return other ? [[one, other] as const] : [];
    });
  });
}

/** What is left of a layer without its marked bytes. */
function unmarked({ bytes }: Layer, { stretches }: FieldMarks): string {
  return toHex(bytes.filter((_, at) => !stretches.some(({ start, end }) => at >= start && at < end)));
}

describe('what differs between layers of bytes', () => {
  it('leaves the same on both sides where it is taken away, and is nothing only where they are the same', () => {
    fc.assert(
      fc.property(pairs, ({ one, other }) => {
        for (const [mine, theirs] of layersBeside(played(one), played(other))) {
          const [there, back] = [differingFields(mine, theirs), differingFields(theirs, mine)];
          expect(unmarked(mine, there)).toBe(unmarked(theirs, back));
          expect(there.marks.size === 0).toBe(equal(mine.bytes, theirs.bytes));
          const others = ({ marks }: FieldMarks) => [...marks.values()].filter((mark) => mark === 'other').length;
          expect(others(there)).toBe(others(back));
        }
      }),
      { numRuns: 60 },
    );
  });
});

/** The same of exchanged runs. */
function mirrored(difference: Difference): unknown {
  const swap = { a: 'b', b: 'a' } as const;
  const keys = { open: true, side: true, readable: true, earlier: true };
  return Object.fromEntries(
    Object.entries(difference).map(([key, value]) => {
      if (key === 'a' || key === 'b') return [swap[key], value];
      return key in keys ? [key, swap[value as 'a' | 'b']] : [key, value];
    }),
  );
}

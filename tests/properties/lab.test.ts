// What holds for every scenario: it plays the same twice, its moments are in a causal order, its steps cover them.

import { isDeepStrictEqual } from 'node:util';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { equal } from '../../src/bytes/index.ts';
import { play, supply, type Timeline } from '../../src/lab/index.ts';
import type { Role, SeenRecord } from '../../src/tls/index.ts';
import { elsewhere, scenarios } from './scenarios.ts';

await supply();

const someRuns = { numRuns: 12 };

describe('every scenario', () => {
  it('plays the same twice', () => {
    fc.assert(
      fc.property(elsewhere, (scenario) => {
        expect(isDeepStrictEqual(play(structuredClone(scenario)), play(scenario))).toBe(true);
      }),
      someRuns,
    );
  });

  it('has each moment in exactly one step, and the steps of each side in the order in which it said them', () => {
    fc.assert(
      fc.property(scenarios, (scenario) => {
        const { moments, steps } = play(scenario);
        const covered = steps.flatMap((step) => step.moments);
        expect(covered.sort((a, b) => a - b)).toEqual(moments.map(({ at }) => at));
        for (const [index, step] of steps.entries()) {
          expect(step.moments).toContain(step.said);
          const before = steps
            .slice(0, index)
            .filter(({ from }) => from === step.from)
            .at(-1);
          expect(step.said).toBeGreaterThan(before?.said ?? -1);
          if (step.heard === undefined) continue;
          expect(step.moments).toContain(step.heard);
          expect(step.heard).toBeGreaterThan(step.said);
        }
      }),
      someRuns,
    );
  });

  it('carries each direction’s records in the order in which they were sealed, after that, and before they are opened', () => {
    fc.assert(
      fc.property(scenarios, (scenario) => {
        const timeline = play(scenario);
        for (const from of ['client', 'server'] as const) expectInOrder(timeline, from);
      }),
      someRuns,
    );
  });

  it('ends for both sides', () => {
    fc.assert(
      fc.property(elsewhere, (scenario) => {
        for (const { state } of Object.values(play(scenario).ends)) expect(['closed', 'failed']).toContain(state);
      }),
      someRuns,
    );
  });
});

/** A record with the moment at which something happened to it. */
interface At {
  readonly at: number;
  readonly record: number;
  readonly bytes: Uint8Array;
}

function expectInOrder(timeline: Timeline, from: Role): void {
  // What is written to a connection that is gone never leaves.
  const unsent = new Set(timeline.steps.flatMap(({ wreck, moments }) => (wreck === 'neverSent' ? moments : [])));
  const sealed = records(timeline, from, 'sealed')
    .filter(({ at }) => !unsent.has(at))
    .map(({ at, record }) => ({ at, record: record.ordinal, bytes: record.bytes }));
  const carried = timeline.moments.flatMap((moment): At[] =>
    'carriage' in moment && moment.carriage.from === from
      ? [{ at: moment.at, record: moment.carriage.ordinal ?? -1, bytes: moment.carriage.bytes }]
      : [],
  );
  const opened = records(timeline, from === 'client' ? 'server' : 'client', 'opened');
  expect(carried.map(({ record }) => record)).toEqual(sealed.map(({ record }) => record));
  for (const [index, { at, bytes }] of carried.entries()) {
    const source = sealed[index];
    expect(source && equal(source.bytes, bytes)).toBe(true);
    expect(source?.at).toBeLessThan(at);
  }
  for (const [index, { at, record }] of opened.entries()) {
    expect(record.ordinal).toBe(index);
    const way = carried[index];
    expect(way && equal(way.bytes, record.bytes)).toBe(true);
    expect(way?.at).toBeLessThan(at);
  }
}

function records(
  timeline: Timeline,
  who: Role,
  kind: 'sealed' | 'opened',
): { readonly at: number; readonly record: SeenRecord }[] {
  return timeline.moments.flatMap((moment) =>
    moment.who === who && moment.insight.kind === kind ? [{ at: moment.at, record: moment.insight.record }] : [],
  );
}

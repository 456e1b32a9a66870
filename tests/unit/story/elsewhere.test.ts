// Of a run that came from no scenario the story tells the same, as far as it was written down: it asks the circumstances only.

import { describe, expect, it } from 'vitest';
import type { Timeline } from '../../../src/lab/index.ts';
import { certificatesAt } from '../../../src/story/certificates/index.ts';
import { spoken, toModel } from '../../../src/story/index.ts';
import { keyTree } from '../../../src/story/keys/index.ts';
import { laddersAt } from '../../../src/story/ladders/index.ts';
import { withKeyUpdates } from './key-runs.ts';
import { played, variants } from './runs.ts';
import { narrated } from './tellers.ts';

const everything = (timeline: Timeline, cursor: number) => ({
  model: toModel(timeline, cursor),
  spoken: spoken(timeline, cursor),
  told: narrated(timeline, cursor),
  certificates: certificatesAt(timeline, cursor),
  keys: keyTree(timeline, cursor),
});

/** One of each kind: what the circumstances tell apart. */
const kinds =
  /^(default|off|asked, nothing to show|untrusted|retry|1\.2, (default|static RSA, off|static RSA, untrusted))$/;

describe.each(variants.filter(([name]) => kinds.test(name)))('a run that nobody played here: %s', (_, patch) => {
  // What would have followed is known of a played run alone.
  const run: Timeline = { ...played(patch), ghosts: [] };
  const { scenario: _scenario, honest: _honest, ...found } = run;

  it('is told as it would be if somebody had', () => {
    for (const { number } of run.steps) expect(everything(found, number)).toEqual(everything(run, number));
  });

  it('has ladders of the states that its sides came to', () => {
    for (const cursor of [0, ...run.steps.map(({ number }) => number)]) {
      const [whole, known] = [run, found].map((each) => laddersAt(each, cursor).ladders);
      const come = (each: typeof whole) =>
        each?.map(({ rungs }) =>
          rungs.filter(({ status }) => /been|here|ended/.test(status)).map(({ name, status }) => [name, status]),
        );
      expect(come(known)).toEqual(come(whole));
    }
  });
});

it('a connection whose keys change is told from its beginning to its end', () => {
  const timeline = withKeyUpdates();
  for (const { number } of timeline.steps) {
    expect(narrated(timeline, number).gist.length).toBeGreaterThan(0);
    expect(laddersAt(timeline, number).ladders).toHaveLength(2);
    expect(certificatesAt(timeline, number).stores).toHaveLength(2);
  }
});

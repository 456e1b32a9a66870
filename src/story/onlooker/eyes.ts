// How much of a step can be known through a lens, in a sentence. It must not know who draws it.

import { stepAt, type Timeline } from '../../lab/index.ts';
import { sights, writes } from '../../words/explain/index.ts';
import { peerOf, versionOf } from '../account.ts';
import type { Lens } from '../lenses.ts';
import { seenOnWire } from '../record-rows.ts';
import { plain, type Rich, rich } from '../rich.ts';

const { eyes } = sights;

/** What somebody knows of the step at `cursor` (in steps) who looks through a lens; nothing to say where that is everything. */
export function knownThrough(timeline: Timeline, cursor: number, lens: Lens): Rich | undefined {
  const step = stepAt(timeline, cursor);
  if (!step || lens === 'everything') return undefined;
  const unsent = step.wreck === 'neverSent';
  if (lens === 'wire') return rich(unsent ? writes.neverLeft(step.from).gist : onWire(timeline, step.number));
  if (unsent && step.from === lens) return undefined;
  if (step.from === lens) return rich(eyes.speaks(lens, peerOf(lens)));
  return rich(step.heard === undefined ? eyes.misses(lens) : eyes.hears(lens, peerOf(lens)));
}

function onWire(timeline: Timeline, step: number): string {
  const rows = seenOnWire(timeline, step);
  if (rows.length === 0) return eyes.wireNothing;
  const records = rows.map(({ title, caption }) => ({ type: plain(title), size: caption ?? '' }));
  return eyes.wire(
    records,
    rows.some(({ epoch }) => epoch !== 'cleartext'),
    versionOf(timeline) === '1.3',
  );
}

// Names never collide, in the pictures of real runs: through every lens, as messages and as records, in every size of text.

import { describe, expect, it } from 'vitest';
import { layout, tableMeasure } from '../../../src/diagram/index.ts';
import type { Scenario } from '../../../src/lab/index.ts';
import { type ModelOptions, toModel } from '../../../src/story/index.ts';
import { collisions, outside } from '../diagram/apart.ts';
import { played, untrusted } from './runs.ts';

const runs: Readonly<Record<string, Partial<Scenario>>> = {
  'the usual one': {},
  'without client authentication': { clientAuthentication: 'off' },
  'with an untrusted CA': untrusted,
  'with a HelloRetryRequest and shared records': { retry: true, coalesced: true, compatibility: true },
  'of TLS 1.2': { version: '1.2' },
  'of TLS 1.2 with RSA keys and shared records': { version: '1.2', keys: 'RSA', coalesced: true },
  'whose bytes were changed': { mischief: [{ id: 'flip', at: 4 }] },
};

const views: readonly ModelOptions[] = [
  {},
  { captions: false },
  { unit: 'records' },
  { lens: 'client' },
  { lens: 'server' },
  { lens: 'wire' },
];

const rooms = [
  { width: 390 },
  { width: 518, height: 858 },
  { width: 762, height: 770 },
  { width: 774, height: 628 },
  { width: 800, height: 344 },
];

describe.each(Object.entries(runs))('the picture of a run %s', (_, patch) => {
  it.each(views)('keeps its words apart and inside, seen as %o', (view) => {
    const timeline = played(patch);
    for (const cursor of [Math.floor(timeline.steps.length / 2), timeline.steps.length])
      for (const room of rooms)
        for (const fontScale of [1, 1.5, 2]) {
          const model = toModel(timeline, cursor, view);
          const scene = layout(model, tableMeasure, { ...room, captions: view.captions ?? true, fontScale });
          const where = `step ${cursor}, ${room.width} px, text at ${100 * fontScale} %`;
          expect(collisions(scene), where).toEqual([]);
          expect(outside(scene), where).toEqual([]);
        }
  });
});

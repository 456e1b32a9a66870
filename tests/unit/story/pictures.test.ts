// Pictures of real runs, in the sizes and themes in which the page shows them: each was looked at, and stays the same for ever.
// After a change that is meant, `vitest -u` writes them anew; then look at them again.

import { describe, expect, it } from 'vitest';
import { layout, type ThemeName, tableMeasure, themes, toSvg } from '../../../src/diagram/index.ts';
import type { Scenario } from '../../../src/lab/index.ts';
import { type ModelOptions, toModel } from '../../../src/story/index.ts';
import { played, untrusted } from './runs.ts';

/** In px: the room that the page leaves for its picture. In a hall it is shown 1.6 times as large. */
const rooms = {
  /** 1440 × 900. */
  desk: { width: 762, height: 770 },
  /** 1024 × 768. */
  tablet: { width: 774, height: 628 },
  /** 768 × 1024. */
  upright: { width: 518, height: 858 },
  /** 390 × 844. */
  phone: { width: 390, height: 602 },
  /** 1280 × 720 in the projector theme. */
  hall: { width: 800, height: 344 },
} as const;

interface Picture {
  readonly run: string;
  readonly patch?: Partial<Scenario>;
  readonly room: keyof typeof rooms;
  readonly theme: ThemeName;
  readonly options?: ModelOptions;
}

const off = { run: 'off', patch: { clientAuthentication: 'off' } } as const;
const refused = { run: 'untrusted-ca', patch: untrusted } as const;
const tls12 = { run: 'tls12', patch: { version: '1.2' } } as const;

/** Each of them at its end, which is where a refused run shows its refusal. */
const pictures: readonly Picture[] = [
  { run: 'default', room: 'desk', theme: 'light' },
  { run: 'default', room: 'phone', theme: 'dark' },
  { run: 'default', room: 'hall', theme: 'projector' },
  { ...refused, room: 'desk', theme: 'dark' },
  { ...refused, room: 'phone', theme: 'light' },
  { ...refused, room: 'hall', theme: 'projector' },
  { ...off, room: 'tablet', theme: 'light' },
  { ...off, room: 'upright', theme: 'dark' },
  { ...tls12, room: 'tablet', theme: 'dark' },
  { ...tls12, room: 'upright', theme: 'light' },
  {
    run: 'coalesced-records',
    patch: { coalesced: true },
    room: 'desk',
    theme: 'projector',
    options: { unit: 'records' },
  },
  { run: 'default-wire', room: 'tablet', theme: 'projector', options: { lens: 'wire' } },
];

const named = pictures.map((picture) => [`${picture.run}-${picture.room}-${picture.theme}`, picture] as const);

describe('the picture of a real run', () => {
  it.each(named)('%s is drawn as it always was', async (name, { patch, room, theme, options }) => {
    const timeline = played(patch);
    const model = toModel(timeline, timeline.steps.length, options);
    const scene = layout(model, tableMeasure, { ...rooms[room], captions: true, fontScale: 1 });
    await expect(toSvg(scene, themes[theme])).toMatchFileSnapshot(`../../golden/runs/${name}.svg`);
  });

  it.each([...Object.keys(rooms), ...Object.keys(themes)])('is shown at least twice: %s', (name) => {
    const shown = pictures.filter(({ room, theme }) => room === name || theme === name);
    expect(shown.length).toBeGreaterThanOrEqual(2);
  });
});

// The screens for which the page is drawn ahead of its scripts. Whoever comes with another one sees the nearest until the scripts are there.
// It must not know what is drawn.

import type { ThemeChoice } from '../ui/index.ts';

/** All in px. */
export interface Screen {
  readonly width: number;
  readonly height: number;
  /** What the page's styles leave to the picture: `tests/e2e/drawn-ahead.test.ts` measures it. */
  readonly room: { readonly width: number; readonly height: number };
  readonly theme: ThemeChoice;
}

/** By name, as the stylesheet knows them; in an order in which what repeats stands near enough for gzip, which sees 32 KB, to find it. */
export const screens = {
  desk: { width: 1440, height: 900, room: { width: 744, height: 737 }, theme: 'system' },
  hall: { width: 1440, height: 900, room: { width: 900, height: 420 }, theme: 'projector' },
  phone: { width: 390, height: 844, room: { width: 390, height: 708 }, theme: 'system' },
  tablet: { width: 1024, height: 768, room: { width: 774, height: 620 }, theme: 'system' },
} as const satisfies Readonly<Record<string, Screen>>;

/** What an em has where nobody chose another, in px. */
const usualLetter = 16;

/** Whether a media query about widths holds there. @throws when it asks for anything else */
export function holds(query: string, { width }: Pick<Screen, 'width'>): boolean {
  const [, bound, limit] = /^\((min|max)-width: ([\d.]+)em\)$/.exec(query) ?? [];
  if (limit === undefined) throw new RangeError(`Nobody knows whether a screen is ${query} before there is one.`);
  const bounded = Number(limit) * usualLetter;
  return bound === 'min' ? width >= bounded : width <= bounded;
}

// The numbers of the picture: type sizes and distances in px, multiplied by the font scale.
// It must not know a model.

import type { Font } from './scene.ts';

export type FontName =
  | 'title'
  | 'state'
  | 'knows'
  | 'name'
  | 'ghost'
  | 'caption'
  | 'pill'
  | 'verdict'
  | 'band'
  | 'note';

export interface Metrics {
  readonly scale: number;
  readonly fonts: Readonly<Record<FontName, Font>>;
  /** Between the picture's edge and anything drawn. */
  readonly margin: number;
  /** Half of what an arrow needs above and below its wire. */
  readonly wire: number;
  /** From the wire up to the name's baseline, and down to the caption's. */
  readonly nameRise: number;
  readonly captionDrop: number;
  readonly pill: number;
  /** From a lifeline to a pill or a label beside it. */
  readonly beside: number;
  /** Radius of the key's circle and of the failed check's disc. */
  readonly disc: number;
  /** From a lifeline to where an arrow starts and ends. */
  readonly reach: number;
  /** How far a lifeline goes on below the last thing that happened. */
  readonly tail: number;
  /** The smallest side of an area that takes the pointer. */
  readonly target: number;
}

/** @param scale 1 for text of 13 px and more; 1.5 and up for a projector */
export function metrics(scale: number): Metrics {
  const font = (size: number, weight: number): Font => ({ size: size * scale, weight });
  return {
    scale,
    fonts: {
      title: font(18, 700),
      state: font(14, 650),
      knows: font(13, 400),
      name: font(14, 650),
      ghost: font(14, 500),
      caption: font(13, 400),
      pill: font(13, 500),
      verdict: font(13, 650),
      band: font(13, 600),
      note: font(13, 400),
    },
    margin: 14,
    wire: 5 * scale,
    nameRise: 6.5 * scale,
    captionDrop: 15 * scale,
    pill: 22 * scale,
    beside: 15 * scale,
    disc: 8.5 * scale,
    reach: 8 * scale,
    tail: 8 * scale,
    target: 24,
  };
}

/** From one baseline to the next. */
export const lineHeight = (font: Font): number => font.size * 1.24;

/** Above the baseline, accents included. */
export const ascent = (font: Font): number => font.size * 0.8;

/** Below the baseline. */
export const descent = (font: Font): number => font.size * 0.24;

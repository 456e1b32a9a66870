// Text widths as this browser sets them, through a canvas that is never shown.
// It must not know what is measured.

import type { Measure } from './scene.ts';
import { fontFamily } from './themes.ts';

/**
 * Makes a measure that remembers what it measured. Make a new one when the web font has arrived (`document.fonts.ready`), for the
 * widths of the fallback font are then stale.
 */
export function canvasMeasure(): Measure {
  const pen = document.createElement('canvas').getContext('2d');
  // A browser without a canvas gets words that are about as wide: half their size for each letter.
  if (!pen) return (text, { size }) => text.length * size * 0.55;
  const known = new Map<string, number>();
  return (text, font) => {
    const key = `${font.weight} ${font.size} ${text}`;
    const before = known.get(key);
    if (before !== undefined) return before;
    pen.font = `${font.weight} ${font.size}px ${fontFamily}`;
    const width = pen.measureText(text).width;
    known.set(key, width);
    return width;
  };
}

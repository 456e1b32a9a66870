// Reads animated GIFs, with a program that has nothing to do with who writes them.

import { GifReader } from 'omggif';

export interface Frames {
  readonly width: number;
  readonly height: number;
  /** How long each stands, in seconds. */
  readonly delays: readonly number[];
  /** What is seen at first and at last: four bytes for each pixel. */
  readonly first: Uint8Array;
  readonly last: Uint8Array;
}

/** @throws Error for what is no GIF */
export function framesOf(file: Uint8Array): Frames {
  const gif = new GifReader(Buffer.from(file));
  const seen = new Uint8Array(gif.width * gif.height * 4);
  let first = seen;
  const delays: number[] = [];
  for (let at = 0; at < gif.numFrames(); at++) {
    delays.push(gif.frameInfo(at).delay / 100);
    gif.decodeAndBlitFrameRGBA(at, seen);
    if (at === 0) first = seen.slice();
  }
  return { width: gif.width, height: gif.height, delays, first, last: seen };
}

/** The share of pixels of which a colour differs by more than 24 of 255: a palette has 255 colours for all of them. */
export function differing(a: Uint8Array, b: Uint8Array): number {
  let count = 0;
  for (let at = 0; at < a.length; at += 4)
    if ([0, 1, 2].some((part) => Math.abs((a[at + part] ?? 0) - (b[at + part] ?? 0)) > 24)) count++;
  return count / (a.length / 4);
}

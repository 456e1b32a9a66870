// GIFs by our own hand, read by another program.

import { describe, expect, it } from 'vitest';
import { Gif, samplesOf } from '../../../src/ui/export/gif/encoding.ts';
import { differing, framesOf } from '../../export/frames.ts';

const [width, height] = [40, 30];

/** Paper with so many bars on it, of colours that are not each other’s. */
function picture(bars: number): Uint8Array<ArrayBuffer> {
  const pixels = new Uint8Array(width * height * 4);
  for (let at = 0; at < width * height; at++) {
    const bar = Math.floor((at % width) / 4);
    const colour = bar < bars ? [20 * bar, 255 - 20 * bar, 128] : [251, 250, 246];
    pixels.set([...colour, 255], at * 4);
  }
  return pixels;
}

function gifOf(pictures: readonly Uint8Array<ArrayBuffer>[], seconds: number): Uint8Array {
  const gif = new Gif(
    { width, height, seconds },
    samplesOf(pictures.length).flatMap((at) => pictures[at] ?? []),
  );
  for (const each of pictures) gif.add(each);
  return gif.bytes();
}

describe('a GIF', () => {
  it('has its pictures in order, each for its time, in their size', () => {
    const pictures = [0, 2, 5, 9].map(picture);
    const frames = framesOf(gifOf(pictures, 1.5));
    expect([frames.width, frames.height, frames.delays]).toEqual([width, height, [1.5, 1.5, 1.5, 1.5]]);
    expect(differing(frames.first, picture(0))).toBe(0);
    expect(differing(frames.last, picture(9))).toBe(0);
  });

  it('shows what goes away as gone', () => {
    const frames = framesOf(gifOf([9, 0].map(picture), 0.5));
    expect(differing(frames.last, picture(0))).toBe(0);
    expect(differing(frames.last, picture(9))).toBeGreaterThan(0.5);
  });

  it('has little to say of a picture that is as the one before', () => {
    const one = gifOf([picture(9)], 1).length;
    expect(
      gifOf(
        Array.from({ length: 11 }, () => picture(9)),
        1,
      ).length - one,
    ).toBeLessThan(10 * 120);
  });

  it('can be of one picture', () => {
    expect(samplesOf(1)).toEqual([0]);
    expect(framesOf(gifOf([picture(3)], 1)).delays).toEqual([1]);
  });
});

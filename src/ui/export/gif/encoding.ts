// An animated GIF out of pictures of one size: one palette for all of them, and of each picture only what is new in it. It must not know what
// the pictures show, nor where this is done.

import { applyPalette, GIFEncoder, quantize } from 'gifenc/dist/gifenc.esm.js';

/** Four bytes for each pixel, from left to right and from top to bottom. */
export type Pixels = Uint8Array<ArrayBuffer> | Uint8ClampedArray<ArrayBuffer>;

export interface GifLook {
  /** In px. */
  readonly width: number;
  readonly height: number;
  /** How long each picture stands. */
  readonly seconds: number;
}

/** As many as a GIF has, less the one that lets what was drawn before be seen. */
const COLOURS = 255;

/** Puts a GIF together, picture by picture. It begins anew after its last one. */
export class Gif {
  readonly #look: GifLook;
  readonly #palette: ReturnType<typeof quantize>;
  readonly #file = GIFEncoder();
  #before: Uint8Array | undefined;

  /** @param samples pictures that have all colours of which there is much */
  constructor(look: GifLook, samples: readonly Pixels[]) {
    this.#look = look;
    this.#palette = quantize(joined(samples), COLOURS);
  }

  add(pixels: Pixels): void {
    const { width, height, seconds } = this.#look;
    const drawn = applyPalette(pixels, this.#palette);
    const transparentIndex = this.#palette.length;
    const before = this.#before;
    const index = before ? drawn.map((colour, at) => (colour === before[at] ? transparentIndex : colour)) : drawn;
    this.#file.writeFrame(index, width, height, {
      ...(!before && { palette: [...this.#palette, [0, 0, 0]] }),
      delay: seconds * 1000,
      transparent: before !== undefined,
      transparentIndex,
      dispose: 1,
    });
    this.#before = drawn;
  }

  /** The whole file. Nothing can be added after that. */
  bytes(): Uint8Array<ArrayBuffer> {
    this.#file.finish();
    return this.#file.bytes();
  }
}

function joined(samples: readonly Pixels[]): Uint8Array {
  const all = new Uint8Array(samples.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const sample of samples) {
    all.set(sample, at);
    at += sample.length;
  }
  return all;
}

/** Which of so many pictures are looked at for their colours: the first, the one in the middle, and the last. */
export function samplesOf(count: number): readonly number[] {
  return [...new Set([0, count >> 1, count - 1])];
}

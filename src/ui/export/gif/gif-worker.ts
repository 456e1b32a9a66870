// Puts a GIF together in a thread of its own, so that the page stays fluent. To stop it, the page ends the thread. It must not know what is
// shown.

import { PREPARE } from '../../parts/threads.ts';
import { Gif, type GifLook, type Pixels } from './encoding.ts';

/** What the page tells the thread, in this order; each is answered. */
export type GifOrder =
  | { readonly what: 'begin'; readonly look: GifLook; readonly samples: readonly Pixels[] }
  | { readonly what: 'picture'; readonly pixels: Pixels }
  | { readonly what: 'end' };

let gif: Gif | undefined;

self.onmessage = ({ data }: MessageEvent<GifOrder | typeof PREPARE>): void => {
  // Everything that it needs has come with it.
  self.postMessage(data === PREPARE ? true : done(data));
};

function done(order: GifOrder): Uint8Array | undefined {
  switch (order.what) {
    case 'begin':
      gif = new Gif(order.look, order.samples);
      return undefined;
    case 'picture':
      gif?.add(order.pixels);
      return undefined;
    case 'end':
      return gif?.bytes();
  }
}

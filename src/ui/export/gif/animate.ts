// A range of steps as an animated GIF: the page draws each, a thread puts them together. It must not know what a step shows.

import type { Scene } from '../../../diagram/index.ts';
import { shelf } from '../../../shelf/index.ts';
import { fetched } from '../../parts/threads.ts';
import { pixelsOf } from '../picture.ts';
import { type GifLook, type Pixels, samplesOf } from './encoding.ts';
import type { GifOrder } from './gif-worker.ts';

const start = (): Worker => new Worker(new URL('./gif-worker.ts', import.meta.url), { type: 'module' });

// Nobody takes it from there: whoever makes a GIF finds it with the browser, network or not.
shelf({ thread: () => fetched(start) });

/** Thrown when the thread that puts a GIF together can’t be started, or broke off. */
export class LostThread extends Error {
  override readonly name = 'LostThread';
}

export interface Moving {
  /** In order. */
  readonly scenes: readonly Scene[];
  /** Pixels for each of the picture’s. */
  readonly scale: number;
  /** How long each stands. */
  readonly seconds: number;
  /** Hears how many are done. */
  readonly progress: (done: number) => void;
  readonly signal: AbortSignal;
}

/**
 * Draws and encodes them.
 * @throws TooLarge when the browser makes no canvas of that size, LostThread, and whatever `signal` is aborted with
 */
export async function animate({ scenes, scale, seconds, progress, signal }: Moving): Promise<Uint8Array<ArrayBuffer>> {
  const thread = startedThread();
  const stop = (): void => thread.terminate();
  signal.addEventListener('abort', stop);
  try {
    const draw = (at: number): Promise<ImageData> => {
      signal.throwIfAborted();
      return pixelsOf(scenes[at] as Scene, scale);
    };
    const samples: Pixels[] = [];
    let look: GifLook = { width: 0, height: 0, seconds };
    for (const at of samplesOf(scenes.length)) {
      const { data, width, height } = await draw(at);
      samples.push(data as Pixels);
      look = { width, height, seconds };
    }
    await asked(thread, signal, { what: 'begin', look, samples });
    for (const at of scenes.keys()) {
      await asked(thread, signal, { what: 'picture', pixels: (await draw(at)).data as Pixels });
      progress(at + 1);
    }
    const file = await asked(thread, signal, { what: 'end' });
    if (!file) throw new LostThread();
    return file;
  } finally {
    signal.removeEventListener('abort', stop);
    stop();
  }
}

function startedThread(): Worker {
  try {
    return start();
  } catch {
    throw new LostThread();
  }
}

function asked(thread: Worker, signal: AbortSignal, order: GifOrder): Promise<Uint8Array<ArrayBuffer> | undefined> {
  return new Promise((resolve, reject) => {
    thread.onmessage = ({ data }: MessageEvent<Uint8Array<ArrayBuffer> | undefined>) => resolve(data);
    thread.onerror = (event) => {
      event.preventDefault();
      reject(new LostThread());
    };
    signal.addEventListener('abort', () => reject(signal.reason), { once: true });
    const given = order.what === 'picture' ? [order.pixels] : order.what === 'begin' ? order.samples : [];
    thread.postMessage(
      order,
      given.map(({ buffer }) => buffer),
    );
  });
}

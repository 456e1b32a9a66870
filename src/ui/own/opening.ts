// Opens files, each in a thread of its own that ends with it. It must not know what is in a file.

import { defaultScenario, supply } from '../../lab/index.ts';
import type { Opened } from '../../pki/containers/index.ts';
import { MissingPart } from '../../shelf/index.ts';
import type { OpenFile } from '../../store/own/index.ts';
import type { Asked, Told } from './open-worker.ts';

/** Opens a file; what runs with its contents need is fetched meanwhile. */
export const openFile: OpenFile = (bytes, passwords) => {
  let thread: Worker | undefined;
  const stop = (): void => thread?.terminate();
  const opened = new Promise<Opened>((resolve, reject) => {
    const fail = (): void => {
      stop();
      reject(new MissingPart('what opens files could not be loaded'));
    };
    try {
      thread = new Worker(new URL('./open-worker.ts', import.meta.url), { type: 'module' });
    } catch {
      fail();
      return;
    }
    thread.onmessage = ({ data }: MessageEvent<Told>) => {
      if (!data) fail();
      else resolve(data);
      stop();
    };
    thread.onerror = (event) => {
      event.preventDefault();
      fail();
    };
    thread.postMessage({ bytes, passwords } satisfies Asked);
  });
  const result = Promise.all([opened, supply(defaultScenario, { client: {}, server: {} })]).then(([found]) => found);
  return { result, stop };
};

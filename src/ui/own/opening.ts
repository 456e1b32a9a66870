// Opens files in threads, one of which is kept for the next file. It must not know what is in a file.

import { defaultScenario, supply } from '../../lab/index.ts';
import type { Opened } from '../../pki/containers/index.ts';
import { shelf } from '../../shelf/index.ts';
import type { OpenFile } from '../../store/own/index.ts';
import { fetched, Threads } from '../parts/threads.ts';
import type { Asked } from './open-worker.ts';

const start = (): Worker => new Worker(new URL('./open-worker.ts', import.meta.url), { type: 'module' });

// Nobody takes it from there: whoever opens files finds it with the browser, network or not.
shelf({ thread: () => fetched(start) });

/** What opens the files of one lab. */
export interface Opener {
  /** Has a thread wait for the first file, and what its contents will run with at hand. */
  readonly prepare: () => void;
  readonly open: OpenFile;
  /** Ends all that has opened files, with whatever it has seen of them. */
  readonly close: () => void;
}

/** What opens the files of a lab; what runs with their contents need is fetched meanwhile. */
export function createOpener(): Opener {
  const threads = new Threads<Asked, Opened>(start);
  const supplied = () => supply(defaultScenario, { client: {}, server: {} });
  return {
    prepare: () => {
      threads.prepare();
      // Where something is missing, whoever opens a file is told.
      supplied().catch(() => undefined);
    },
    open: (bytes, passwords) => {
      const { result: opened, stop } = threads.ask({ bytes, passwords });
      return { result: Promise.all([opened, supplied()]).then(([found]) => found), stop };
    },
    close: () => threads.end(),
  };
}

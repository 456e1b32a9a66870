// Starts the thread that makes and writes, and ends it with each answer: no key stays behind in it. It must not know what is made.

import { useCallback, useEffect, useRef } from 'react';
import type { Bytes } from '../../crypto/index.ts';
import type { Family } from '../../lab/practice/index.ts';
import { MissingPart, shelf } from '../../shelf/index.ts';
import { fetched } from '../parts/threads.ts';
import type { Order } from './maker.ts';

type AnswerTo<Asked extends Order> = Asked extends { readonly what: 'file' | 'trust store' } ? Bytes : Family;

const start = (): Worker => new Worker(new URL('./maker.ts', import.meta.url), { type: 'module' });

// Nobody takes it from there: whoever makes certificates finds it with the browser, network or not.
shelf({ thread: () => fetched(start) });

/** Asks a thread. @throws MissingPart when it, or what it needs, can’t be loaded */
export type Ask = <Asked extends Order>(order: Asked) => Promise<AnswerTo<Asked>>;

/** Asks a thread; what is still being worked on ends with the component, and is never answered. */
export function useMaker(): Ask {
  const threads = useRef(new Set<Worker>());
  useEffect(
    () => () => {
      for (const thread of threads.current) thread.terminate();
      threads.current.clear();
    },
    [],
  );
  return useCallback(
    (order) =>
      new Promise((resolve, reject) => {
        const thread = start();
        threads.current.add(thread);
        const end = (): void => {
          thread.terminate();
          threads.current.delete(thread);
        };
        const fail = (): void => {
          end();
          reject(new MissingPart('what makes certificates could not be loaded'));
        };
        thread.onmessage = ({ data }: MessageEvent<AnswerTo<typeof order> | undefined>) => {
          if (!data) return fail();
          end();
          resolve(data);
        };
        thread.onerror = (event) => {
          event.preventDefault();
          fail();
        };
        thread.postMessage(order);
      }),
    [],
  );
}

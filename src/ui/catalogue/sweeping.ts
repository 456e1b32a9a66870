// Starts and ends the thread that sweeps, and keeps what it reports. It must not know how a sweep is made.

import { useCallback, useEffect, useRef, useState } from 'react';
import type { Scenario } from '../../lab/index.ts';
import type { Report } from './sweep-worker.ts';

export interface Sweeping {
  /** What the thread told last; or that none can be started. */
  readonly report: Report | { readonly kind: 'impossible' } | undefined;
  readonly running: boolean;
  start(scenario: Scenario): void;
  /** Ends the thread; what it found so far stays. */
  cancel(): void;
}

/** One sweep at a time; it ends with the component. */
export function useSweep(): Sweeping {
  const worker = useRef<Worker | undefined>(undefined);
  const [report, setReport] = useState<Sweeping['report']>();
  const [running, setRunning] = useState(false);
  const cancel = useCallback(() => {
    worker.current?.terminate();
    worker.current = undefined;
    setRunning(false);
  }, []);
  useEffect(() => () => worker.current?.terminate(), []);
  const start = useCallback(
    (scenario: Scenario) => {
      cancel();
      const thread = startedThread();
      if (!thread) {
        setReport({ kind: 'impossible' });
        return;
      }
      worker.current = thread;
      setReport(undefined);
      setRunning(true);
      const hear = (next: Report): void => {
        if (worker.current !== thread) return;
        setReport(next);
        if (next.kind !== 'progress') cancel();
      };
      thread.onmessage = ({ data }: MessageEvent<Report>) => hear(data);
      thread.onerror = (event) => {
        event.preventDefault();
        hear({ kind: 'failed' });
      };
      thread.postMessage({ ...scenario, mischief: [] });
    },
    [cancel],
  );
  return { report, running, start, cancel };
}

/** Undefined where the browser has no workers, or lets this page start none. */
function startedThread(): Worker | undefined {
  try {
    return new Worker(new URL('./sweep-worker.ts', import.meta.url), { type: 'module' });
  } catch {
    return undefined;
  }
}

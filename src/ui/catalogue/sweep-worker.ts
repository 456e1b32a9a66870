// The sweep in a thread of its own, so that the page stays fluent. To cancel it, the page ends the thread.
// It must not know what is shown.

import { type Scenario, supply } from '../../lab/index.ts';
import { bytesOnWire, type Group, sweep, Tally } from '../../lab/sweep/index.ts';

/** What the thread tells the page. */
export type Report =
  | { readonly kind: 'progress'; readonly done: number; readonly total: number; readonly groups: readonly Group[] }
  | { readonly kind: 'done'; readonly total: number; readonly groups: readonly Group[] }
  | { readonly kind: 'failed' };

/** The least time between two reports, in ms. */
const pause = 80;

self.onmessage = ({ data }: MessageEvent<Scenario>): void => {
  work(data).catch(() => tell({ kind: 'failed' }));
};

async function work(scenario: Scenario): Promise<void> {
  await supply({ ...scenario, mischief: [{ id: 'flip' }] });
  const total = bytesOnWire(scenario);
  const tally = new Tally();
  let done = 0;
  let told = performance.now();
  for (const byte of sweep(scenario)) {
    tally.add(byte);
    done++;
    if (performance.now() - told < pause) continue;
    tell({ kind: 'progress', done, total, groups: tally.groups });
    told = performance.now();
  }
  tell({ kind: 'done', total, groups: tally.groups });
}

function tell(report: Report): void {
  self.postMessage(report);
}

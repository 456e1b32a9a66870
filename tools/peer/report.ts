// What a connection does, as JSON lines on stdout.

import process from 'node:process';
import type { Insight } from '../../src/tls/index.ts';
import { sentenceOf } from '../../src/words/causes/index.ts';

export type Report = { readonly event: string } & Readonly<Record<string, unknown>>;

export function print(report: Report): void {
  process.stdout.write(`${JSON.stringify(report)}\n`);
}

/**
 * Turns insights into reports: `connected` and `alert`. A close_notify is no accident; it shows in `closed`.
 * @param common what stands in every report of this connection
 */
export function reporter(common: Readonly<Record<string, unknown>> = {}): (insight: Insight) => void {
  let reason: string | undefined;
  return (insight) => {
    if (insight.kind === 'connected') print({ event: 'connected', ...insight.facts, ...common });
    if (insight.kind === 'fault') reason = sentenceOf(insight);
    if (insight.kind === 'alert' && insight.description !== 'close_notify') {
      const { direction, description, code, epoch } = insight;
      const because = direction === 'sent' && reason !== undefined ? { reason } : {};
      print({ event: 'alert', direction, description, code, epoch, ...because, ...common });
    }
  };
}

// Alerts by their numbers, as programs print them that have no names for them.

import { type AlertName, alertDescriptions } from '../../tls/index.ts';
import type { Saying } from './spelling.ts';

/** Undefined for a number that stands for none. */
export function numbered(number: number): AlertName | undefined {
  const found = alertDescriptions.name(number);
  return found === 'GREASE' ? undefined : found;
}

/** An alert was received; undefined for one that is no refusal. */
export function received(number: number): Saying | undefined {
  const alert = numbered(number);
  return alert && alert !== 'close_notify' ? ({ kind: 'alert', alerts: [alert] } as const) : undefined;
}

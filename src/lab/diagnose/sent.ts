// What an alert says of whoever sends it: it refuses, for one of the causes that lead to that alert. It must not know how programs
// spell alerts.

import { type AlertName, alertOfCause, type FaultCause } from '../../tls/index.ts';
import type { Saying } from './spelling.ts';

/** Undefined for an alert that is no refusal. */
export function sent(alert: AlertName | undefined): Saying | undefined {
  if (!alert || alert === 'close_notify') return undefined;
  const missing: readonly FaultCause[] = alert === 'handshake_failure' ? ['no-client-certificate'] : [];
  const causes = (Object.keys(alertOfCause) as FaultCause[]).filter((cause) => alertOfCause[cause] === alert);
  return { kind: 'check', causes: [...missing, ...causes] };
}

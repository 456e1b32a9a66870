// What a narration says about the alert of a failure: its lines in the logs, where the standards explain it.

import type { Role, Version } from '../../tls/index.ts';
import { logLines, logSource, logTitle } from '../../words/logs.ts';
import type { SectionName } from '../../words/references.ts';
import type { InsightOf } from '../account.ts';
import type { Narration } from '../explain/narration.ts';

export type Alert = InsightOf<'alert'>;

/** Where alerts are explained. */
export const errorAlerts = { '1.2': 'errorAlerts12', '1.3': 'errorAlerts' } as const satisfies Record<
  Version,
  SectionName
>;

/** How programs print it that get it, as `reader`. */
export function logsOf(alert: Alert | undefined, reader: Role): Pick<Narration, 'logs'> {
  const lines = alert && alert.description !== 'unknown' ? logLines(alert.description, alert.code, reader) : [];
  return lines.length === 0 ? {} : { logs: { title: logTitle, lines, source: logSource } };
}

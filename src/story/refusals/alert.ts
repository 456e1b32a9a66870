// What a narration says about the alert of a failure: its lines in the logs, where the standards explain it.

import type { FailedCheck } from '../../pki/index.ts';
import type { FaultCause, Role, Version } from '../../tls/index.ts';
import {
  brokenLines,
  brokenNote,
  brokenSource,
  brokenTitle,
  logLines,
  logNote,
  logSource,
  ownLines,
  ownSource,
  ownTitle,
  toldTitle,
} from '../../words/logs.ts';
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
export function logsOf(alert: Alert | undefined, reader: Role, version: Version): Pick<Narration, 'logs'> {
  if (!alert || alert.description === 'unknown') return {};
  const lines = logLines(alert.description, alert.code, reader);
  const note = logNote(alert.description, version);
  if (lines.length === 0) return {};
  return { logs: { title: toldTitle(reader), lines, ...(note !== undefined && { note }), source: logSource } };
}

/** What a program prints whose write breaks. */
export function brokenLogs(who: Role): Pick<Narration, 'logs'> {
  return { logs: { title: brokenTitle(who), lines: brokenLines, note: brokenNote, source: brokenSource } };
}

/** What a program prints that refuses, as `by`. @param failed the check of a chain that failed, where one did */
export function ownLogsOf(by: Role, cause: FaultCause, failed: FailedCheck | undefined): Pick<Narration, 'ownLogs'> {
  const lines = ownLines(by, cause, failed);
  return lines.length === 0 ? {} : { ownLogs: { title: ownTitle(by), lines, source: ownSource } };
}

// What comes of one flipped byte: who noticed, by which check, with which alert, at which moment; or nobody, and why.
// Read off the course of a conversation; it must not know how that was made.

import { type Field, walk } from '../../bytes/index.ts';
import type { AlertName, FaultCause, Insight, Role, Version } from '../../tls/index.ts';
import type { Course } from '../conversation.ts';
import type { Moment } from '../timeline.ts';

/** What comes of one flipped byte. */
export type Finding =
  | {
      readonly kind: 'noticed';
      readonly by: Role;
      readonly cause: FaultCause;
      readonly alert: AlertName;
      /** The state in which that side was: `WAIT_CV`. */
      readonly state: string;
      /** The message that it had heard last, or was in the middle of; null: none yet. */
      readonly message: string | null;
      /** What the other side makes of the alert: it reads it, refuses it in turn, or never gets it. */
      readonly answer: 'read' | 'refused' | 'lost';
    }
  /** Nobody ever learns anything: these sides wait for bytes that don't come, because something seems to be longer than it is. */
  | { readonly kind: 'waiting'; readonly who: readonly Role[]; readonly longer: 'message' | 'record' }
  /** No check fails, but these sides see the connection end without close_notify, and can't know whether that was all. */
  | { readonly kind: 'cut'; readonly who: readonly Role[] }
  /** Both sides go on as if nothing had happened; in a version of a record, which means nothing in this one of TLS, they should. */
  | { readonly kind: 'unnoticed'; readonly meaningless?: Version };

/** The byte that was flipped. */
export interface Flipped {
  readonly version: Version;
  /** The tree of its record, as the sender made it. */
  readonly field: Field;
  readonly offset: number;
  /** How many moments there were before. */
  readonly before: number;
}

/** What came of it. */
export function findingOf({ moments, ends }: Course, flipped: Flipped): Finding {
  const fault = moments.findIndex((moment) => isOf(moment, 'fault'));
  const found = moments[fault];
  if (found && found.who !== 'network' && found.insight.kind === 'fault' && found.insight.alert) {
    const { cause, alert } = found.insight;
    const { who: by } = found;
    return { kind: 'noticed', by, cause, alert, ...circumstances(moments, fault, by), answer: answerOf(moments, by) };
  }
  const roles: readonly Role[] = ['client', 'server'];
  const waits = roles.filter((role) => !['closed', 'failed'].includes(ends[role].state));
  if (waits.length > 0) return { kind: 'waiting', who: waits, longer: longerIn(moments.slice(flipped.before)) };
  const cut = roles.filter((role) => ends[role].state === 'failed');
  if (cut.length > 0) return { kind: 'cut', who: cut };
  return { kind: 'unnoticed', ...(isMeaningless(flipped) && { meaningless: flipped.version }) };
}

function isOf(moment: Moment, kind: Insight['kind']): boolean {
  return moment.who !== 'network' && moment.insight.kind === kind;
}

/** Where a side stood when it noticed. */
function circumstances(
  moments: readonly Moment[],
  fault: number,
  by: Role,
): { readonly state: string; readonly message: string | null } {
  let state = '';
  let message: string | null = null;
  for (const moment of moments.slice(0, fault)) {
    if (moment.who !== by) continue;
    if (moment.insight.kind === 'state') state = moment.insight.name;
    if (moment.insight.kind === 'heard') message = moment.insight.message.name;
  }
  return { state, message };
}

function answerOf(moments: readonly Moment[], by: Role): 'read' | 'refused' | 'lost' {
  const others = moments.flatMap((moment) => (moment.who !== 'network' && moment.who !== by ? [moment.insight] : []));
  if (others.some(({ kind }) => kind === 'fault')) return 'refused';
  const read = others.some(
    (insight) => insight.kind === 'alert' && insight.direction === 'received' && insight.level === 'fatal',
  );
  return read ? 'read' : 'lost';
}

function longerIn(since: readonly Moment[]): 'message' | 'record' {
  return since.some((moment) => isOf(moment, 'opened')) ? 'message' : 'record';
}

/** Whether the byte is in the version of a record, which may be anything. */
function isMeaningless({ field, offset }: Flipped): boolean {
  const versions = [...walk(field)].map((each) => each.field).filter(({ name }) => name === 'legacy_record_version');
  return versions.some(({ start, end }) => offset >= start && offset < end);
}

// Where messages and records don't match one to one: several messages in one record, or one message over several.
// Read off what the sender sealed. Its words come from words/picture.ts.

import type { Bracket } from '../diagram/index.ts';
import type { Step, Timeline } from '../lab/index.ts';
import type { Role, SeenRecord } from '../tls/index.ts';
import { brackets as words } from '../words/picture.ts';
import { isMasked, messageOf } from './reading.ts';

/** The brackets of a timeline. @param rowOf the id of a step's arrow */
export function bracketsOf(timeline: Timeline, rowOf: (step: Step) => string): readonly Bracket[] {
  const arrows = arrowsByMessage(timeline);
  const sealed = sealedRecords(timeline);
  const rowsOf = ({ who, record }: Sealed): readonly string[] =>
    unique(record.parts.flatMap(({ message }) => arrows.get(key(who, message)) ?? [])).map(rowOf);
  const shared = sealed.flatMap((each): Bracket[] => {
    const rows = rowsOf(each);
    const { ordinal, bytes } = each.record;
    return rows.length < 2 ? [] : [{ id: `record:${each.who}:${ordinal}`, rows, text: words.shared(bytes.length) }];
  });
  const spread = [...arrows].flatMap(([id, step]): Bracket[] => {
    const records = sealed.filter(({ who, record }) => record.parts.some(({ message }) => key(who, message) === id));
    const bytes = records.reduce((sum, { record }) => sum + record.bytes.length, 0);
    if (records.length < 2) return [];
    return [{ id: `records:${id}`, rows: [rowOf(step)], text: words.spread(records.length, bytes) }];
  });
  return [...shared, ...spread];
}

interface Sealed {
  readonly who: Role;
  readonly record: SeenRecord;
}

function sealedRecords({ moments }: Timeline): readonly Sealed[] {
  return moments.flatMap((moment): Sealed[] => {
    if (moment.who === 'network' || moment.insight.kind !== 'sealed') return [];
    return [{ who: moment.who, record: moment.insight.record }];
  });
}

/** The step of each handshake message, by its sender and its ordinal. */
function arrowsByMessage(timeline: Timeline): ReadonlyMap<string, Step> {
  return new Map(
    timeline.steps.flatMap((step): [string, Step][] => {
      const message = isMasked(timeline, step) ? undefined : messageOf(timeline, step);
      return message ? [[key(step.from, message.ordinal), step]] : [];
    }),
  );
}

function key(who: Role, message: number): string {
  return `${who}:${message}`;
}

function unique<T>(items: readonly T[]): readonly T[] {
  return [...new Set(items)];
}

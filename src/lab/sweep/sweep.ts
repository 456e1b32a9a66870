// Flips every byte of a handshake on its way, one at a time. Each time the conversation is forked just before the record, so that
// nothing is played twice that the byte can't change. It must not know workers, pages or pictures.

import type { Field } from '../../bytes/index.ts';
import type { Role } from '../../tls/index.ts';
import { flipped } from '../catalogue/bend.ts';
import { Conversation, type Course } from '../conversation.ts';
import { castOf, run } from '../run.ts';
import type { Scenario } from '../scenario.ts';
import type { Carriage } from '../timeline.ts';
import { honestWire, type Tap } from '../wire.ts';
import { type Finding, findingOf } from './finding.ts';

/** One byte of one record, and what comes of flipping it. */
export interface SweptByte {
  /** The record's number on the wire, both directions counted together, from 0: what the mischief `flip` takes as its place. */
  readonly record: number;
  readonly from: Role;
  /** In the record, header included. */
  readonly offset: number;
  /** How many bytes the record has. */
  readonly length: number;
  readonly finding: Finding;
}

/** Looks at each conversation when it is over; for those who check what must hold in all of them. */
export type Witness = (conversation: Conversation, course: Course, byte: Omit<SweptByte, 'finding'>) => void;

/**
 * Every byte that an honest run of the scenario puts on the wire, in order. Its mischief is left out.
 * @param mask which bits are flipped, 1 to 255
 * @throws RangeError for a scenario that can't be played
 */
export function* sweep(scenario: Scenario, mask = 1, witness?: Witness): Generator<SweptByte, void> {
  const honest = Conversation.of(castOf({ ...scenario, mischief: [] }));
  for (let next = honest.toNextRecord(); next; next = honest.toNextRecord()) {
    const { record, from, bytes } = next;
    const field = fieldOf(honest, next);
    for (let offset = 0; offset < bytes.length; offset++) {
      const byte = { record, from, offset, length: bytes.length };
      const before = honest.moments.length;
      const fork = honest.fork(flipping(record, offset, mask));
      const course = fork.toTheEnd();
      witness?.(fork, course, byte);
      yield { ...byte, finding: findingOf(course, { version: scenario.version, field, offset, before }) };
    }
    honest.carryNext();
  }
}

/** How many bytes a sweep of the scenario has to flip. */
export function bytesOnWire(scenario: Scenario): number {
  const { moments } = run({ ...scenario, mischief: [] });
  return moments.reduce((sum, moment) => sum + ('carriage' in moment ? moment.carriage.bytes.length : 0), 0);
}

function flipping(record: number, offset: number, mask: number): Tap {
  return (carriage) =>
    carriage.record === record
      ? [{ ...carriage, bytes: flipped(carriage.bytes, offset, mask), fate: 'changed' }]
      : honestWire(carriage);
}

/** The tree of a record that is about to be carried, as its sender sealed it. */
function fieldOf({ moments }: Conversation, { from, ordinal }: Carriage): Field {
  const sealed = moments
    .filter(
      ({ who, ...rest }) =>
        who === from && 'insight' in rest && rest.insight.kind === 'sealed' && rest.insight.record.ordinal === ordinal,
    )
    .at(-1);
  if (!sealed || sealed.who === 'network' || sealed.insight.kind !== 'sealed')
    throw new Error('a record is carried that nobody sealed');
  return sealed.insight.record.field;
}

// One row for each record on the wire, instead of one for each message: with what it holds, or only with what an eavesdropper sees of it.
// Its words come from words/picture.ts.

import { equal } from '../bytes/index.ts';
import type { Message } from '../diagram/index.ts';
import { type Carriage, type Moment, remembered, type Step, type Timeline } from '../lab/index.ts';
import { alertDescriptions, contentTypes, type SeenRecord } from '../tls/index.ts';
import { interference, titles, records as words } from '../words/picture.ts';
import { latestSaid } from './account.ts';
import { overtaken, sides, titleOf } from './arrows.ts';
import { difference } from './difference.ts';

/** An arrow and the moment that puts it in its place. */
export interface PlacedRecord {
  readonly row: Message;
  readonly at: number;
}

/** The records of a run, as they were carried. @param blind without what only those know who hold the keys */
export function recordRows(timeline: Timeline, blind: boolean): readonly PlacedRecord[] {
  return timeline.moments.flatMap((moment): PlacedRecord[] =>
    'carriage' in moment ? [{ row: rowOf(timeline, moment, moment.carriage, blind), at: moment.at }] : [],
  );
}

const onWire = remembered((timeline) => recordRows(timeline, true));

/** The rows of a step as somebody sees them who listens on the wire; none where it travels in a record that was there before. */
export function seenOnWire(timeline: Timeline, step: number): readonly Message[] {
  return onWire(timeline).flatMap(({ row }) => (row.step === step ? [row] : []));
}

/** Arrows of their own for the records that neither side has sent, beside those of the messages. */
export function foreignRows(timeline: Timeline): readonly PlacedRecord[] {
  return timeline.moments.flatMap((moment): PlacedRecord[] =>
    'carriage' in moment && moment.carriage.fate === 'injected'
      ? [{ row: rowOf(timeline, moment, moment.carriage, false), at: moment.at }]
      : [],
  );
}

function rowOf(timeline: Timeline, moment: Moment, carriage: Carriage, blind: boolean): Message {
  const { from, record, bytes, fate } = carriage;
  const sealed = sealedAs(timeline, carriage);
  const step = timeline.steps.find(({ moments }) => moments.includes(moment.at));
  // A copy is under the keys of what it copies.
  const epoch = (sealed ?? twinOf(timeline, carriage))?.epoch ?? 'cleartext';
  const closed = epoch !== 'cleartext';
  const contents = sealed ? contentsOf(timeline, from, sealed, step) : [];
  const stray = sealed || closed ? undefined : openAlertIn(bytes);
  const hidden = closed && blind;
  return {
    id: `record:${record}`,
    kind: 'message',
    step: step?.number ?? Math.max(1, latestSaid(timeline, moment.at)),
    from: sides[from],
    title: hidden || contents.length === 0 ? outside(bytes, stray) : contents.join(' + '),
    caption: words.record(record + 1, bytes.length),
    // Who holds no keys can't tell which ones protect.
    epoch: hidden ? 'handshake' : epoch,
    ...(!hidden && refuses(step, stray) && { alert: true }),
    ...(!blind && harmOf(timeline, carriage, sealed)),
    ...(fate === 'dropped' && { lost: true }),
  };
}

/** What a record is called by somebody who sees no more of it than its type, or the alert that it carries in the clear. */
function outside(bytes: Carriage['bytes'], alert: OpenAlert | undefined): string {
  return alert ? titles.alert(alert.name, alert.code) : (contentTypes.name(bytes[0] ?? 0) ?? words.unknownType);
}

function refuses(step: Step | undefined, stray: OpenAlert | undefined): boolean {
  if (stray) return stray.name !== 'close_notify';
  return step?.kind === 'alert' && !step.name.endsWith('close_notify');
}

interface OpenAlert {
  readonly name: string;
  readonly code: number;
}

const openAlertSize = 7;

/** The alert in a record that is not protected: its level and its description follow the header. RFC 9846, 5.1 and 6. */
function openAlertIn(bytes: Carriage['bytes']): OpenAlert | undefined {
  const [type, , , , , , code = -1] = bytes;
  const name = bytes.length === openAlertSize && alertDescriptions.name(code);
  return type === contentTypes.codes.alert && name ? { name, code } : undefined;
}

function sealedAs({ moments }: Timeline, { from, ordinal }: Carriage): SeenRecord | undefined {
  for (const moment of moments) {
    if (moment.who !== from || moment.insight.kind !== 'sealed') continue;
    if (moment.insight.record.ordinal === ordinal) return moment.insight.record;
  }
  return undefined;
}

/** The sealed record with the same bytes, from the same side. */
function twinOf({ moments }: Timeline, { from, bytes }: Carriage): SeenRecord | undefined {
  for (const moment of moments) {
    if (moment.who !== from || moment.insight.kind !== 'sealed') continue;
    if (equal(moment.insight.record.bytes, bytes)) return moment.insight.record;
  }
  return undefined;
}

/** What a record holds, by name. */
function contentsOf(
  { steps, moments, ...rest }: Timeline,
  from: Carriage['from'],
  { parts }: SeenRecord,
  step: Step | undefined,
): readonly string[] {
  const wanted = new Set(parts.map(({ message }) => message));
  const names = moments.flatMap((moment): string[] => {
    if (moment.who !== from || moment.insight.kind !== 'said') return [];
    const { ordinal, name } = moment.insight.message;
    return wanted.has(ordinal) ? [name] : [];
  });
  return names.length > 0 || !step ? names : [titleOf({ steps, moments, ...rest }, step)];
}

function harmOf(timeline: Timeline, carriage: Carriage, sealed: SeenRecord | undefined): Pick<Message, 'interference'> {
  const { fate, bytes } = carriage;
  if (fate === 'delivered') return overtaken(timeline, carriage) ? { interference: interference.overtaken } : {};
  if (fate === 'changed') return { interference: difference(sealed ? [sealed.bytes] : [], bytes) };
  return { interference: interference[fate] };
}

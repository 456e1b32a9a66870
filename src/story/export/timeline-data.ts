// A run as data for other programs: docs/timeline.schema.json says what is in it. No secret and no key: those are in a key log and in a
// capture. It must not know how it is written down.

import { toHex } from '../../bytes/index.ts';
import { loads } from '../../lab/export/index.ts';
import type { Ending, Step, Timeline } from '../../lab/index.ts';
import type { Epoch, Insight, Role } from '../../tls/index.ts';
import { sentenceOf } from '../../words/causes/index.ts';
import { toldIn, versionOf } from '../account.ts';
import { arrowOf } from '../arrows.ts';
import { messageOf } from '../reading.ts';
import type { About } from './about.ts';

/** The version of the schema: one more for each change that a reader of the old one could trip over. */
export const TIMELINE_VERSION = 1;

export interface StepData {
  readonly number: number;
  readonly kind: Step['kind'];
  readonly name: string;
  readonly from: Role;
  readonly phase: Step['phase'];
  readonly protection: Epoch;
  /** Whether the other side came to read it. */
  readonly read: boolean;
  /** The message with its header, in hex; only of handshake messages. */
  readonly message?: string;
  /** The line below its arrow. */
  readonly caption?: string;
  /** What the wire did to it. */
  readonly interference?: string;
  /** Numbers of the records that carry it. */
  readonly records: readonly number[];
  readonly events: readonly EventData[];
}

/** Something that one side said about itself. */
export interface EventData {
  readonly who: Role;
  readonly kind: 'check' | 'verdict' | 'keys' | 'fault' | 'connected' | 'closed' | 'state' | 'alert';
  readonly what?: string;
  readonly ok?: boolean;
  /** Of a refusal, in a sentence. */
  readonly because?: string;
}

export interface RecordData {
  readonly number: number;
  readonly from: Role;
  readonly fate: 'delivered' | 'changed' | 'dropped' | 'injected';
  /** As it arrived, or would have; in hex. */
  readonly bytes: string;
}

export interface TimelineData {
  readonly format: 'countersign-timeline';
  readonly version: typeof TIMELINE_VERSION;
  readonly run: string;
  readonly link?: string;
  readonly certificates: 'demo' | 'own';
  readonly clock: string;
  readonly tls: string;
  readonly clientAuthentication: string;
  readonly serverName: string | null;
  readonly steps: readonly StepData[];
  readonly records: readonly RecordData[];
  readonly ends: Readonly<Record<Role, Ending>>;
}

/** Everything about a run that can be read off its timeline. */
export function timelineData(timeline: Timeline, { run, link }: About): TimelineData {
  const { circumstances, steps, ends } = timeline;
  const carried = loads(timeline);
  return {
    format: 'countersign-timeline',
    version: TIMELINE_VERSION,
    run,
    ...(link !== undefined && { link }),
    certificates: circumstances.brought ? 'own' : 'demo',
    clock: new Date(circumstances.now).toISOString(),
    tls: versionOf(timeline),
    clientAuthentication: circumstances.clientAuthentication,
    serverName: circumstances.name,
    steps: steps.map((step) => stepData(timeline, step, carried)),
    records: carried.map(({ carriage: { record, from, fate, bytes } }) => ({
      number: record + 1,
      from,
      fate,
      bytes: toHex(bytes),
    })),
    ends,
  };
}

function stepData(timeline: Timeline, step: Step, carried: ReturnType<typeof loads>): StepData {
  const { number, kind, name, from, phase, heard } = step;
  const { epoch, caption, interference: harm } = arrowOf(timeline, step, true);
  const message = messageOf(timeline, step);
  const own = carried.filter(({ steps, carriage }) => carriage.fate !== 'injected' && steps.includes(step));
  return {
    number,
    kind,
    name,
    from,
    phase,
    protection: epoch,
    read: heard !== undefined,
    ...(message && { message: toHex(message.bytes) }),
    ...(caption !== undefined && { caption }),
    ...(harm !== undefined && { interference: harm }),
    records: own.map(({ carriage }) => carriage.record + 1),
    events: toldIn(timeline, step).flatMap(({ who, insight }) => eventOf(who, insight) ?? []),
  };
}

function eventOf(who: Role, insight: Insight): EventData | undefined {
  switch (insight.kind) {
    case 'check':
      return { who, kind: 'check', what: insight.what, ok: insight.ok };
    case 'verdict':
      return { who, kind: 'verdict', what: insight.of, ok: insight.verdict.ok };
    case 'keys':
      return { who, kind: 'keys', what: `${insight.direction} ${insight.epoch} ${insight.generation}` };
    case 'fault':
      return { who, kind: 'fault', what: insight.cause, ok: false, because: sentenceOf(insight) };
    case 'alert':
      return { who, kind: 'alert', what: `${insight.direction} ${insight.level} ${insight.description}` };
    case 'connected':
      return { who, kind: 'connected' };
    case 'closed':
      return { who, kind: 'closed', what: insight.how };
    case 'state':
      return { who, kind: 'state', what: insight.name };
    default:
      return undefined;
  }
}

// What of a run is put beside another’s, as values: how it ends, who learns of it when, who can read what, and what it took. Read off the
// timeline; it must not know words, nor any other run.

import type { Step, Timeline } from '../../lab/index.ts';
import type { Certificate } from '../../pki/index.ts';
import type { AlertName, Facts, Role } from '../../tls/index.ts';
import { accountOf, firstOf, type InsightOf, peerOf, type Told } from '../account.ts';
import { epochOf } from '../arrows.ts';
import { aboutIdentity } from '../heads.ts';
import { alertIn, certificatesIn, messageOf, neverRead } from '../reading.ts';

/** A side that refused: the check that did it, and what it said about it. */
export interface Refusal {
  readonly by: Role;
  readonly fault: InsightOf<'fault'>;
  /** Whether it is about who the other side is. */
  readonly ofPeer: boolean;
  /** The number of the step in which it came about. */
  readonly step: number;
}

/** How a side got to know that the other one had refused. */
export interface News {
  readonly to: Role;
  readonly how: 'alert' | 'cut' | 'reset';
  /** Whether it counted itself as connected by then. */
  readonly connected: boolean;
  readonly step: number;
}

/** An alert about a failure, as it went over the wire. */
export interface Warning {
  readonly name: AlertName | 'unknown';
  readonly code: number;
  readonly clear: boolean;
  readonly step: number;
}

/** The Certificate message of a side, and the first certificate in it, if it can be read. */
export interface Shown {
  readonly leaf?: Certificate;
  /** Whether there is nothing in it. */
  readonly empty: boolean;
  /** Whether everybody on the wire can read it. */
  readonly clear: boolean;
  readonly step: number;
}

export interface Outline {
  readonly refusal?: Refusal;
  readonly warning?: Warning;
  readonly news?: News;
  readonly connected: Readonly<Record<Role, boolean>>;
  /** The step in which the server asks for a certificate; absent where it doesn’t. */
  readonly asked?: number;
  readonly shown: Readonly<Partial<Record<Role, Shown>>>;
  /** The step of a request that nobody ever read. */
  readonly unread?: number;
  /** The step from which on everything is protected but for ChangeCipherSpec; absent where something goes in the clear after that, as an alert may. */
  readonly sealedFrom?: Step;
  /** How often the client waited for the server before it could send data; absent where it never could. */
  readonly roundTrips?: number;
  /** Everything that was put on the wire, in bytes. */
  readonly bytes: number;
  /** What the connection agreed on, as the first side saw it that was connected. */
  readonly facts?: Facts;
}

/** The outline of a run. */
export function outlineOf(timeline: Timeline): Outline {
  const told = accountOf(timeline);
  const refusal = refusalIn(told);
  const warning = warningIn(timeline);
  const wasReset = timeline.moments.some((moment) => 'reset' in moment);
  const news = refusal && newsFor(told, peerOf(refusal.by), wasReset);
  const asked = stepNamed(timeline, 'CertificateRequest', 'server')?.number;
  const [client, server] = [shownIn(timeline, 'client'), shownIn(timeline, 'server')];
  const unread = timeline.steps.find(
    (step) => step.kind === 'data' && step.from === 'client' && neverRead(timeline, step),
  )?.number;
  const sealedFrom = sealedFromIn(timeline);
  const roundTrips = roundTripsOf(timeline);
  const facts = firstOf(told, 'connected')?.facts;
  return {
    ...(refusal && { refusal }),
    ...(warning && { warning }),
    ...(news && { news }),
    connected: { client: isConnected(told, 'client'), server: isConnected(told, 'server') },
    ...(asked !== undefined && { asked }),
    shown: { ...(client && { client }), ...(server && { server }) },
    ...(unread !== undefined && { unread }),
    ...(sealedFrom && { sealedFrom }),
    ...(roundTrips !== undefined && { roundTrips }),
    bytes: timeline.moments.reduce((sum, moment) => sum + ('carriage' in moment ? moment.carriage.bytes.length : 0), 0),
    ...(facts && { facts }),
  };
}

function sealedFromIn(timeline: Timeline): Step | undefined {
  const counted = timeline.steps.filter(({ kind }) => kind !== 'change_cipher_spec');
  const open = counted.map((step) => epochOf(timeline, step) === 'cleartext');
  const first = open.indexOf(false);
  return open.lastIndexOf(true) < first ? counted[first] : undefined;
}

function isConnected(told: readonly Told[], who: Role): boolean {
  return firstOf(told, 'connected', who) !== undefined;
}

function refusalIn(told: readonly Told[]): Refusal | undefined {
  for (const { who, insight, step } of told)
    if (insight.kind === 'fault') return { by: who, fault: insight, ofPeer: aboutIdentity(insight.cause), step };
  return undefined;
}

function warningIn(timeline: Timeline): Warning | undefined {
  for (const step of timeline.steps) {
    const alert = step.kind === 'alert' ? alertIn(timeline, step) : undefined;
    if (alert && alert.description !== 'close_notify')
      return {
        name: alert.description,
        code: alert.code,
        clear: epochOf(timeline, step) === 'cleartext',
        step: step.number,
      };
  }
  return undefined;
}

function newsFor(told: readonly Told[], to: Role, wasReset: boolean): News | undefined {
  let connected = false;
  for (const { who, insight, step } of told) {
    if (who !== to) continue;
    if (insight.kind === 'connected') connected = true;
    const how = howTold(insight);
    if (how) return { to, how: how === 'cut' && wasReset ? 'reset' : how, connected, step };
  }
  return undefined;
}

function howTold(insight: Told['insight']): News['how'] | undefined {
  if (insight.kind === 'alert' && insight.direction === 'received' && insight.description !== 'close_notify')
    return 'alert';
  return insight.kind === 'closed' && insight.how === 'transport' ? 'cut' : undefined;
}

function stepNamed({ steps }: Timeline, name: string, from: Role): Step | undefined {
  return steps.find((step) => step.kind === 'message' && step.name === name && step.from === from);
}

function shownIn(timeline: Timeline, who: Role): Shown | undefined {
  const step = stepNamed(timeline, 'Certificate', who);
  const message = step && messageOf(timeline, step);
  if (!step || !message) return undefined;
  const shown = certificatesIn(message);
  const [leaf] = shown;
  return {
    ...(leaf && { leaf }),
    empty: shown.length === 0,
    clear: epochOf(timeline, step) === 'cleartext',
    step: step.number,
  };
}

/** Flights of the server’s before the client was connected. RFC 9846 counts round trips like this. */
function roundTripsOf(timeline: Timeline): number | undefined {
  const connected = accountOf(timeline).find(({ who, insight }) => who === 'client' && insight.kind === 'connected');
  if (!connected) return undefined;
  const before = timeline.steps.filter(({ said }) => said < connected.at);
  return before.filter(({ from }, at) => from === 'server' && before[at - 1]?.from !== 'server').length;
}

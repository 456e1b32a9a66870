// Connections that end without a word: cut on the wire, or left by one side.

import type { Role, Version } from '../../tls/index.ts';
import type { Cast } from '../cast.ts';
import { type Entry, type Expectation, inBoth, type Spot } from '../catalogue/entry.ts';
import type { When } from '../catalogue/reason.ts';
import type { Mischief, Scenario } from '../scenario.ts';
import type { Script } from '../script.ts';
import { CUT, type Tap } from '../wire.ts';
import { tapped } from './tap.ts';

/** One moment at which the wire is cut. The sides take turns; each turn is a run of records. Numbers stand in links. */
interface Cut {
  readonly at: number;
  readonly when: When;
  /** The turn that the cut comes before, counted from 0, the ClientHello’s. */
  readonly turn: number;
  /** Its first record still passes. */
  readonly first?: true;
}

const cuts: Readonly<Record<Version, readonly Cut[]>> = {
  '1.3': [
    { at: 1, when: 'client-hello', turn: 1 },
    { at: 2, when: 'server-first-record', turn: 1, first: true },
    { at: 3, when: 'server-flight', turn: 2 },
    { at: 4, when: 'client-first-record', turn: 2, first: true },
    { at: 5, when: 'client-flight-and-request', turn: 3 },
    { at: 6, when: 'server-page', turn: 4 },
  ],
  '1.2': [
    { at: 1, when: 'client-hello', turn: 1 },
    { at: 2, when: 'server-first-record', turn: 1, first: true },
    { at: 3, when: 'server-flight', turn: 2 },
    { at: 4, when: 'client-flight', turn: 3 },
    { at: 5, when: 'server-finished', turn: 4 },
    { at: 6, when: 'client-request', turn: 5 },
    { at: 7, when: 'server-page', turn: 6 },
  ],
};

export const endings: readonly Entry[] = [
  {
    id: 'connection-cut',
    who: 'network',
    topic: 'flow',
    takes: { at: { '1.3': spots('1.3'), '1.2': spots('1.2') } },
    expect: inBoth(() => ({
      noticed: 'cut',
      by: ['client', 'server'],
      because: 'cut-without-goodbye',
    })),
    apply: (cast, mischief) => tapped(cast, cutting(cast.scenario, mischief)),
  },
  {
    id: 'close-without-notify',
    who: 'client',
    topic: 'flow',
    // The server then closes its half too, so that the client sees the same.
    expect: inBoth(() => left(['client', 'server'], 'server')),
    apply: (cast) => leaving(cast, 'client'),
  },
  {
    id: 'server-close-without-notify',
    who: 'server',
    topic: 'flow',
    expect: inBoth(() => left(['client'], 'client')),
    apply: (cast) => leaving(cast, 'server'),
  },
];

function spots(version: Version): readonly Spot[] {
  return cuts[version].map(({ at, when }) => ({ at, when }));
}

function left(by: readonly Role[], listener: Role): Expectation {
  return { noticed: 'cut', by, because: { why: 'left-as-if-cut', who: listener } };
}

/** @throws RangeError for a place that the version doesn’t have */
function cutting({ version, retry }: Scenario, { at = 1 }: Mischief): Tap {
  const cut = cuts[version].find((each) => each.at === at);
  if (!cut) throw new RangeError(`TLS ${version} has no cut ${at}`);
  // A HelloRetryRequest and the second ClientHello are two turns more.
  const extra = retry && cut.at > 1 ? 2 : 0;
  return atTurn(cut.turn + extra, (record) => (cut.first ? [record, CUT] : [CUT, record]));
}

/** The first record of one turn is treated, turns being counted from 0; all others pass. */
export function atTurn(number: number, treat: Tap): Tap {
  let turn = -1;
  let speaker: Role | undefined;
  return (carriage) => {
    if (carriage.from === speaker) return [carriage];
    speaker = carriage.from;
    turn++;
    return turn === number ? treat(carriage) : [carriage];
  };
}

/** The client leaves where it would say goodbye, the server when it has sent its page. */
function leaving(cast: Cast, who: Role): Cast {
  const script: Script = (role, said, status, insights) => {
    if (role === who && said.some(({ kind }) => kind === 'leave')) return undefined;
    const line = cast.script(role, said, status, insights);
    const done = who === 'client' ? line?.kind === 'close' : said.length === 1;
    return role === who && done ? { kind: 'leave' } : line;
  };
  return { ...cast, script };
}

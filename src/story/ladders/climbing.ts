// Both machines as ladders at the cursor: where each side is, was and may come, what it takes and what it would refuse.
// Its words come from words/states.ts.

import type { Station, Timeline } from '../../lab/index.ts';
import type { Role, Version } from '../../tls/index.ts';
import { sentenceOf } from '../../words/causes/index.ts';
import { tlsReference } from '../../words/references.ts';
import { ends, notes, reads, refuses, sideTitles, states, takes } from '../../words/states.ts';
import { toldBy } from '../account.ts';
import { type Standing, standingOf } from '../heads.ts';
import type { Lens } from '../lenses.ts';
import { plain, rich } from '../rich.ts';
import { stepLabel } from '../summary.ts';
import type { Ladder, LaddersView, Rung } from './ladder.ts';
import { acceptedIn, passesChangeCipherSpec, passesHelloRequest, refusedIn, type Waiting } from './refusing.ts';
import { type Visit, visitsOf } from './track.ts';

const roles: readonly Role[] = ['client', 'server'];

/** The machines that can be seen through a lens at the cursor (in steps; 0: before anything): each side sees its own. */
export function laddersAt(timeline: Timeline, cursor: number, lens: Lens = 'everything'): LaddersView {
  const seen = roles.filter((of) => lens === 'everything' || lens === of);
  const climbs = seen.map((of) => climbOf(timeline, of, cursor));
  const versions = [...new Set(climbs.map(({ version }) => version))];
  return {
    ladders: climbs.map(ladderOf),
    note: versions.map((version) => notes[version]).join(' '),
    references: versions.map((version) => tlsReference(version === '1.3' ? 'handshakeStates' : 'overview12')),
  };
}

/** A side with everything that is asked about it. */
interface Climb {
  readonly timeline: Timeline;
  readonly of: Role;
  readonly visits: readonly Visit[];
  readonly standing: Standing;
  readonly version: Version;
  /** The states of its version that it has been in or can come to, in order, with what is known of them. */
  readonly known: ReadonlyMap<string, Pick<Station, 'accepts' | 'epoch'>>;
  readonly here: string;
  readonly waiting: Waiting;
}

/** A client’s machine begins here and leaves at once, so it says nothing of it. */
const start = { name: 'START', accepts: [], epoch: 'cleartext' } as const;

function climbOf(timeline: Timeline, of: Role, cursor: number): Climb {
  const visits = visitsOf(timeline, of, cursor);
  const version = visits.filter((visit) => visit.version !== null).at(-1)?.version ?? timeline.circumstances.version;
  const found = new Map(
    [start, ...(timeline.honest?.statesIfAsked[version][of] ?? []), ...visits].map((visit) => [visit.name, visit]),
  );
  const known = new Map(
    Object.keys(states[version][of]).flatMap((name) => {
      const visit = found.get(name);
      return visit ? [[name, visit] as const] : [];
    }),
  );
  const last = visits.at(-1) ?? start;
  const begun = toldBy(timeline, of, cursor).some(({ insight }) => insight.kind === 'heard');
  const waiting: Waiting = { of, version, state: last.name, accepts: last.accepts, begun };
  const standing = standingOf(timeline, of, cursor);
  return { timeline, of, visits, standing, version, known, here: last.name, waiting };
}

function ladderOf(climb: Climb): Ladder {
  const { of, standing, waiting, here } = climb;
  const idle = standing.closed !== undefined || isBusy(climb) || waiting.accepts.length === 0;
  return {
    of,
    title: sideTitles[of],
    rungs: rungsOf(climb),
    now: nowOf(climb).map(rich),
    failed: standing.closed !== undefined && standing.closed.how !== 'close_notify',
    ...((!idle || (here === 'CONNECTED' && !standing.closed)) && { refused: refusedIn(waiting) }),
  };
}

function rungsOf({ timeline, of, visits, standing, version, known, here }: Climb): readonly Rung[] {
  const order = [...known.keys()];
  const expected = timeline.honest?.states[version][of] ?? [];
  const statusOf = (name: string): Rung['status'] => {
    if (name === here) return standing.closed ? 'ended' : 'here';
    if (name === start.name || visits.some((visit) => visit.name === name)) return 'been';
    if (order.indexOf(name) < order.indexOf(here)) return 'skipped';
    if (standing.closed) return 'never';
    return expected.some((state) => state.name === name) ? 'ahead' : 'perhaps';
  };
  return [...known].map(([name, { accepts, epoch }]): Rung => {
    const status = statusOf(name);
    const { doing = '', only } = states[version][of][name] ?? {};
    const visit = visits.find((each) => each.name === name);
    const conditional = only !== undefined && (status === 'perhaps' || status === 'skipped');
    return {
      name,
      status,
      doing,
      accepts: acceptedIn({ version, accepts }),
      epoch,
      ...(conditional && { only }),
      ...((status === 'been' || name === here) && { since: sinceOf(timeline, visit?.step ?? 0) }),
    };
  });
}

function sinceOf(timeline: Timeline, number: number): NonNullable<Rung['since']> {
  const step = timeline.steps[number - 1];
  return { step: number, label: step ? stepLabel(timeline, step) : '' };
}

/** What a side waits for, is busy with, or how it ended. */
function nowOf(climb: Climb): readonly string[] {
  const { standing, waiting, version, known, here } = climb;
  const { fault, alert, closed } = standing;
  if (fault) return [ends.refused(plain(sentenceOf(fault)), fault.alert)];
  if (closed?.how === 'alert') return [ends.told(alert?.description ?? '')];
  if (closed) return [closed.how === 'close_notify' ? ends.closed : ends.cut];
  if (isBusy(climb)) return [takes.busy(standing.busy ?? '')];
  const accepted = acceptedIn(waiting);
  if (here === 'CONNECTED') return [version === '1.2' ? takes.declines(accepted[0] ?? '') : takes.connected(accepted)];
  if (accepted.length === 0) return [takes.nothing];
  const epoch = known.get(here)?.epoch ?? 'cleartext';
  return [
    takes.waits(accepted),
    reads[epoch],
    ...(passesChangeCipherSpec(waiting) ? [refuses.passes] : []),
    ...(passesHelloRequest(waiting) ? [refuses.passesRequest] : []),
  ];
}

/** Whether it has heard something and not yet told what it makes of it. */
function isBusy({ standing, here }: Climb): boolean {
  return standing.busy !== undefined && here !== 'CONNECTED';
}

// The states that a side went through, read off what it told, and those that it goes through when all goes well.
// It must not know words.

import { agreeing, run, type Scenario, type Step, type Timeline } from '../../lab/index.ts';
import type { Epoch, Role, Version } from '../../tls/index.ts';
import { type InsightOf, type Told, toldBy } from '../account.ts';

/** A state that a side came to. */
export interface Visit {
  readonly name: string;
  /** Number of the step in which it came there; 0: from the start. */
  readonly step: Step['number'];
  readonly accepts: readonly string[];
  /** Under which keys it reads there. */
  readonly epoch: Epoch;
  /** Null while none is agreed on. */
  readonly version: Version | null;
}

interface Fold {
  readonly epoch: Epoch;
  readonly visits: readonly Visit[];
}

/** The states that a side came to by the cursor, in their order. */
export function visitsOf(timeline: Timeline, of: Role, cursor: number): readonly Visit[] {
  return toldBy(timeline, of, cursor).reduce<Fold>(absorb, { epoch: 'cleartext', visits: [] }).visits;
}

/** The states of a side in an honest run of the same scenario, in this version. */
export function honestVisits({ scenario }: Timeline, of: Role, version: Version): readonly Visit[] {
  return visitsOf(honestRun(scenario, { version }), of, Number.POSITIVE_INFINITY);
}

/** All states that a side can come to with the scenario's choices: those of an honest run in which the server asks. */
export function possibleVisits({ scenario }: Timeline, of: Role, version: Version): readonly Visit[] {
  const asking = honestRun(scenario, { version, clientAuthentication: 'required' });
  return visitsOf(asking, of, Number.POSITIVE_INFINITY);
}

function honestRun(scenario: Scenario, choices: Partial<Scenario>): Timeline {
  return run(agreeing({ ...scenario, mischief: [] }, choices));
}

function absorb(fold: Fold, { insight, step }: Told): Fold {
  if (insight.kind === 'keys' && insight.direction === 'read') return { ...fold, epoch: insight.epoch };
  return insight.kind === 'state' ? { ...fold, visits: [...fold.visits, visitOf(insight, step, fold.epoch)] } : fold;
}

function visitOf({ name, waitsFor, version }: InsightOf<'state'>, step: number, epoch: Epoch): Visit {
  return { name, step, accepts: waitsFor, epoch, version };
}

// Short words around the picture: the line in the header, the label of a step.

import {
  entryNamed,
  expectationOf,
  type Mischief,
  type Scenario,
  type Step,
  type Timeline,
  unusualIn,
} from '../lab/index.ts';
import type { Role } from '../tls/index.ts';
import { listed } from '../words/grammar.ts';
import { named, nothingNew, summaryWords } from '../words/summary.ts';
import { titleAtHand } from '../words/titles.ts';
import { titleOf } from './arrows.ts';
import type { Lens } from './lenses.ts';
import { seenOnWire } from './record-rows.ts';
import { type Rich, rich } from './rich.ts';

/** The scenario in one line, and with its run that of what goes wrong which came to nothing. */
export function summary(scenario: Scenario, run?: Timeline): Rich {
  const called = (mischief: Mischief): string => {
    const missed = run !== undefined && entryNamed(mischief.id)?.missed?.(mischief, run) === true;
    return titleAtHand(mischief, !missed);
  };
  const idle = (mischief: Mischief): boolean => {
    const entry = entryNamed(mischief.id);
    const expectation = entry && expectationOf(entry, scenario, mischief);
    return expectation?.noticed === false && expectation.because === 'client-not-asked';
  };
  const well = run !== undefined && wentWell(run);
  // Only of a run that is not told to its end, when nothing goes wrong in it.
  const open = run?.ends.client.state === 'waiting';
  const brought = run?.circumstances.brought !== undefined;
  return rich(summaryWords(scenario, unusualIn(scenario), { called, idle, well, open, brought }));
}

/** Whether nobody refused, and both sides heard the other's goodbye. */
function wentWell({ moments, steps }: Timeline): boolean {
  const heard = (from: Role) =>
    steps.some((step) => step.from === from && step.name === 'alert close_notify' && step.heard !== undefined);
  const refused = moments.some((moment) => 'insight' in moment && moment.insight.kind === 'fault');
  return !refused && heard('client') && heard('server');
}

/** `CertificateRequest`, `Certificate (client)`, `alert unknown_ca`; through the eyes of the wire `application_data (record 3, 47 bytes)`. */
export function stepLabel(timeline: Timeline, step: Step, lens: Lens = 'everything'): string {
  if (lens === 'wire') {
    const names = seenOnWire(timeline, step.number).map(({ title, caption }) => named(title, caption));
    return listed(names) || nothingNew;
  }
  const twice = timeline.steps.some((other) => other.name === step.name && other.from !== step.from);
  const name = step.kind === 'change_cipher_spec' ? titleOf(timeline, step) : step.name;
  return twice && (step.kind === 'message' || step.kind === 'change_cipher_spec') ? `${name} (${step.from})` : name;
}

/** Whether the news of a failure that a step carries can be seen through a lens: on the wire, only where an alert is in the clear. */
export function tellsFailure(timeline: Timeline, step: number, lens: Lens): boolean {
  return lens !== 'wire' || seenOnWire(timeline, step).some(({ alert }) => alert);
}

// Whether a run came out as the catalogue says it must.

import { expect } from 'vitest';
import type { Expectation, Timeline } from '../../src/lab/index.ts';
import type { AlertName, FaultCause, Insight, Role } from '../../src/tls/index.ts';
import { reasonSentence } from '../../src/words/catalogue/index.ts';

const roles: readonly Role[] = ['client', 'server'];

/** Fails unless the run came out as expected. */
export function expectAsExpected(timeline: Timeline, expectation: Expectation): void {
  if (expectation.noticed === true) expectNoticed(timeline, expectation);
  else {
    expect(reasonSentence(expectation.because)).toMatch(/\.$/);
    if (expectation.noticed === 'cut') expectCut(timeline, expectation.by);
    else expectUnnoticed(timeline, expectation.waits ?? []);
  }
}

/** Fails unless nobody found fault with anything: both closed in order, or those in `waits` wait for ever. */
export function expectUnnoticed(timeline: Timeline, waits: readonly Role[]): void {
  for (const role of roles) expect(insights(timeline, role, 'fault')).toEqual([]);
  if (waits.length > 0) {
    for (const role of waits) expect(['waiting', 'connected']).toContain(timeline.ends[role].state);
    return;
  }
  for (const role of roles) {
    expect(timeline.ends[role].state).toBe('closed');
    expect(timeline.ends[role].facts).toBeDefined();
  }
  expect(timeline.ghosts).toEqual([]);
}

function expectNoticed(timeline: Timeline, expected: Extract<Expectation, { readonly noticed: true }>): void {
  const { by, cause, alert, at, answer } = expected;
  const other: Role = by === 'client' ? 'server' : 'client';
  expectFault(timeline, by, cause, alert);
  const [fault] = insights(timeline, by, 'fault');
  const home = timeline.steps.find(({ moments }) => moments.includes(fault?.at ?? -1));
  expect({ from: home?.from, name: home?.name }).toEqual(at);
  const received = insights(timeline, other, 'alert')
    .map(({ insight }) => insight)
    .filter(({ direction, description }) => direction === 'received' && description !== 'close_notify');
  if (answer === undefined) {
    expect(received).toMatchObject([{ level: 'fatal', description: alert }]);
    expect(insights(timeline, other, 'fault')).toEqual([]);
    expect(timeline.ends[other].state).toBe('failed');
  } else {
    expect(received).toEqual([]);
    if (answer === 'lost') expect(insights(timeline, other, 'fault')).toEqual([]);
    else expectFault(timeline, other, answer.cause, answer.alert);
  }
  expect(timeline.ends[by].state).toBe('failed');
}

/** One fault with this cause, and one fatal alert for it. */
function expectFault(timeline: Timeline, by: Role, cause: FaultCause, alert: AlertName): void {
  const faults = insights(timeline, by, 'fault');
  expect(faults.map(({ insight }) => ({ cause: insight.cause, alert: insight.alert }))).toEqual([{ cause, alert }]);
  const fatal = timeline.steps.filter(
    ({ kind, name, from }) => kind === 'alert' && from === by && name !== 'alert close_notify',
  );
  expect(fatal.map(({ name }) => name)).toEqual([`alert ${alert}`]);
}

function expectCut(timeline: Timeline, by: readonly Role[]): void {
  for (const role of roles) expect(insights(timeline, role, 'fault')).toEqual([]);
  const cut = roles.filter((role) =>
    insights(timeline, role, 'closed').some(({ insight }) => insight.how === 'transport'),
  );
  expect(cut).toEqual(roles.filter((role) => by.includes(role)));
  for (const role of by) expect(timeline.ends[role].state).toBe('failed');
}

function insights<K extends Insight['kind']>(timeline: Timeline, who: Role, kind: K) {
  return timeline.moments.flatMap((moment) =>
    moment.who === who && moment.insight.kind === kind
      ? [{ at: moment.at, insight: moment.insight as Extract<Insight, { readonly kind: K }> }]
      : [],
  );
}

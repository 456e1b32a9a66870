// Every entry of the catalogue against the engine: who notices, by which check, in which step, with which alert, and how both ends end.

import { describe, expect, it } from 'vitest';
import {
  catalogue,
  defaultScenario,
  type Expectation,
  play,
  type Scenario,
  type Timeline,
} from '../../src/lab/index.ts';
import type { Insight, Role } from '../../src/tls/index.ts';

const scenarios: readonly Scenario[] = (['P-256', 'RSA', 'Ed25519'] as const).flatMap((keys) =>
  (['off', 'asked', 'required'] as const).flatMap((clientAuthentication) =>
    [false, true].map((coalesced) => ({ ...defaultScenario, keys, clientAuthentication, coalesced })),
  ),
);
const titleOf = ({ keys, clientAuthentication, coalesced }: Scenario): string =>
  `${keys}, client authentication ${clientAuthentication}${coalesced ? ', coalesced' : ''}`;

describe('nothing', () => {
  it.each(scenarios.map((scenario) => [titleOf(scenario), scenario] as const))('goes wrong: %s', (_, scenario) => {
    const timeline = play(scenario);
    expectUnnoticed(timeline);
    const authenticated = scenario.clientAuthentication !== 'off';
    expect(timeline.ends.server.facts?.peer ?? 'nobody').toMatch(authenticated ? /^CN=client\.example/ : /^nobody$/);
  });
});

describe.each(catalogue.map((entry) => [entry.id, entry] as const))('%s', (id, entry) => {
  const expected = entry.expect['1.3'];
  if (!expected) return;

  it.each(scenarios.map((scenario) => [titleOf(scenario), scenario] as const))('%s', (_, scenario) => {
    const timeline = play({ ...scenario, mischief: [{ id }] });
    const expectation = expected(scenario);
    if (expectation.noticed) expectNoticed(timeline, expectation);
    else {
      expect(expectation.because).toMatch(/\.$/);
      expectUnnoticed(timeline);
    }
  });
});

it('has unique ids that can stand in links', () => {
  const ids = catalogue.map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
  for (const id of ids) expect(id).toMatch(/^[a-z0-9-]+$/);
});

function expectNoticed(
  timeline: Timeline,
  { by, cause, alert, at }: Extract<Expectation, { readonly noticed: true }>,
): void {
  const other: Role = by === 'client' ? 'server' : 'client';
  const faults = insights(timeline, by, 'fault');
  expect(faults).toHaveLength(1);
  expect(faults[0]?.insight).toMatchObject({ cause, alert });
  expect(insights(timeline, other, 'fault')).toEqual([]);

  const home = timeline.steps.find(({ moments }) => moments.includes(faults[0]?.at ?? -1));
  expect({ from: home?.from, name: home?.name }).toEqual(at);

  const fatal = timeline.steps.filter(({ kind, name }) => kind === 'alert' && name !== 'alert close_notify');
  expect(fatal).toHaveLength(1);
  expect(fatal[0]).toMatchObject({ name: `alert ${alert}`, from: by });
  expect(fatal[0]?.heard).toBeDefined();
  expect(insights(timeline, other, 'alert').map(({ insight }) => insight)).toMatchObject([
    { direction: 'received', level: 'fatal', description: alert },
  ]);

  expect(timeline.ends[by]).toEqual({ state: 'failed' });
  expect(timeline.ends[other].state).toBe('failed');
  // TLS 1.3: a client has finished its handshake before the server judges it.
  expect(timeline.ends[other].facts !== undefined).toBe(by === 'server');
  expect(timeline.ghosts.length).toBeGreaterThan(0);
}

function expectUnnoticed(timeline: Timeline): void {
  for (const role of ['client', 'server'] as const) {
    expect(insights(timeline, role, 'fault')).toEqual([]);
    expect(timeline.ends[role].state).toBe('closed');
    expect(timeline.ends[role].facts).toBeDefined();
  }
  for (const { heard } of timeline.steps) expect(heard).toBeDefined();
  expect(timeline.ghosts).toEqual([]);
}

function insights<K extends Insight['kind']>(timeline: Timeline, who: Role, kind: K) {
  return timeline.moments.flatMap((moment) =>
    moment.who === who && moment.insight.kind === kind
      ? [{ at: moment.at, insight: moment.insight as Extract<Insight, { readonly kind: K }> }]
      : [],
  );
}

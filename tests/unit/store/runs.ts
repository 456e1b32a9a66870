// Small hand-made runs for the store's tests: only what selectors look at.

import type { Circumstances, Moment, Phase, Scenario, Step, Timeline, Trust } from '../../../src/lab/index.ts';

const plan: readonly { readonly name: string; readonly phase: Phase; readonly kind?: Step['kind'] }[] = [
  { name: 'ClientHello', phase: 'negotiation' },
  { name: 'ServerHello', phase: 'negotiation' },
  { name: 'Certificate', phase: 'server authentication' },
  { name: 'Finished', phase: 'server authentication' },
  { name: 'Finished', phase: 'client authentication' },
  { name: 'application data', phase: 'application data', kind: 'data' },
];

/** Six steps; with mischief the last one is an alert, and the fault before it belongs to step 5. */
export function fakeRun(scenario: Scenario): Timeline {
  const bad = scenario.mischief.length > 0;
  const steps = plan.map((each, index): Step => {
    const alert = bad && index === 5;
    return {
      number: index + 1,
      kind: alert ? 'alert' : (each.kind ?? 'message'),
      name: alert ? 'alert unknown_ca' : each.name,
      from: index % 2 === 0 ? 'client' : 'server',
      phase: alert ? 'client authentication' : each.phase,
      moments: [index * 2, index * 2 + 1],
      said: index * 2,
    };
  });
  const moments = steps.flatMap((step) => step.moments.map((at): Moment => moment(at, bad && at === 9)));
  const ends = { client: { state: 'closed' }, server: { state: bad ? 'failed' : 'closed' } } as const;
  return { scenario, circumstances: nobody(scenario), moments, steps, ghosts: [], ends };
}

/** The circumstances of two who hold nothing and trust nobody. */
function nobody({ version, suite, keyExchange, group, clientAuthentication }: Scenario): Circumstances {
  const none: Trust = { anchors: [], chains: [], heedsAuthorities: true };
  const trust = { client: none, server: none };
  return { now: 0, version, suite, keyExchange, group, name: null, clientAuthentication, trust };
}

function moment(at: number, fault: boolean): Moment {
  return fault
    ? {
        at,
        who: 'server',
        insight: { kind: 'fault', cause: 'bad-finished', values: {}, alert: 'decrypt_error' },
      }
    : { at, who: 'client', insight: { kind: 'state', name: 'WAIT', version: '1.3', waitsFor: [] } };
}

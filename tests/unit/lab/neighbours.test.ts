// What is one choice away: exactly what the store plays when the choice is made, so that it is found again.

import { describe, expect, it } from 'vitest';
import { defaultScenario, neighbours, run, type Scenario, supply } from '../../../src/lab/index.ts';
import { createLab, type Lab } from '../../../src/store/index.ts';

await supply();

const choices: readonly ((lab: Lab) => void)[] = [
  ({ misbehave, scenario }) => misbehave('untrusted-ca', !scenario.mischief.some(({ id }) => id === 'untrusted-ca')),
  ({ misbehave, scenario }) => misbehave('bad-signature', !scenario.mischief.some(({ id }) => id === 'bad-signature')),
  ...(['off', 'asked', 'required'] as const).map((clientAuthentication) => (lab: Lab) => {
    if (lab.scenario.clientAuthentication !== clientAuthentication) lab.change({ clientAuthentication });
  }),
  ({ change, scenario }) => change({ version: scenario.version === '1.3' ? '1.2' : '1.3' }),
];

describe('what is one choice away', () => {
  it.each<Partial<Scenario>>([
    {},
    { retry: true, mischief: [{ id: 'bad-signature' }] },
    { version: '1.2', keys: 'RSA', keyExchange: 'static' },
  ])('is what the store plays for it: %j', (patch) => {
    const scenario = { ...defaultScenario, ...patch };
    const near = neighbours(scenario).map((next) => JSON.stringify(next));
    const led = choices.map((choose) => {
      const store = createLab(run, { scenario });
      choose(store.getState());
      return JSON.stringify(store.getState().scenario);
    });
    const here = JSON.stringify(scenario);
    expect(new Set(near)).toEqual(new Set(led.filter((each) => each !== here)));
  });

  it('is remembered beside what is shown, with all that it is compared with', () => {
    const first = run(defaultScenario);
    const near = neighbours(defaultScenario).map((next) => run(next));
    expect(run(defaultScenario)).toBe(first);
    neighbours(defaultScenario).forEach((next, at) => void expect(run(next)).toBe(near[at]));
  });
});

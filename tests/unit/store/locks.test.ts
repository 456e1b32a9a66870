// What an exhibit locks stays as it is: every action that the page's controls come to is tried against each lock.

import { describe, expect, it, vi } from 'vitest';
import { defaultScenario, type Scenario, supply } from '../../../src/lab/index.ts';
import { chosenScenario, createLab, type Lab, usualView } from '../../../src/store/index.ts';
import { guardChoices } from '../../../src/store/locks/index.ts';
import { fakeRun } from './runs.ts';

await supply();

/** A change that only the lock of its name, and that of everything, forbids. */
const changes: Readonly<Record<string, (scenario: Scenario) => Scenario>> = {
  'client-authentication': (scenario) => ({ ...scenario, clientAuthentication: 'asked' }),
  'bad-signature': (scenario) => ({ ...scenario, mischief: [{ id: 'bad-signature' }] }),
  'untrusted-ca': (scenario) => ({ ...scenario, mischief: [{ id: 'untrusted-ca' }] }),
  errors: (scenario) => ({ ...scenario, mischief: [{ id: 'client-expired' }] }),
  handshake: (scenario) => ({ ...scenario, version: '1.2' }),
};

/** Every way to make it: what explains, flips a byte, picks a failure, or turns a switch comes to one of these. */
const ways: Readonly<Record<string, (lab: Lab, next: Scenario) => void>> = {
  change: (lab, next) => lab.change(next),
  'change, to where it opens': (lab, next) => lab.change(next, 'opening'),
  'change, at a place': (lab, next) => lab.change(next, { step: 1 }),
  stage: (lab, next) => lab.stage(() => next),
  misbehave(lab, { mischief: [first] }) {
    if (first) lab.misbehave(first.id, true);
  },
};

const locked = (lock: readonly string[]) => {
  const lab = createLab(fakeRun, { view: { ...usualView, lock } });
  const refused = vi.fn();
  guardChoices(lab, refused);
  return { lab, refused };
};

describe.each(Object.keys(changes))('a change of %s', (name) => {
  const next = changes[name]?.(defaultScenario) ?? defaultScenario;
  const possible = Object.entries(ways).filter(([way]) => way !== 'misbehave' || next.mischief.length > 0);

  it.each(possible)('is refused by its lock and by that of everything, and by no other: %s', (_, go) => {
    for (const lock of [...Object.keys(changes), 'scenario', 'lens']) {
      const { lab, refused } = locked([lock]);
      go(lab.getState(), next);
      const forbidden = lock === name || lock === 'scenario';
      expect([lock, refused.mock.calls.length]).toEqual([lock, forbidden ? 1 : 0]);
      expect(chosenScenario(lab.getState())).toEqual(forbidden ? defaultScenario : next);
    }
  });

  it('can’t be had by resetting what a link made otherwise', () => {
    const { lab, refused } = locked([name]);
    lab.getState().load(next, 1);
    expect(chosenScenario(lab.getState())).toEqual(next);
    lab.getState().reset();
    expect(refused).toHaveBeenCalledTimes(1);
    expect(chosenScenario(lab.getState())).toEqual(next);
  });
});

describe('a lab without locks', () => {
  it('lets everything be changed, and again when the guard is gone', () => {
    const lab = createLab(fakeRun);
    const refused = vi.fn();
    const before = lab.getState().change;
    const gone = guardChoices(lab, refused);
    lab.getState().change({ version: '1.2' });
    lab.getState().undo();
    expect(chosenScenario(lab.getState())).toEqual(defaultScenario);
    gone();
    expect(lab.getState().change).toBe(before);
    expect(refused).not.toHaveBeenCalled();
  });
});

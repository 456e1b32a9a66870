import { describe, expect, it, vi } from 'vitest';
import { defaultScenario, type Scenario, type Timeline } from '../../../src/lab/index.ts';
import type { Own } from '../../../src/lab/own/index.ts';
import { createBeside } from '../../../src/store/beside/index.ts';
import { createLab } from '../../../src/store/index.ts';
import { fakeRun } from './runs.ts';

const early: Scenario = { ...defaultScenario, version: '1.2' };
const late: Scenario = { ...defaultScenario, retry: true };

/** A lab of which every run but the first is answered when the test says so. */
function waiting() {
  const answers: { readonly scenario: Scenario; answer(): Promise<void>; refuse(): Promise<void> }[] = [];
  let begun = false;
  const lab = createLab((scenario) => {
    if (!begun) {
      begun = true;
      return fakeRun(scenario);
    }
    let settle: { resolve(timeline: Timeline): void; reject(error: Error): void } | undefined;
    const promise = new Promise<Timeline>((resolve, reject) => {
      settle = { resolve, reject };
    });
    const settled = () => promise.then(() => undefined).catch(() => undefined);
    answers.push({
      scenario,
      answer: () => {
        settle?.resolve(fakeRun(scenario));
        return settled();
      },
      refuse: () => {
        settle?.reject(new Error('no'));
        return settled();
      },
    });
    return promise;
  });
  return { lab, beside: createBeside(lab), answers };
}

describe('what stands beside a run', () => {
  it('is what was put there last, in whichever order the runs are had', async () => {
    const { lab, beside, answers } = waiting();
    beside.getState().put(early);
    beside.getState().put(late);
    await answers[1]?.answer();
    await answers[0]?.answer();
    expect(beside.getState().second?.scenario).toBe(late);
    expect(lab.getState().beside).toBe(late);
  });

  it('is what a link says, of which the lab need not be told again', () => {
    const lab = createLab(fakeRun, { beside: { scenario: late } });
    const told = vi.fn();
    lab.subscribe(told);
    expect(createBeside(lab).getState().second?.scenario).toBe(late);
    expect(told).not.toHaveBeenCalled();
  });

  it('is made of the reader’s own choices, with what they brought where that is in use', () => {
    const own = {} as Own;
    const play = vi.fn((scenario: Scenario, _own?: Own) => fakeRun(scenario));
    const lab = createLab(play);
    const beside = createBeside(lab);
    beside.getState().stage((chosen) => ({ ...chosen, retry: true }));
    expect(play).toHaveBeenLastCalledWith(late, undefined);
    lab.setState({ brought: own });
    lab.getState().change({ version: '1.2' }, undefined, true);
    beside.getState().stage((chosen) => ({ ...chosen, coalesced: true }));
    expect(play).toHaveBeenLastCalledWith({ ...early, coalesced: true }, own);
    expect(beside.getState().second?.brought).toBe(true);
    expect(lab.getState().beside).toBeNull();
  });

  it('is not said to be missing for what was put there before it', async () => {
    const { beside, answers } = waiting();
    beside.getState().put(early);
    beside.getState().put(late);
    await answers[1]?.answer();
    await answers[0]?.refuse();
    expect(beside.getState()).toMatchObject({ second: { scenario: late }, hindrance: null });
  });

  it('does not come when it was taken away while it was waited for', async () => {
    const { lab, beside, answers } = waiting();
    beside.getState().put(early);
    beside.getState().drop();
    await answers[0]?.answer();
    expect(beside.getState().second).toBeNull();
    expect(lab.getState().beside).toBeNull();
  });

  it('does not come with what was brought when that has been forgotten meanwhile', async () => {
    const { lab, beside, answers } = waiting();
    lab.setState({ brought: {} as Own });
    beside.getState().put(early, true);
    lab.setState({ brought: null });
    await answers[0]?.answer();
    expect(beside.getState().second).toBeNull();
  });
});

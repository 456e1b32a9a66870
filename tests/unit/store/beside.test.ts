import { describe, expect, it, vi } from 'vitest';
import { defaultScenario, type Scenario, type Timeline } from '../../../src/lab/index.ts';
import type { Own } from '../../../src/lab/own/index.ts';
import { createBeside, createCompanion } from '../../../src/store/beside/index.ts';
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

describe('the lab of the run beside', () => {
  /** Of the run beside each step stands a step after the same of the lab’s. */
  function both() {
    const lab = createLab(fakeRun);
    const beside = createBeside(lab);
    const companion = createCompanion(lab, beside, {
      cursorOf: (_, cursor) => Math.max(0, cursor - 1),
      seenAt: (_, step) => step + 1,
    });
    beside.getState().put(late);
    return { lab, beside, companion };
  }

  it('stands where the lab’s playhead does, and is looked at in the same way', () => {
    const { lab, beside, companion } = both();
    lab.getState().seek(4, 'jump');
    lab.getState().arrange({ lens: 'wire' });
    expect(companion.getState()).toMatchObject({ scenario: late, cursor: 3, settled: 3, view: { lens: 'wire' } });
    expect(companion.getState().timeline).toBe(beside.getState().second?.timeline);
  });

  it('takes the lab along, and stays at its own step until that moves again', () => {
    const { lab, beside, companion } = both();
    companion.getState().select('row', 3);
    expect(lab.getState().cursor).toBe(4);
    expect(companion.getState()).toMatchObject({ cursor: 3, settled: 3, selection: { row: 'row' } });
    expect(beside.getState().picked).toBe(3);
    lab.getState().seek(2, 'jump');
    expect(beside.getState().picked).toBeNull();
    expect(companion.getState()).toMatchObject({ cursor: 1, selection: { row: null } });
  });

  it('shows the same layer of bytes, and a field of its own', () => {
    const { lab, companion } = both();
    lab.getState().openField('0/1');
    companion.getState().openLayer('message');
    companion.getState().openField('0/2');
    expect(lab.getState().selection).toMatchObject({ layer: 'message', field: null });
    expect(companion.getState().selection).toMatchObject({ layer: 'message', field: '0/2' });
  });

  it('changes the run beside, and not the lab’s', () => {
    const { lab, beside, companion } = both();
    const { timeline } = lab.getState();
    companion.getState().change({ coalesced: true });
    expect(beside.getState().second?.scenario).toEqual({ ...late, coalesced: true });
    expect(lab.getState().timeline).toBe(timeline);
    expect(companion.getState().timeline).toBe(beside.getState().second?.timeline);
  });

  it.each([
    ['in both', true],
    ['in the run beside', false],
  ])('has nothing left of what was brought %s when that is forgotten', (_, inFirst) => {
    const own = {} as Own;
    const { lab, beside, companion } = both();
    lab.setState({ brought: own });
    lab.getState().change({ version: '1.2' }, undefined, inFirst);
    beside.getState().put(late, true);
    const withOwn = beside.getState().second?.timeline;
    expect(companion.getState().timeline).toBe(withOwn);
    expect(companion.getState()).toMatchObject({ brought: own, history: { now: { brought: true } } });
    // As whoever holds what was brought does it.
    if (inFirst) lab.getState().change({}, undefined, false);
    lab.setState({ brought: null });
    expect(beside.getState().second).toBeNull();
    expect(companion.getState().timeline).toBe(lab.getState().timeline);
    expect(companion.getState().timeline).not.toBe(withOwn);
    expect(lab.getState().history.now.brought).not.toBe(true);
    expect(companion.getState().brought).toBeNull();
    expect(companion.getState().history).toBe(lab.getState().history);
  });
});

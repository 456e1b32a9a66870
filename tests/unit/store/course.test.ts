// A lesson that is worked through beside a lab: where it takes the lab, what it keeps, and what it makes of addresses and texts that are no good.

import { beforeAll, describe, expect, it, vi } from 'vitest';
import { defaultScenario, linkParts, runSupplied, type Scenario } from '../../../src/lab/index.ts';
import { createCourse, type Fetched } from '../../../src/store/course/index.ts';
import { createLab, type Start, stepNumber } from '../../../src/store/index.ts';

const text = `# T

## One

#1?step=4

### Which?

- [ ] a
- [x] b

why

## Two

#1/off?step=2&lens=wire&tab=bytes&beside=1%2Ftls12

## Three

#1?break=nothing-of-the-kind&step=3

## Four

#1?step=9
`;

const off: Scenario = { ...defaultScenario, clientAuthentication: 'off' };

function set(start: Start = {}, texts: Readonly<Record<string, Fetched>> = { t: { text, origin: 'page' } }) {
  const lab = createLab((scenario) => runSupplied(scenario), start);
  const kept = new Map<string, string>();
  const fetch = vi.fn(async (name: string): Promise<Fetched> => texts[name] ?? { lack: 'no such lesson' });
  const recall = (of: string) => kept.get(of) ?? '';
  const keep = (of: string, progress: string) => void kept.set(of, progress);
  const course = createCourse(lab, { fetch, recall, keep });
  const where = () => {
    const { scenario, view } = lab.getState();
    return {
      at: course.getState().progress.at,
      asked: scenario.clientAuthentication,
      step: stepNumber(lab.getState()),
      lens: view.lens,
      tab: view.tab,
    };
  };
  const ready = () => vi.waitFor(() => expect(lab.getState().awaited).toBeNull());
  return { lab, course, kept, where, ready, ...course.getState() };
}

// What a lab begins with must be at hand.
beforeAll(() => linkParts.need('reading'));

describe('a lesson that is opened', () => {
  it('takes the lab to the moment of its first part, and on from there', async () => {
    const { lab, course, where, open, go, ready } = set();
    await open('t');
    expect(where()).toEqual({ at: 0, asked: 'required', step: 4, lens: 'everything', tab: 'explain' });
    const going = go(1);
    // Nobody takes the moment of the part before for that of this one.
    expect(course.getState().place).toEqual({ is: 'coming' });
    await going;
    await ready();
    expect(where()).toEqual({ at: 1, asked: 'off', step: 2, lens: 'wire', tab: 'bytes' });
    expect(lab.getState().beside?.version).toBe('1.2');
    await go(3);
    // What a part doesn’t say of how to look is as usual.
    expect(where()).toEqual({ at: 3, asked: 'required', step: 9, lens: 'everything', tab: 'explain' });
    expect(lab.getState().beside).toBeNull();
    expect(lab.getState().open.beside).toBe(false);
    expect(lab.getState().view.lesson).toBe('t');
  });

  it('stays where a link says, at the part that is about it', async () => {
    const { where, open, course } = set({ scenario: off, step: 2 });
    await open('t');
    expect(where()).toMatchObject({ at: 1, asked: 'off', step: 2 });
    expect(course.getState().place).toMatchObject({ is: 'there', moment: { step: 2 } });
    const { where: elsewhere, open: begin } = set({ scenario: off, step: 3 });
    await begin('t');
    expect(elsewhere()).toMatchObject({ at: 0, asked: 'off', step: 3 });
  });

  it('keeps how far somebody is, and goes on there', async () => {
    const first = set();
    await first.open('t');
    first.answer(false);
    first.answer(true);
    await first.go(3);
    expect([...first.kept]).toEqual([[text, '3.3.0n']]);
    const { lab, course } = first;
    await course.getState().open('other');
    await course.getState().open('t', true);
    expect(course.getState().progress).toEqual({ at: 3, reached: 3, answers: { 0: false } });
    expect(stepNumber(lab.getState())).toBe(9);
    // The end shows what the last part does, and is still the end when the lesson is opened there again.
    await course.getState().go(4);
    await course.getState().open('other');
    await course.getState().open('t');
    expect(course.getState().progress).toMatchObject({ at: 4, reached: 4 });
    await course.getState().restart();
    expect(course.getState().progress).toEqual({ at: 0, reached: 0, answers: {} });
    expect(stepNumber(lab.getState())).toBe(4);
  });

  it('leaves the colours of the page to the reader', async () => {
    const dark = text.replace('#1?step=4', '#1?step=4&theme=dark');
    const { lab, open, go } = set({ view: { theme: 'projector' } }, { t: { text: dark, origin: 'page' } });
    await open('t', true);
    expect(lab.getState().view.theme).toBe('projector');
    await go(3);
    expect(lab.getState().view.theme).toBe('projector');
  });

  it('says what of an address can’t be followed, and shows the rest', async () => {
    const { course, open, go } = set();
    await open('t');
    await go(2);
    expect(course.getState().place).toMatchObject({ is: 'flawed', flaws: [{}] });
    await go(3);
    expect(course.getState().place).toMatchObject({ is: 'there' });
  });

  it('says why there is none, or what is wrong with its text', async () => {
    const { course, open } = set({}, { bad: { text: '# T', origin: 'link' } });
    await open('nope');
    expect(course.getState().shown).toEqual({ is: 'lacking', lack: 'no such lesson' });
    await open('bad');
    expect(course.getState().shown).toMatchObject({ is: 'flawed', origin: 'link', flaws: [{ line: 1 }] });
  });

  it('is the one that was asked for last', async () => {
    const { course, open } = set(
      {},
      { t: { text, origin: 'page' }, u: { text: text.replace('# T', '# U'), origin: 'page' } },
    );
    await Promise.all([open('t'), open('u')]);
    expect(course.getState().shown).toMatchObject({ is: 'lesson', lesson: { title: 'U' } });
  });
});

import { beforeEach, describe, expect, it } from 'vitest';
import { defaultScenario, run, supply } from '../../../src/lab/index.ts';
import { questionsOf } from '../../../src/lesson/predict/index.ts';
import { createLab, excerptOf, type LabStore } from '../../../src/store/index.ts';
import { type AskingStore, createAsking, type Given, openQuestion } from '../../../src/store/predict/index.ts';

await supply();

let lab: LabStore;
let asking: AskingStore;
let given: Given[];
const refused = { mischief: [{ id: 'untrusted-ca' }] };
const questions = questionsOf(run(defaultScenario));
const first = questions[0]?.step ?? 0;

function start(step?: number, scenario = defaultScenario): () => void {
  lab = createLab(run, { scenario, view: { predict: true }, ...(step !== undefined && { step }) });
  given = [];
  asking = createAsking(lab, (each) => given.push(each));
  return asking.getState().begin();
}

const horizon = () => lab.getState().timeline.steps.length;
const open = () => openQuestion(asking.getState());
const right = () => asking.getState().answer(open()?.right ?? -1);
const wrong = () => asking.getState().answer(open()?.right === 0 ? 1 : 0);

beforeEach(() => void start());

describe('a lab whose reader is asked what comes next', () => {
  it('holds no more of the run than up to the question, whatever moves the playhead', () => {
    expect(horizon()).toBe(first - 1);
    lab.getState().seek(99, 'jump');
    expect(lab.getState().cursor).toBe(first - 1);
    lab.getState().seek(0, 'jump');
    expect(lab.getState().cursor).toBe(1);
    lab.getState().select('any', 14);
    expect(lab.getState().cursor).toBe(first - 1);
    lab.getState().enter('application data');
    expect(lab.getState().cursor).toBe(first - 1);
  });

  it('shows the step when its question is answered, and all up to the next', () => {
    right();
    expect(lab.getState().cursor).toBe(first);
    expect(lab.getState().settled).toBe(first);
    expect(horizon()).toBe((questions[1]?.step ?? 0) - 1);
    expect(asking.getState().told).toBe(first);
    asking.getState().goOn();
    expect(asking.getState().told).toBeNull();
    expect(lab.getState().cursor).toBe(horizon());
  });

  it('counts the first try, and lets try again', () => {
    wrong();
    expect(horizon()).toBe(first - 1);
    right();
    expect(asking.getState().tries.get(first)).toMatchObject({ done: true, first: false });
    expect(given.map((each) => [each.right, each.first])).toEqual([
      [false, true],
      [true, false],
    ]);
    right();
    expect(asking.getState().tries.get(questions[1]?.step ?? 0)).toMatchObject({ done: true, first: true });
  });

  it('passes a question over and tells its answer', () => {
    asking.getState().skip();
    expect(asking.getState().tries.get(first)).toEqual({ picked: [], done: true, first: null });
    expect(lab.getState().cursor).toBe(first);
    expect(given).toEqual([]);
  });

  it('takes what is told away as soon as the reader goes elsewhere', () => {
    right();
    lab.getState().seek(1, 'jump');
    expect(asking.getState().told).toBeNull();
  });

  it('shows everything when all is answered, and asks again from the start', () => {
    for (const _ of questions) right();
    expect(open()).toBeUndefined();
    expect(horizon()).toBe(14);
    asking.getState().again();
    expect(horizon()).toBe(first - 1);
    expect(lab.getState().cursor).toBe(1);
    expect(asking.getState().tries.size).toBe(0);
  });

  it('asks anew of another run, and knows what was answered of one that is played again', () => {
    right();
    lab.getState().change(refused);
    expect(horizon()).toBeLessThan(12);
    expect(lab.getState().notice).toBeNull();
    expect(asking.getState().tries.size).toBe(0);
    lab.getState().undo();
    expect(asking.getState().tries.get(first)).toMatchObject({ first: true });
    expect(horizon()).toBe((questions[1]?.step ?? 0) - 1);
  });

  it('begins at the start where a run fails, and where a link says', () => {
    start(undefined, { ...defaultScenario, ...refused });
    expect(lab.getState().cursor).toBe(1);
    start(7);
    expect(lab.getState().cursor).toBe(7);
    expect(open()?.step).toBeGreaterThan(7);
    expect(horizon()).toBe((open()?.step ?? 0) - 1);
  });

  it('shows the whole run when the asking ends, and ends it for a run beside', () => {
    const end = start();
    const { first: from } = excerptOf(lab.getState());
    expect(from).toBe(1);
    lab.getState().setOpen({ beside: true });
    expect(lab.getState().view.predict).toBeUndefined();
    end();
    expect(horizon()).toBe(14);
    expect(asking.getState().whole).toBeNull();
  });
});

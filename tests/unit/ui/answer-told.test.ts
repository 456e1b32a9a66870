import { describe, expect, it } from 'vitest';
import { run, supply } from '../../../src/lab/index.ts';
import type { Own } from '../../../src/lab/own/index.ts';
import { questionsOf } from '../../../src/lesson/predict/index.ts';
import { createLab } from '../../../src/store/index.ts';
import { answerOf } from '../../../src/ui/predict/telling.ts';
import { key, shown } from '../brought.ts';

await supply();
const own: Own = { client: { shows: [{ chain: [shown], key }] }, server: { trusts: [shown] } };

describe('what is told of an answer', () => {
  it('is what was asked and picked, in terms that xAPI has', () => {
    const lab = createLab(run);
    const [question] = questionsOf(lab.getState().timeline);
    if (!question) throw new Error('There is a question.');
    const told = answerOf(lab, { question, choice: question.right, right: true, first: true });
    expect(told).toMatchObject({ question: question.kind, step: question.step, right: true, first: true });
    expect(told.object.id).toBe(`#1?step=${question.step}`);
    expect(told.object.definition.choices.map(({ id }) => id)).toContain(told.choice);
    expect(told.object.definition.correctResponsesPattern).toEqual([told.result.response]);
    expect(structuredClone(told)).toEqual(told);
  });

  it('has no certificate and no key in it that somebody brought', () => {
    const lab = createLab(run);
    lab.setState({ brought: own });
    lab.getState().change({}, 'opening', true);
    for (const question of questionsOf(lab.getState().timeline)) {
      const said = JSON.stringify(answerOf(lab, { question, choice: 0, right: false, first: true }));
      expect(said).not.toMatch(/mine\.example|BEGIN|PRIVATE|[0-9a-f]{32}/);
      expect(said).toContain('"id":"#1?own"');
    }
  });
});

import { describe, expect, it } from 'vitest';
import { defaultScenario, run, supply } from '../../../src/lab/index.ts';
import type { Own } from '../../../src/lab/own/index.ts';
import { candidatesAt, explanationOf, questionsOf, upTo } from '../../../src/lesson/predict/index.ts';
import { textOf } from '../../../src/story/index.ts';
import { key, shown } from '../brought.ts';
import { narrated } from '../story/tellers.ts';

await supply();

describe('questions about certificates that somebody brought', () => {
  // What leads to no CA that the server names, the client does not show.
  it('know who refuses, with which alert, and why, and ask the same of the same', () => {
    const own: Own = { client: { shows: [{ chain: [shown], key }] }, server: {} };
    const timeline = run(defaultScenario, own);
    const all = timeline.steps.flatMap(({ number }) => candidatesAt(timeline, number));
    const answers = Object.fromEntries(all.map(({ kind, choices, right }) => [kind, choices[right]]));
    expect(answers).toMatchObject({
      notice: { who: 'server' },
      alert: { name: 'certificate_required' },
      sight: { sees: 'alert' },
    });
    const [notice] = all.filter(({ kind }) => kind === 'notice');
    if (!notice) throw new Error('Somebody notices.');
    const why = explanationOf(timeline, notice, narrated(upTo(timeline, notice.step), notice.step))
      .map(textOf)
      .join(' ');
    expect(why).toMatch(/certificate/);
    expect(questionsOf(timeline).length).toBeGreaterThanOrEqual(5);
    expect(questionsOf(run({ ...defaultScenario }, { ...own }))).toEqual(questionsOf(timeline));
  });
});

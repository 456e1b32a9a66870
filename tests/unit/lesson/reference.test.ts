// docs/lessons.md: its samples can be read, its moments are there, and it names all that there is.

import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { fromLink, runSupplied } from '../../../src/lab/index.ts';
import { kinds, readLesson } from '../../../src/lesson/format/index.ts';
import { questionAt } from '../../../src/lesson/predict/index.ts';

const text = readFileSync(new URL('../../../docs/lessons.md', import.meta.url), 'utf8');
const samples = [...text.matchAll(/```markdown\n(.*?)\n```/gs)].map(([, sample = '']) => sample);

describe('the reference of lessons', () => {
  it.each(samples)('has a sample that can be read, at moments that are there', async (sample) => {
    const read = readLesson(sample);
    expect(read.ok ? [] : read.flaws).toEqual([]);
    if (!read.ok) return;
    for (const { link, question } of read.lesson.parts) {
      const found = await fromLink(link);
      expect(found).toMatchObject({ ok: true, step: expect.any(Number) });
      if (!found.ok || question?.kind !== 'predict' || !question.about) continue;
      const timeline = await runSupplied(found.scenario);
      expect(questionAt(timeline, (found.step ?? 0) + 1, question.about)).toBeDefined();
    }
  });

  it('has samples with all that a lesson can have', () => {
    expect(samples.length).toBeGreaterThan(1);
    for (const sign of ['- About: ', '- By: ', '- Minutes: ', '\n> ', '- [x] ', '### Predict', '](https://'])
      expect(samples.join('\n')).toContain(sign);
  });

  it('names each kind of question that the page asks, and no other', () => {
    expect([...text.matchAll(/`### Predict: (\w+)`/g)].map(([, kind]) => kind)).toEqual(kinds);
  });
});

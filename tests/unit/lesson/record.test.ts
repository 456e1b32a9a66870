// What a learning platform keeps of a lesson that is worked through, and what others hear of it.

import { describe, expect, it } from 'vitest';
import { readLesson } from '../../../src/lesson/format/index.ts';
import { attempted, openRecord, statementsBetween } from '../../../src/lesson/platform/index.ts';

import { answered, beginning, movedTo, progressText } from '../../../src/lesson/progress/index.ts';
import { strictPlatform } from './strict-platform.ts';

const part = (title: string, question = '') => `## ${title}\n\n#1?step=2\n\nRead this.\n\n${question}`;
const asks = '### Who speaks?\n\n- [x] The client\n- [ ] The server\n\nIt begins.\n\n';
const text = `# Who *asks*?\n\n${part('First', asks)}${part('Second')}${part('Third', '### Predict\n')}`;
const read = readLesson(text);
if (!read.ok) throw new Error('The lesson has no mistakes.');
const { lesson } = read;

function opened(before = {}, mastery?: number) {
  const platform = strictPlatform(before);
  const enclosed = { lesson: text, ...(mastery !== undefined && { mastery }) };
  const record = openRecord(enclosed, { here: { API: platform.api }, now: () => 0, tell: () => undefined });
  if (!record) throw new Error('Nothing was wrong at the start.');
  return { platform, record };
}

const first = answered(beginning, 0, true);
const through = movedTo(answered(first, 2, false), 3);

describe('the record of a lesson', () => {
  it('has a score for what was right so far, and is passed at the end alone', () => {
    const { platform, record } = opened({}, 50);
    record.keep(text, progressText(first));
    expect(platform.kept('core.score.raw')).toBe('50');
    expect(platform.kept('core.lesson_status')).toBe('incomplete');
    record.keep(text, progressText(through));
    expect(platform.kept('core.lesson_status')).toBe('passed');
    record.end();
    expect(platform.faults).toEqual([]);
  });

  it('has no score where nothing is asked', () => {
    const { platform, record } = opened({}, 50);
    const plain = `# A title\n\n${part('First')}`;
    record.keep(plain, progressText(movedTo(beginning, 1)));
    expect(platform.kept('core.score.raw')).toBe('');
    expect(platform.kept('core.lesson_status')).toBe('completed');
  });

  it('is gone on with, but not by another text', () => {
    const { platform, record } = opened();
    expect(record.recall(text)).toBe('');
    record.keep(text, progressText(first));
    record.end();
    const again = opened({ 'cmi.suspend_data': platform.kept('suspend_data'), 'cmi.core.lesson_status': 'incomplete' });
    expect(again.record.recall(text)).toBe(progressText(first));
    expect(again.record.recall(`${text}\n`)).toBe('');
  });

  it('is none without a platform', () => {
    expect(openRecord({ lesson: text }, { here: {}, now: () => 0, tell: () => undefined })).toBe(undefined);
  });
});

describe('statements', () => {
  const taught = { text, lesson };
  const verbs = (before: typeof first, now: typeof first) =>
    statementsBetween(taught, before, now).map(({ verb, result }) => [verb.display.en, result]);

  it('say that somebody begins, answers and is through', () => {
    expect(attempted(taught)).toMatchObject({
      verb: { id: 'http://adlnet.gov/expapi/verbs/attempted' },
      object: { definition: { type: 'http://adlnet.gov/expapi/activities/lesson', name: { en: 'Who asks?' } } },
    });
    expect(verbs(beginning, first)).toEqual([['answered', { success: true }]]);
    expect(verbs(first, first)).toEqual([]);
    expect(verbs(first, through)).toEqual([
      ['answered', { success: false }],
      ['completed', { completion: true, score: { scaled: 0.5, raw: 50, min: 0, max: 100 } }],
    ]);
    expect(verbs(beginning, answered(beginning, 0, null))).toEqual([]);
  });

  it('name the question within its lesson', () => {
    const [statement] = statementsBetween(taught, beginning, first);
    const { id } = attempted(taught).object;
    expect(id).toMatch(/^urn:countersign:lesson:[0-9a-f]{16}$/);
    expect(statement?.object).toMatchObject({ id: `${id}:1`, definition: { name: { en: 'First' } } });
    expect(statement?.context?.contextActivities.parent).toEqual([{ id }]);
  });
});

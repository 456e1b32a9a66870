// How far somebody is in a lesson: what counts, and that it comes back from the text that keeps it.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  answered,
  beginning,
  isDone,
  movedTo,
  progressIn,
  progressText,
  scoreOf,
} from '../../../src/lesson/progress/index.ts';

const part = { title: 'P', link: '#1', words: '', notes: '' };
const asks = { ...part, question: { kind: 'predict' } as const };
const lesson = { title: 'T', facts: {}, parts: [part, asks, asks, part, asks] };

describe('a progress', () => {
  it('counts the first try at each question', () => {
    const first = answered(answered(answered(beginning, 1, false), 1, true), 2, true);
    expect(scoreOf(lesson, first)).toEqual({ right: 1, asked: 3, missed: [1, 4] });
    expect(scoreOf(lesson, answered(first, 4, null))).toEqual({ right: 1, asked: 3, missed: [1, 4] });
  });

  it('is done once the end was reached, wherever somebody goes then', () => {
    expect(isDone(lesson, movedTo(beginning, 4))).toBe(false);
    expect(isDone(lesson, movedTo(movedTo(beginning, 5), 0))).toBe(true);
  });

  it('comes back from its text, in plain letters that a platform can keep', () => {
    const answers = fc.dictionary(fc.constantFrom('1', '2', '4'), fc.constantFrom(true, false, null));
    const place = fc.integer({ min: 0, max: 5 });
    fc.assert(
      fc.property(place, place, answers, (at, reached, said) => {
        const text = progressText({ at, reached, answers: said });
        expect(text).toMatch(/^[\x20-\x7e]{1,40}$/);
        expect(progressIn(text, lesson)).toEqual({ at, reached, answers: { ...said } });
      }),
    );
  });

  it('is none where the text is another, and leaves out what the lesson has not', () => {
    for (const text of ['', 'x', '1', '1.2', '1.2.3', '-1.2.']) expect(progressIn(text, lesson)).toBeUndefined();
    expect(progressIn('9.9.0y1n7y', lesson)).toEqual({ at: 5, reached: 5, answers: { 1: false } });
  });
});

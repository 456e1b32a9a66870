import { describe, expect, it } from 'vitest';
import { score } from '../../../src/lesson/predict/index.ts';

describe('the score', () => {
  it('counts first tries, and what was passed over as asked', () => {
    const answers = [
      { step: 2, first: true },
      { step: 4, first: false },
      { step: 6, first: null },
      { step: 9, first: true },
    ];
    expect(score(answers)).toEqual({ right: 2, asked: 4 });
  });

  it('is nothing of nothing where nobody was asked', () => {
    expect(score([])).toEqual({ right: 0, asked: 0 });
  });
});

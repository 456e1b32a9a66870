import { describe, expect, it } from 'vitest';
import { leaderOf } from '../../../src/ui/predict/votes.ts';

describe('a show of hands', () => {
  it('has the answer that most hands are for', () => expect(leaderOf([3, 12, 4])).toBe(1));

  it('decides nothing where two have as many, or nobody has raised one', () => {
    expect(leaderOf([5, 5, 1])).toBeUndefined();
    expect(leaderOf([0, 0])).toBeUndefined();
  });

  it('does not count what was wrong already', () => expect(leaderOf([9, 2, 1], [0])).toBe(1));
});

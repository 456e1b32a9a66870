import { expect, it } from 'vitest';
import { memo } from '../../../src/crypto/index.ts';

it('remembers the results that were asked for last', () => {
  const results = memo<string>(2);
  const made: string[] = [];
  const ask = (name: string) =>
    results(name, () => {
      made.push(name);
      return `the ${name}`;
    });
  expect(['a', 'b', 'a', 'c', 'a', 'b'].map(ask)).toEqual(['the a', 'the b', 'the a', 'the c', 'the a', 'the b']);
  expect(made).toEqual(['a', 'b', 'c', 'b']);
});

import { describe, expect, it } from 'vitest';
import type { Scenario } from '../../../src/lab/index.ts';
import { textOf } from '../../../src/story/index.ts';
import { played, played12, untrusted } from './runs.ts';
import { narrated } from './tellers.ts';

function asides(timeline: ReturnType<typeof played>) {
  return timeline.steps.map(({ number }) => {
    const { otherSide } = narrated(timeline, number);
    return otherSide && `${otherSide.title}: ${textOf(otherSide.text)}`;
  });
}

const having = (id: string): Partial<Scenario> => ({ mischief: [{ id }] });

describe('a message to a side that has left', () => {
  it.each([
    ['1.3', played, 4],
    ['1.2', played12, 3],
  ] as const)('is told as one that nobody reads: a forged alert in TLS %s', (_, play, messages) => {
    const [first, second, ...later] = asides(play(having('alert-injected')));
    expect([first, second]).toEqual([undefined, undefined]);
    expect(later.slice(0, messages)).toEqual(
      Array(messages).fill(
        'What the client makes of it: Nothing. It has closed the connection in step 2 and reads no more.',
      ),
    );
  });

  it('does not arrive where the connection was cut', () => {
    expect(asides(played(having('connection-cut'))).slice(2, 6)).toEqual(
      Array(4).fill(
        'What the client makes of it: Nothing. The connection has ended in step 2, and this does not arrive.',
      ),
    );
  });

  it('is said of a goodbye, too', () => {
    expect(asides(played(having('replayed-record'))).at(-1)).toBe(
      'What the server makes of it: Nothing. It has closed the connection in step 13 and reads no more.',
    );
  });

  it('is not said where both sides listen, nor of what a side has sent before it left', () => {
    expect(asides(played()).filter((aside) => aside !== undefined)).toEqual([]);
    expect(asides(played(untrusted)).filter((aside) => aside?.includes('makes of it'))).toEqual([]);
  });
});

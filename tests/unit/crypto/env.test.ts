// Randomness and time: the same seed gives the same bytes, for all time.

import { describe, expect, it } from 'vitest';
import { toHex } from '../../../src/bytes/index.ts';
import { seededEnv } from '../../../src/crypto/index.ts';

describe('seededEnv', () => {
  it('gives these bytes and no others: links to handshakes depend on them', () => {
    const env = seededEnv('countersign', 1_700_000_000_000);
    expect(env.now).toBe(1_700_000_000_000);
    expect(toHex(env.random(8))).toBe('20d74b3cf52a93d4');
    expect(toHex(env.random(40))).toBe(
      'dc06b14b2dd5aa851c08a060b0567a341cea987420c811928fdd21d94018fe353996a706eecfd97a',
    );
  });

  it('gives other bytes for each call and each seed', () => {
    const env = seededEnv('a', 0);
    const drawn = [env.random(32), env.random(32), seededEnv('b', 0).random(32), seededEnv('', 0).random(32)];
    expect(new Set(drawn.map((bytes) => toHex(bytes))).size).toBe(4);
  });

  it.each([0, 1, 31, 32, 33, 100])('gives exactly %i bytes', (n) => {
    expect(seededEnv('a', 0).random(n)).toHaveLength(n);
  });

  it('forks into a copy that goes on by itself', () => {
    const env = seededEnv('a', 5);
    env.random(10);
    const copy = env.fork();
    const fromCopy = [copy.random(16), copy.random(16)];
    expect([env.random(16), env.random(16)]).toEqual(fromCopy);
    expect(copy.now).toBe(5);
  });
});

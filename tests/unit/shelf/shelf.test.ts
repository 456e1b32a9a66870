// The shelf where it stands: what is not at hand, what comes, what can't be had and comes when it is asked for again.

import { describe, expect, it } from 'vitest';
import { MissingPart, shelf } from '../../../src/shelf/index.ts';

interface Tools {
  readonly hammer: string;
  readonly saw: string;
}

/** A shelf whose sources are told what to do, and how often each was asked. */
function workshop() {
  const asked: (keyof Tools)[] = [];
  const broken = new Set<keyof Tools>();
  const source = (name: keyof Tools) => async (): Promise<string> => {
    asked.push(name);
    if (broken.has(name)) throw new TypeError('no network');
    return `the ${name}`;
  };
  return { asked, broken, tools: shelf<Tools>({ hammer: source('hammer'), saw: source('saw') }) };
}

describe('a shelf', () => {
  it('has nothing at first, and says so to whoever takes', () => {
    const { tools, asked } = workshop();
    expect(tools.names).toEqual(['hammer', 'saw']);
    expect(tools.has('hammer')).toBe(false);
    expect(() => tools.take('hammer')).toThrow(/hammer is not at hand/);
    expect(asked).toEqual([]);
  });

  it('fetches what is needed and nothing else, and once', async () => {
    const { tools, asked } = workshop();
    await Promise.all([tools.need('saw'), tools.need('saw')]);
    await tools.need('saw');
    expect(asked).toEqual(['saw']);
    expect([tools.has('saw'), tools.has('hammer'), tools.has('hammer', 'saw')]).toEqual([true, false, false]);
    expect(tools.take('saw')).toBe('the saw');
  });

  it('says with one kind of error that a part can’t be had, and fetches anew when it is asked again', async () => {
    const { tools, asked, broken } = workshop();
    broken.add('saw');
    await expect(tools.need('hammer', 'saw')).rejects.toThrow(MissingPart);
    expect([tools.has('hammer'), tools.has('saw')]).toEqual([true, false]);
    broken.clear();
    await tools.need('hammer', 'saw');
    expect(tools.take('saw')).toBe('the saw');
    expect(asked).toEqual(['hammer', 'saw', 'saw']);
  });

  it('takes a source that throws for one that can’t be had', async () => {
    const tools = shelf<{ readonly saw: string }>({
      saw: () => {
        throw new Error('no saw');
      },
    });
    await expect(tools.need('saw')).rejects.toThrow(MissingPart);
  });
});

// Where each spelling was read: the program, its version and the file of its source or of its library, or the page of its documentation. What
// nobody has looked up yet is `unchecked`.

import { describe, expect, it } from 'vitest';
import { spellings } from '../../../src/lab/diagnose/reading.ts';
import type { Spelling } from '../../../src/lab/diagnose/spelling.ts';
import listed from '../../corpus/errors/sources.json' with { type: 'json' };

const sources: Readonly<Record<string, Readonly<Record<string, string>>>> = listed;

/** Of an expression, its beginning: long enough to tell it from others. */
function nameOf({ program, find }: Spelling): readonly [program: string, text: string] {
  return [program, typeof find === 'string' ? find : `/${find.source.slice(0, 100)}/`];
}

const known = spellings.map(nameOf);

describe('a spelling', () => {
  it('stands once', () => {
    expect(new Set(known.map((each) => each.join(' | '))).size).toBe(known.length);
  });

  it('has its source, or is said to have none yet', () => {
    expect(known.filter(([program, text]) => !sources[program]?.[text])).toEqual([]);
  });

  it('is there for each source', () => {
    const rows = Object.entries(sources).flatMap(([program, of]) =>
      Object.keys(of).map((text) => `${program} | ${text}`),
    );
    const there = new Set(known.map((each) => each.join(' | ')));
    expect(rows.filter((row) => !there.has(row))).toEqual([]);
  });

  it('names a program or a document, and where in it', () => {
    const told = Object.values(sources).flatMap((of) => Object.values(of));
    expect(told.filter((source) => source !== 'unchecked' && !/^[\w.:]+.*[ ,].+/.test(source))).toEqual([]);
  });

  // New ones come with their source: this number only goes down.
  it('rests on memory in no more cases than are known', () => {
    const unchecked = known.filter(([program, text]) => sources[program]?.[text] === 'unchecked');
    expect(unchecked.length).toBeLessThanOrEqual(UNCHECKED);
  });
});

const UNCHECKED = 31;

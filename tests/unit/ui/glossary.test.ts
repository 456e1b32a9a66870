// Words of the glossary: what each says, and where a text is marked for it.

import { describe, expect, it } from 'vitest';
import { rich } from '../../../src/story/index.ts';
import { finderOf, marksIn } from '../../../src/ui/glossary/marks.ts';
import { terms } from '../../../src/words/glossary/index.ts';

const finder = finderOf(terms);

/** What is marked in texts, each with its term. */
function markedIn(...texts: readonly string[]): readonly string[] {
  const told = texts.map(rich);
  const marks = marksIn(told, finder);
  return told.flatMap((text) =>
    (marks.get(text) ?? []).flatMap(({ text: word, term }) => (term ? [`${word}: ${term.name}`] : [])),
  );
}

describe('the glossary', () => {
  it('explains about forty terms, each once and in two sentences', () => {
    expect(terms.length).toBeGreaterThanOrEqual(40);
    expect(new Set(terms.map(({ name }) => name)).size).toBe(terms.length);
    for (const { text } of terms) expect(text).toMatch(/^\p{Lu}[^`*]*?[.:!?] \p{Lu}[^`*]*\.$/u);
  });

  it('has each form of a word for one term only', () => {
    const forms = terms.flatMap(({ name, forms }) => forms ?? [name, `${name}s`]);
    expect(new Set(forms).size).toBe(forms.length);
  });
});

describe('what is marked', () => {
  it('is the first use of a term, also in the plural', () => {
    expect(markedIn('Two certificates and a nonce.', 'A certificate, and nonces.')).toEqual([
      'certificates: certificate',
      'nonce: nonce',
    ]);
  });

  it('is the longest term at a place', () => {
    expect(markedIn('It lists a cipher suite and an issuing CA.')).toEqual([
      'cipher suite: cipher suite',
      'issuing CA: intermediate',
    ]);
  });

  it('is no name of the wire, no bold word, no part of another word or of somebody’s name', () => {
    expect(markedIn('`record` **nonce** certificates_list record-size Stranger Root CA')).toEqual([]);
    expect(markedIn('Nobody asks. The CA does.')).toEqual(['CA: CA']);
  });

  it('is one stop for the keyboard', () => {
    const told = [rich('A nonce and a record.')];
    const spans = [...marksIn(told, finder).values()].flat();
    expect(spans.flatMap(({ term }) => (term ? [term.first] : []))).toEqual([true, false]);
  });

  it('leaves the text as it was', () => {
    const told = rich('The chain, a **chain**, leads to a root: `CA`.');
    const spans = marksIn([told], finder).get(told) ?? [];
    expect(spans.map(({ text }) => text).join('')).toBe(told.map(({ text }) => text).join(''));
  });
});

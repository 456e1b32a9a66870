// The inspector’s texts, in which words of the glossary are marked as soon as that is at hand: those who want them explained need only ask.
// It must not know the words, nor what the texts are about.

import { createContext, useContext, useEffect, useMemo, useReducer } from 'react';
import { shelf } from '../../shelf/index.ts';
import type { Rich } from '../../story/index.ts';
import type { Marks } from '../glossary/marks.ts';
import { RichText } from '../parts/RichText.tsx';
import { UnlikeSign } from './differing.tsx';

const parts = shelf({ glossary: () => import('../glossary/index.ts') });

const MarksContext = createContext<Marks>(new Map());

/** Gives the marks to all prose inside. */
export const WithMarks = MarksContext.Provider;

/** The glossary as soon as it is at hand. Without it texts can be read all the same; the list of words says that it is missing. */
export function useGlossary() {
  const [, look] = useReducer((looks: number) => looks + 1, 0);
  useEffect(() => {
    if (!parts.has('glossary')) parts.need('glossary').then(look, () => undefined);
  }, []);
  return parts.has('glossary') ? parts.take('glossary') : undefined;
}

/** Where these texts, in the order in which they are read, use a word for the first time. */
export function useMarks(texts: readonly Rich[]): Marks {
  const glossary = useGlossary();
  return useMemo(() => glossary?.marked(texts) ?? new Map(), [glossary, texts]);
}

export function Prose({ text }: { readonly text: Rich }) {
  return (
    <>
      <UnlikeSign of={text} />
      <Marked text={text} />
    </>
  );
}

function Marked({ text }: { readonly text: Rich }) {
  const marked = useContext(MarksContext).get(text);
  if (!marked) return <RichText text={text} />;
  return marked.map(({ term, ...span }, index) =>
    term ? (
      <button
        key={term.name}
        type="button"
        className="term"
        data-term={term.name}
        // One stop for all of them; the arrows lead from word to word.
        data-keys="own"
        tabIndex={term.first ? 0 : -1}
      >
        {span.text}
      </button>
    ) : (
      // biome-ignore lint/suspicious/noArrayIndexKey: a text never changes
      <RichText key={index} text={[span]} />
    ),
  );
}

// The inspector’s texts, in which words of the glossary are marked as soon as that is at hand: those who want them explained need only ask.
// It must not know the words, nor what the texts are about.

import { createContext, type ReactNode, type RefObject, useContext, useEffect, useMemo, useReducer } from 'react';
import { shelf } from '../../shelf/index.ts';
import type { Rich } from '../../story/index.ts';
import type { Marks } from '../glossary/marks.ts';
import { RichText } from '../parts/RichText.tsx';
import { UnlikeSign } from './differing.tsx';

const parts = shelf({ glossary: () => import('../glossary/index.ts') });

const MarksContext = createContext<Marks>(new Map());

interface GlossedProps {
  /** What is told, in the order in which it is read: the same ones until something else is told. */
  readonly texts: readonly Rich[];
  /** What all of it stands in. */
  readonly area: RefObject<HTMLElement | null>;
  readonly children: ReactNode;
}

/**
 * Has the words of these texts marked in what is inside, and explained beside them, as soon as the glossary is at hand. Without it they can be
 * read all the same; the list of words says that it is missing.
 */
export function Glossed({ texts, area, children }: GlossedProps) {
  const [, look] = useReducer((looks: number) => looks + 1, 0);
  const wanted = texts.length > 0;
  useEffect(() => {
    if (wanted && !parts.has('glossary')) parts.need('glossary').then(look, () => undefined);
  }, [wanted]);
  const glossary = parts.has('glossary') ? parts.take('glossary') : undefined;
  const marks = useMemo(() => glossary?.marked(texts) ?? new Map(), [glossary, texts]);
  return (
    <>
      <MarksContext value={marks}>{children}</MarksContext>
      {glossary && <glossary.Explained area={area} of={texts} />}
    </>
  );
}

export function Prose({ text }: { readonly text: Rich }) {
  return (
    <>
      <UnlikeSign of={text} />
      <Marked text={text} />
    </>
  );
}

/** A text whose words are marked, without a sign that it differs. */
export function Marked({ text }: { readonly text: Rich }) {
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

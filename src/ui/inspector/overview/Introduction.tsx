// What stands in the inspector's place before the first step: a run as a whole, and the doors to what comes next.
// It depends on nothing but what it is given.

import type { ReactNode } from 'react';
import type { Door, Narration } from '../../../story/explain/index.ts';
import { textOf } from '../../../story/index.ts';
import { doorWords } from '../../../words/explain/index.ts';
import { RichText } from '../../parts/RichText.tsx';
import './introduction.css';

interface Props {
  readonly told: Pick<Narration, 'title' | 'gist' | 'lead' | 'found' | 'why'>;
  readonly doors: readonly Door[];
  /** What is to be said before everything else. */
  readonly caveat?: string | undefined;
  /** What is offered to those who see the page for the first time. */
  readonly offer?: ReactNode;
  /** Goes through a door. @param from the button that was pressed */
  readonly enter?: (to: Door['to'], from: HTMLElement) => void;
}

export function Introduction({ told: { title, gist, lead, found, why }, doors, caveat, offer, enter }: Props) {
  return (
    <article className="introduction">
      <h2>{title}</h2>
      {caveat !== undefined && <p className="known">{caveat}</p>}
      {[gist, ...lead].map((paragraph) => (
        <p key={textOf(paragraph)}>
          <RichText text={paragraph} />
        </p>
      ))}
      {found && (
        <section>
          <h3>{found.title}</h3>
          <p>
            <RichText text={found.text} />
          </p>
        </section>
      )}
      <ul className="doors" aria-label={doorWords.label}>
        {doors.map(({ title: name, line, to }) => (
          <li key={name}>
            <button type="button" onClick={(event) => enter?.(to, event.currentTarget)}>
              <strong>{name}</strong> <span>{line}</span>
            </button>
          </li>
        ))}
      </ul>
      {offer}
      {why && (
        <p className="promise">
          <RichText text={why} />
        </p>
      )}
    </article>
  );
}

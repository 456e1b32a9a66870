// Where somebody makes a lesson: its title, its parts, what is still wrong, and the ways to take it along. It must not know how a lesson is
// read or written.

import { useState } from 'react';
import { linkParts } from '../../lab/index.ts';
import {
  type Draft,
  type DraftFlaw,
  type DraftPart,
  flawsOf,
  moved,
  withMoment,
  withoutPart,
  withPart,
} from '../../lesson/draft/index.ts';
import { lettersOf } from '../../lesson/format/index.ts';
import { ownInUse } from '../../store/index.ts';
import { causeSentence, lessonWords, workshopWords as text } from '../../words/lessons/index.ts';
import { useLab } from '../context.ts';
import { Leave } from '../lesson/Leave.tsx';
import { Late } from '../parts/Late.tsx';
import { useLateStyles } from '../parts/late-styles.ts';
import { Area, Entry } from './fields.tsx';
import { type Desk, useDraft } from './kept.ts';
import { useMoment } from './moment.ts';
import { PartForm } from './PartForm.tsx';
import { TakeLesson } from './TakeLesson.tsx';
import styles from './workshop.css?inline';

/** The whole of it, in the place of a lesson. */
export function Workshop() {
  useLateStyles(styles);
  const desk = useDraft();
  const { draft, write, lasts } = desk;
  const [news, tell] = useState('');
  const flaws = flawsOf(draft);
  return (
    <div className="workshop">
      <header className="lesson-head">
        <Leave label={lessonWords.close} />
        <h2>{text.title}</h2>
      </header>
      <p className="lesson-aside">{lasts ? text.promise : text.lost}</p>
      <Entry label={text.name} value={draft.title} onChange={(title) => write({ ...draft, title })} />
      <Area
        label={text.about}
        rows={2}
        value={draft.facts.about ?? ''}
        onChange={(about) => write({ ...draft, facts: withAbout(draft, about) })}
      />
      <Late of={linkParts} name="extras" next=".workshop button">
        {() => <Parts desk={desk} flaws={flaws} tell={tell} />}
      </Late>
      <p role="status" className="workshop-news">
        {news}
      </p>
      <Flawed draft={draft} flaws={flaws} />
      <TakeLesson desk={desk} whole={flaws.length === 0} tell={tell} />
    </div>
  );
}

function withAbout({ facts }: Draft, about: string): Draft['facts'] {
  const { about: _, ...others } = facts;
  return about === '' ? others : { ...others, about };
}

interface PartsProps {
  readonly desk: Desk;
  readonly flaws: readonly DraftFlaw[];
  readonly tell: (news: string) => void;
}

function Parts({ desk: { draft, write, replace }, flaws, tell }: PartsProps) {
  const [open, setOpen] = useState<number>();
  const moment = useMoment();
  const own = useLab(ownInUse);
  const { parts } = draft;
  const add = (): void => {
    const next = withMoment(draft, moment());
    write(next);
    setOpen(next.parts.at(-1)?.id);
    tell(own ? `${text.added(next.parts.length)} ${text.own}` : text.added(next.parts.length));
  };
  const move = (id: number, by: 1 | -1): void => {
    const next = moved(draft, id, by);
    write(next);
    tell(text.moved(next.parts.findIndex((part) => part.id === id) + 1, parts.length));
  };
  const remove = (id: number): void => {
    replace(withoutPart(draft, id));
    tell(text.removed);
  };
  return (
    <section aria-label={text.parts}>
      {parts.length === 0 && <p className="lesson-aside">{text.none}</p>}
      <ol className="workshop-parts">
        {Array.from(parts.entries(), ([at, part]) => (
          <li key={part.id} data-flawed={flaws.some((flaw) => flaw.part === part.id) || undefined}>
            <div className="workshop-part">
              <button
                type="button"
                className="workshop-name"
                aria-expanded={open === part.id}
                onClick={() => setOpen(open === part.id ? undefined : part.id)}
              >
                {text.edit(at + 1, lettersOf(part.title) || text.nameless)}
              </button>
              <Moves part={part} at={at} of={parts.length} move={move} remove={remove} />
            </div>
            {open === part.id && (
              <PartForm part={part} moment={moment} change={(some) => write(withPart(draft, part.id, some))} />
            )}
          </li>
        ))}
      </ol>
      <button type="button" className="workshop-add" onClick={add}>
        {text.add}
      </button>
    </section>
  );
}

interface MovesProps {
  readonly part: DraftPart;
  readonly at: number;
  readonly of: number;
  readonly move: (id: number, by: 1 | -1) => void;
  readonly remove: (id: number) => void;
}

/** They stay where the part goes, and keep the focus. */
function Moves({ part: { id }, at, of, move, remove }: MovesProps) {
  const number = at + 1;
  return (
    <div className="workshop-moves">
      <button type="button" aria-label={text.up(number)} aria-disabled={at === 0} onClick={() => move(id, -1)}>
        {text.signs.up}
      </button>
      <button type="button" aria-label={text.down(number)} aria-disabled={number === of} onClick={() => move(id, 1)}>
        {text.signs.down}
      </button>
      <button type="button" aria-label={text.remove(number)} onClick={() => remove(id)}>
        {text.signs.remove}
      </button>
    </div>
  );
}

function Flawed({ draft: { parts }, flaws }: { readonly draft: Draft; readonly flaws: readonly DraftFlaw[] }) {
  // Who has not begun knows that there is no title yet.
  if (flaws.length === 0 || parts.length === 0) return null;
  const sentences = flaws.map(({ part, cause }) => {
    const at = parts.findIndex(({ id }) => id === part);
    return `${at < 0 ? '' : text.inPart(at + 1)}${causeSentence(cause)}`;
  });
  return (
    <div className="workshop-flaws">
      <p>{text.flaws}</p>
      <ul className="lesson-flaws">
        {sentences.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
    </div>
  );
}

// A part of a lesson in front of an audience: its title and its first words, large; its question; what whoever speaks says of it; and the ways to the
// parts around it. It must not know which window it stands in.

import type { ReactNode } from 'react';
import { lettersOf, openingOf } from '../../../lesson/format/index.ts';
import { lessonWords as text } from '../../../words/lessons/index.ts';
import { presentWords } from '../../../words/present/index.ts';
import { useLab } from '../../context.ts';
import { useLateStyles } from '../../parts/late-styles.ts';
import { useShow, useShowStore } from '../../present/session.ts';
import styles from '../lesson.css?inline';
import { PartQuestion } from '../PartQuestion.tsx';
import { useThere } from '../Place.tsx';
import { useCourse } from '../session.ts';
import { Inlines, Line, Text } from '../Text.tsx';
import { atEnd, isMoment, useNextMoment, useShown } from './shown.ts';

interface Props {
  /** What stands there where the lesson has nothing to say. */
  readonly otherwise: ReactNode;
}

/** What everybody reads: at the moment of the part its first words, at other steps what is told of them. */
export function Said({ otherwise }: Props) {
  useLateStyles(styles);
  const shown = useShown();
  const there = useThere();
  if (!shown) return otherwise;
  const { lesson, at, part } = shown;
  const opening = openingOf(part.words);
  return (
    <>
      <div className="present-part">
        <p>{text.part(at + 1, lesson.parts.length)}</p>
        <h2 className="present-sentence">
          <Line markdown={part.title} />
        </h2>
        <Foreign />
      </div>
      {there && opening.length > 0 ? (
        <p className="present-words">
          <Inlines inline={opening} />
        </p>
      ) : (
        !there && otherwise
      )}
    </>
  );
}

/** What did not come along says so. */
function Foreign() {
  const origin = useCourse(({ shown }) => (shown?.is === 'lesson' ? shown.origin : 'page'));
  return origin !== 'page' && <p className="lesson-foreign">{text.origins[origin]}</p>;
}

/** The question of the part, answered in one window for both. */
export function Asked() {
  useLateStyles(styles);
  const shown = useShown();
  const show = useShowStore();
  const over = useShow(({ part }) => part?.over === true && part.at === shown?.at);
  if (!shown?.part.question) return null;
  const { at } = shown;
  const closed = (): void => show.getState().set({ part: { at, over: true } });
  return <PartQuestion key={at} question={shown.part.question} next=".stage" over={over} closed={closed} />;
}

/** What the lesson’s author would say, before what goes with the steps. */
export function PartNotes({ otherwise }: Props) {
  const notes = useShown()?.part.notes;
  const there = useThere();
  if (!notes) return otherwise;
  return (
    <>
      <section className="present-notes" aria-label={text.notes}>
        <Text markdown={notes} />
      </section>
      {!there && otherwise}
    </>
  );
}

/** Which part comes next, where the next step leads there. */
export function Ahead({ otherwise }: Props) {
  const shown = useShown();
  const next = useNextMoment();
  const leaves = useLab((lab) => atEnd(lab) || isMoment(lab, Math.floor(lab.cursor) + 1, next));
  const part = shown?.lesson.parts[shown.at + 1];
  if (!shown || !part || !leaves) return otherwise;
  return (
    <p className="present-next">
      <strong>{presentWords.next}</strong> {presentWords.part(shown.at + 2, lettersOf(part.title))}
    </p>
  );
}

/** To the parts before and after. */
export function Ways() {
  const shown = useShown();
  const go = useCourse((course) => course.go);
  if (!shown) return null;
  const { at, lesson } = shown;
  return (
    <>
      <button type="button" className="plain" aria-disabled={at === 0} onClick={() => at > 0 && void go(at - 1)}>
        {presentWords.partBefore}
      </button>
      <button
        type="button"
        className="plain"
        aria-disabled={at === lesson.parts.length - 1}
        onClick={() => at < lesson.parts.length - 1 && void go(at + 1)}
      >
        {presentWords.partAfter}
      </button>
    </>
  );
}

// A lesson at one of its parts: words, question, notes, and the ways on. It must not know how anybody gets to a moment.

import { useEffect, useRef } from 'react';
import { type Lesson, lettersOf, type Part } from '../../lesson/format/index.ts';
import { scoreOf } from '../../lesson/progress/index.ts';
import type { Origin } from '../../store/course/index.ts';
import { lessonWords as text } from '../../words/lessons/index.ts';
import { platformWords } from '../../words/platforms.ts';
import { useLab } from '../context.ts';
import { carried, record, usePlatformNews } from '../platform/index.ts';
import { Leave } from './Leave.tsx';
import { Packing } from './Packing.tsx';
import { PartQuestion } from './PartQuestion.tsx';
import { Place } from './Place.tsx';
import { useCourse } from './session.ts';
import { Line, Text } from './Text.tsx';

interface Props {
  readonly lesson: Lesson;
  readonly origin: Origin;
}

export function LessonView({ lesson, origin }: Props) {
  const { at } = useCourse((course) => course.progress);
  const arrange = useLab((lab) => lab.arrange);
  const part = lesson.parts[at];
  const place = useArrival(at);
  const { by, minutes } = lesson.facts;
  return (
    <>
      <header className="lesson-head">
        <Leave />
        <h2>
          <Line markdown={lesson.title} />
        </h2>
        {at === 0 && (by ?? minutes) !== undefined && (
          <p className="lesson-aside">
            {[minutes && text.minutes(minutes), by && text.by(lettersOf(by))].filter(Boolean).join(', ')}
          </p>
        )}
        {origin !== 'page' && <p className="lesson-foreign">{text.origins[origin]}</p>}
        {origin === 'draft' && (
          <button type="button" className="plain lesson-moment" onClick={() => arrange({ lesson: 'make' })}>
            {text.goOn}
          </button>
        )}
      </header>
      <Parts lesson={lesson} />
      <div ref={place}>
        {part ? (
          <OnePart key={at} part={part} at={at} last={at === lesson.parts.length - 1} />
        ) : (
          <End lesson={lesson} />
        )}
      </div>
      {!carried && (at === 0 || !part) && <Packing lesson={lesson} />}
    </>
  );
}

/** All parts, each a number, and which of them is shown. */
function Parts({ lesson: { parts } }: { readonly lesson: Lesson }) {
  const { at, answers } = useCourse((course) => course.progress);
  const go = useCourse((course) => course.go);
  return (
    <nav aria-label={text.parts}>
      <ol className="lesson-parts">
        {Array.from(parts.entries(), ([place, { title }]) => (
          <li key={place}>
            <button
              type="button"
              aria-current={place === at ? 'step' : undefined}
              aria-label={text.toPart(place + 1, lettersOf(title), answers[place])}
              data-answer={answers[place] === undefined ? undefined : answers[place] === true ? 'right' : 'missed'}
              onClick={() => void go(place)}
            >
              {place + 1}
            </button>
          </li>
        ))}
      </ol>
    </nav>
  );
}

/** The heading of a part that has just been gone to takes the focus: the button that led there is gone, and the heading is to be read. */
function useArrival(at: number) {
  const place = useRef<HTMLDivElement>(null);
  const before = useRef(at);
  useEffect(() => {
    if (before.current !== at) place.current?.querySelector('h3')?.focus();
    before.current = at;
  }, [at]);
  return place;
}

function OnePart({ part, at, last }: { readonly part: Part; readonly at: number; readonly last: boolean }) {
  const go = useCourse((course) => course.go);
  const { title, words, notes, question } = part;
  return (
    <article className="lesson-part">
      <h3 tabIndex={-1}>
        <Line markdown={title} />
      </h3>
      <Text markdown={words} />
      <Place />
      {question && <PartQuestion question={question} next=".lesson-ways button" />}
      <div className="lesson-ways">
        {at > 0 && (
          <button type="button" onClick={() => void go(at - 1)}>
            {text.back}
          </button>
        )}
        <button type="button" className="lesson-main" onClick={() => void go(at + 1)}>
          {last ? text.toEnd : text.next}
        </button>
      </div>
      {notes !== '' && (
        <details className="lesson-notes">
          <summary>{text.notes}</summary>
          <Text markdown={notes} />
        </details>
      )}
    </article>
  );
}

/** What came of it, and what is worth another look. */
function End({ lesson }: { readonly lesson: Lesson }) {
  const progress = useCourse((course) => course.progress);
  const go = useCourse((course) => course.go);
  const restart = useCourse((course) => course.restart);
  const arrange = useLab((lab) => lab.arrange);
  const trouble = usePlatformNews();
  const { right, asked, missed } = scoreOf(lesson, progress);
  return (
    <article className="lesson-part">
      <h3 tabIndex={-1}>{text.end}</h3>
      <p>{text.score(right, asked)}</p>
      {missed.length > 0 && (
        <>
          <p>{text.missed}</p>
          <ul className="lesson-missed">
            {missed.map((place) => (
              <li key={place}>
                <button type="button" className="plain" onClick={() => void go(place)}>
                  <Line markdown={lesson.parts[place]?.title ?? ''} />
                </button>
              </li>
            ))}
          </ul>
        </>
      )}
      <div className="lesson-ways">
        <button type="button" onClick={() => void go(lesson.parts.length - 1)}>
          {text.back}
        </button>
        <button type="button" onClick={() => void restart()}>
          {text.retry}
        </button>
        <button type="button" className="lesson-main" onClick={() => arrange({ lesson: 'all' })}>
          {text.others}
        </button>
      </div>
      <p className="lesson-aside">{record ? (trouble ?? platformWords.told) : text.kept}</p>
    </article>
  );
}

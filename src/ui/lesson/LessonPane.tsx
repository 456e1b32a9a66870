// What stands in the place of the scenario while a lesson is in the address: the lesson, the list of all, or why there is none. It must not
// know how a lesson is read, nor where its text is from.

import { useEffect } from 'react';
import { shelf } from '../../shelf/index.ts';
import { lessonWords as text } from '../../words/lessons/index.ts';
import { useLab, useLabStore } from '../context.ts';
import { Late } from '../parts/Late.tsx';
import { useLateStyles } from '../parts/late-styles.ts';
import { Notice } from '../parts/Notice.tsx';
import { PlatformNews } from '../platform/index.ts';
import { AllLessons, LessonList } from './AllLessons.tsx';
import { Flaws } from './Flaws.tsx';
import { Leave } from './Leave.tsx';
import { LessonView } from './LessonView.tsx';
import styles from './lesson.css?inline';
import { openLesson, useCourse } from './session.ts';

/** Names in an address that no lesson has: the list of all, and where one is made. */
const all = 'all';
const make = 'make';

const parts = shelf({ workshop: () => import('../workshop/index.ts').then(({ Workshop }) => Workshop) });

/** What the address says of lessons: one, all, or where one is made. */
export function LessonPane() {
  useLateStyles(styles);
  const lab = useLabStore();
  const name = useLab(({ view }) => view.lesson) ?? all;
  useEffect(() => {
    if (name !== all && name !== make) openLesson(lab, name);
  }, [lab, name]);
  return (
    <>
      <section className="lesson" aria-label={text.title}>
        <PlatformNews />
        {name === all && <AllLessons />}
        {name === make && (
          <Late of={parts} name="workshop" next=".skip-link">
            {(Workshop) => <Workshop />}
          </Late>
        )}
        {name !== all && name !== make && <Named name={name} />}
      </section>
      <Notice near="scenario" />
    </>
  );
}

function Named({ name }: { readonly name: string }) {
  const current = useCourse((course) => course.name);
  const shown = useCourse((course) => course.shown);
  if (!shown || current !== name) return <p className="lesson-aside">{text.coming}</p>;
  switch (shown.is) {
    case 'lesson':
      return <LessonView lesson={shown.lesson} origin={shown.origin} />;
    case 'flawed':
      return (
        <>
          <Leave />
          <p>{text.origins[shown.origin]}</p>
          <p>{text.flawed}</p>
          <Flaws flaws={shown.flaws} />
        </>
      );
    case 'lacking':
      return (
        <>
          <Leave />
          <p role="alert">{text.lacks[shown.lack]}</p>
          {shown.lack === 'not reached' && <Again name={name} />}
          {shown.lack === 'no such lesson' && <LessonList />}
        </>
      );
  }
}

function Again({ name }: { readonly name: string }) {
  const open = useCourse((course) => course.open);
  return (
    <button type="button" className="plain" onClick={() => void open(name, true)}>
      {text.again}
    </button>
  );
}

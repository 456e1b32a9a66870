// The lessons that come along, and how far somebody is in each. It must not know what is taught.

import { type Lesson, lettersOf, readLesson } from '../../lesson/format/index.ts';
import { isDone, progressIn } from '../../lesson/progress/index.ts';
import { shipped } from '../../lesson/shelf/index.ts';
import { lessonWords as text } from '../../words/lessons/index.ts';
import { useLab, useLabStore } from '../context.ts';
import { nameOf, recalled } from './kept.ts';
import { Leave } from './Leave.tsx';
import { courseOf } from './session.ts';
import { Line } from './Text.tsx';

export function AllLessons() {
  const arrange = useLab((lab) => lab.arrange);
  return (
    <>
      <header className="lesson-head">
        <Leave label={text.close} />
        <h2>{text.all.title}</h2>
      </header>
      <p>{text.all.gist}</p>
      <LessonList />
      <button type="button" className="plain lesson-moment" onClick={() => arrange({ lesson: 'make' })}>
        {text.all.make}
      </button>
      <p className="lesson-aside">{text.kept}</p>
    </>
  );
}

export function LessonList() {
  const lab = useLabStore();
  const arrange = useLab(({ arrange }) => arrange);
  const begin = (name: string): void => {
    arrange({ lesson: name });
    void courseOf(lab).getState().open(name, true);
  };
  return (
    <ul className="lesson-list">
      {Object.entries(shipped).map(([name, written]) => {
        const read = readLesson(written);
        if (!read.ok) return null;
        const { title, facts } = read.lesson;
        const [minutes, far] = [facts.minutes, farIn(written, read.lesson)];
        return (
          <li key={name}>
            <button type="button" onClick={() => begin(name)}>
              <strong>
                <Line markdown={title} />
              </strong>
              {facts.about && <span>{lettersOf(facts.about)}</span>}
              <span>{[minutes && text.minutes(minutes), far].filter(Boolean).join(' · ')}</span>
            </button>
          </li>
        );
      })}
    </ul>
  );
}

function farIn(written: string, lesson: Lesson): string | undefined {
  const progress = progressIn(recalled(nameOf(written)), lesson);
  if (!progress) return undefined;
  return isDone(lesson, progress) ? text.all.done : text.all.begun(progress.at + 1, lesson.parts.length);
}

// The part of the lesson that is presented, and whether a step leads out of it. It must not know keys, nor how it is shown.

import { useEffect, useState } from 'react';
import { fromLink } from '../../../lab/index.ts';
import type { Lesson, Part } from '../../../lesson/format/index.ts';
import type { Course } from '../../../store/course/index.ts';
import { excerptOf, type Lab, stepNumber } from '../../../store/index.ts';
import { useLab } from '../../context.ts';
import { useCourse } from '../session.ts';

/** A moment that a part is about. */
export type Moment = NonNullable<(Course['place'] & { readonly is: 'there' })['moment']>;

interface Shown {
  readonly lesson: Lesson;
  readonly at: number;
  readonly part: Part;
}

/** What is presented; undefined as long as the lesson is not here, and at its end. */
export function useShown(): Shown | undefined {
  const name = useLab(({ view }) => view.lesson);
  const current = useCourse((course) => course.name);
  const shown = useCourse((course) => course.shown);
  const at = useCourse((course) => course.progress.at);
  const lesson = shown?.is === 'lesson' && current === name ? shown.lesson : undefined;
  const part = lesson?.parts[at];
  return lesson && part && { lesson, at, part };
}

/** The moment of the part that comes next; undefined for none, and until it has been read. */
export function useNextMoment(): Moment | undefined {
  const shown = useShown();
  const link = shown?.lesson.parts[shown.at + 1]?.link;
  const [moment, set] = useState<{ readonly link: string; readonly moment: Moment }>();
  useEffect(() => {
    let gone = false;
    if (link !== undefined)
      fromLink(link).then(
        (read) => !gone && read.ok && set({ link, moment: read }),
        // It is told when somebody goes there.
        () => undefined,
      );
    return () => {
      gone = true;
    };
  }, [link]);
  return moment?.link === link ? moment?.moment : undefined;
}

/** Whether the run has no step after the one that is shown. */
export function atEnd(lab: Lab): boolean {
  return stepNumber(lab) >= excerptOf(lab).last;
}

/** Whether a step of the run that is shown is a moment. */
export function isMoment({ scenario }: Lab, step: number, moment: Moment | undefined): boolean {
  return moment?.step === step && JSON.stringify(moment.scenario) === JSON.stringify(scenario);
}

// What happens in the lesson of a lab, for whoever has put this page into another one: said in the window, from where it is handed on. It must
// not know who hears it.

import { type Lesson, writeLesson } from '../../lesson/format/index.ts';
import { attempted, type Statement, statementsBetween } from '../../lesson/platform/index.ts';
import type { CourseStore } from '../../store/course/index.ts';

/** Says in the window what happens in a lesson, each statement as an event of its own. */
export function sayHappenings(course: CourseStore): void {
  const say = (statement: Statement): void =>
    void window.dispatchEvent(new CustomEvent('countersign:statement', { detail: statement }));
  let taught: { readonly lesson: Lesson; readonly text: string } | undefined;
  course.subscribe((now, before) => {
    const lesson = now.shown?.is === 'lesson' ? now.shown.lesson : undefined;
    if (lesson !== taught?.lesson) {
      taught = lesson && { lesson, text: writeLesson(lesson) };
      if (taught) say(attempted(taught));
    } else if (taught && now.progress !== before.progress)
      statementsBetween(taught, before.progress, now.progress).forEach(say);
  });
}

// The lesson of the surrounding lab. It lives as long as the lab does, whether a pane shows it or not.

import { useStore } from 'zustand';
import { type Course, type CourseStore, createCourse } from '../../store/course/index.ts';
import type { LabStore } from '../../store/index.ts';
import { useLabStore } from '../context.ts';
import { recordOf } from '../platform/index.ts';
import { placeOf } from '../present/windows/place.ts';
import { fetchLesson } from './fetched.ts';
import { sayHappenings } from './happenings.ts';
import { keep, nameOf, recalled } from './kept.ts';

const courses = new WeakMap<LabStore, CourseStore>();

/** The course of a lab. */
export function courseOf(lab: LabStore): CourseStore {
  const known = courses.get(lab) ?? begun(lab);
  courses.set(lab, known);
  return known;
}

function begun(lab: LabStore): CourseStore {
  const course = createCourse(lab, {
    fetch: fetchLesson,
    recall: (text) => recordOf(text)?.recall(text) ?? recalled(nameOf(text)),
    keep(text, progress) {
      const record = recordOf(text);
      if (record) record.keep(text, progress);
      else keep(nameOf(text), progress);
    },
  });
  if (window.parent !== window) sayHappenings(course);
  return course;
}

/** Opens a lesson in a lab. The audience’s window goes nowhere by itself: it is taken where the console is. */
export function openLesson(lab: LabStore, name: string): void {
  const goes = placeOf(window.name)?.role === 'audience' ? false : undefined;
  void courseOf(lab).getState().open(name, goes);
}

/** A slice of the lesson that is worked through. */
export function useCourse<Slice>(select: (course: Course) => Slice): Slice {
  return useStore(courseOf(useLabStore()), select);
}

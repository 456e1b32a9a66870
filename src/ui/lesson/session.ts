// The lesson of the surrounding lab. It lives as long as the lab does, whether a pane shows it or not.

import { useStore } from 'zustand';
import { type Course, type CourseStore, createCourse } from '../../store/course/index.ts';
import type { LabStore } from '../../store/index.ts';
import { useLabStore } from '../context.ts';
import { fetchLesson } from './fetched.ts';
import { keep, nameOf, recalled } from './kept.ts';

const courses = new WeakMap<LabStore, CourseStore>();

/** The course of a lab. */
export function courseOf(lab: LabStore): CourseStore {
  const known = courses.get(lab) ?? begun(lab);
  courses.set(lab, known);
  return known;
}

function begun(lab: LabStore): CourseStore {
  return createCourse(lab, {
    fetch: fetchLesson,
    recall: (text) => recalled(nameOf(text)),
    keep: (text, progress) => void keep(nameOf(text), progress),
  });
}

/** A slice of the lesson that is worked through. */
export function useCourse<Slice>(select: (course: Course) => Slice): Slice {
  return useStore(courseOf(useLabStore()), select);
}

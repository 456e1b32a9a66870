// The lesson that is worked through beside a lab. Loaded by whoever shows lessons.

export {
  type Course,
  type CourseStore,
  createCourse,
  type Fetched,
  type Origin,
} from './course.ts';

// Lessons on the page. Loaded when one is in the address.

export { LessonPane } from './LessonPane.tsx';

// The door of what a lesson and a learning platform say to each other: SCORM 1.2, seen from the page that was opened.

export { findApi } from './api.ts';
export { dataOf, type Enclosed, enclosedId, enclosedIn } from './enclosed.ts';
export { openSession, type Standing } from './session.ts';

// Lessons on the page, and in front of an audience. Loaded when one is in the address.

export { LessonPane } from './LessonPane.tsx';
export { Driver } from './presented/Driver.tsx';
export { Ahead, Asked, PartNotes, Said, Ways } from './presented/Part.tsx';

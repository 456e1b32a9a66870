// The words of lessons: of the pane that shows one, of the one that makes one, and of texts that can’t be read.

export { flawSentence, type LessonCause, type LessonFlaw } from './flaws.ts';

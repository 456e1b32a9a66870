// The words of lessons: of the pane that shows one, of the one in which one is made, and of texts that can’t be read.

export { causeSentence, flawSentence, type LessonCause, type LessonFlaw } from './flaws.ts';
export { offerWords } from './offer.ts';
export { lessonWords } from './pane.ts';
export { workshopWords } from './workshop.ts';

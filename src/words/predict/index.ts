// The words of questions about what comes next: what is asked, what can be answered, and a word on an answer that is not right. In the notation
// of `rich`. What explains the right answer is the story's.

export { choiceText, questionText } from './asked.ts';
export { page as predictWords } from './page.ts';
export { paper as paperWords } from './paper.ts';
export type { Answers, Kind, Occasions, Question, QuestionOf, Remark, Saying } from './question.ts';
export { remarkText } from './remarks.ts';

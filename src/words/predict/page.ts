// The words around a question: buttons, what becomes of an answer, what it all comes to.

import { counted } from '../grammar.ts';

export const page = {
  title: 'What comes next?',
  of: (number: number, count: number) => `Question ${number} of ${count}`,
  answer: 'Answer',
  takeMajority: 'Take the majority’s answer',
  skip: 'Skip',
  goOn: 'Go on',
  finish: 'To the summary',
  again: 'Ask me again',
  stop: 'Stop asking',
  waits: (number: number, count: number, step: number) => `Question ${number} of ${count} waits after step ${step}.`,
  goThere: 'Go there',
  right: 'Right.',
  skipped: 'Passed over.',
  found: 'Right, but not at the first try.',
  notThis: 'Not this.',
  itIs: (answer: string) => `It is: ${answer}.`,
  tryAgain: 'Try another.',
  why: 'Why',
  vote: 'Count hands',
  votes: (choice: string) => `Hands for: ${choice}`,
  more: (choice: string) => `One more for: ${choice}`,
  tie: 'Two answers have as many hands as each other: pick one, or count again.',
  hands: (count: number) => counted(count, 'hand'),
  summary: 'What came of it',
  score: (right: number, asked: number) => `${right} of ${counted(asked, 'question')} right at the first try.`,
  nothingAsked: 'In what is left of this run there is nothing to ask.',
  outcomes: { right: 'Right', wrong: 'Not at the first try', skipped: 'Passed over' },
  atStep: (step: number) => `Step ${step}`,
} as const;

// What answers count: the first try at each question. It must not know questions.

/** What somebody has answered. */
export interface Answered {
  /** The number of the step before which it was asked. */
  readonly step: number;
  /** Whether the first try was the right one; null: it was passed over. */
  readonly first: boolean | null;
}

/** Questions whose first answer was right, and all that were asked. What was passed over counts as asked. */
export function score(answers: readonly Answered[]): { readonly right: number; readonly asked: number } {
  return { right: answers.filter(({ first }) => first === true).length, asked: answers.length };
}

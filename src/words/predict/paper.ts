// Where on paper a question stands in its run. In the notation of `rich`.

import { thing } from './asked.ts';
import type { Saying } from './question.ts';

export const paper = {
  /** @param said what was said in that step; undefined: it would give the answer to another question */
  after: (step: number, said?: Saying) =>
    said ? `After step ${step}, in which the ${said.from} sends ${thing(said.name)}:` : `After step ${step}:`,
} as const;

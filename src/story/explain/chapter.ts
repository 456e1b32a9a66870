// What there is to tell about one step that went well, as plain data. No behaviour.

import type { Prose } from '../words/explain/prose.ts';
import type { SectionName } from '../words/references.ts';
import type { CheckList, Fact } from './narration.ts';

export interface Chapter {
  readonly prose: Prose;
  readonly facts: readonly Fact[];
  readonly sections: readonly SectionName[];
  readonly checks?: readonly CheckList[];
}

/** A chapter before anybody looked for verdicts: only what the receiver looks at, in words. */
export interface Draft extends Omit<Chapter, 'checks'> {
  readonly looks?: readonly string[] | undefined;
}

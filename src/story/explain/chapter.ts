// What there is to tell about one step that went well, as plain data, and how it becomes a narration.
// It must not know the run.

import type { Prose } from '../../words/explain/index.ts';
import { type SectionName, tlsReference } from '../../words/references.ts';
import { rich } from '../rich.ts';
import type { Aside, CheckList, ExtensionLine, Fact, Narration } from './narration.ts';

export interface Chapter {
  readonly prose: Prose;
  readonly facts: readonly Fact[];
  readonly sections: readonly SectionName[];
  readonly checks?: readonly CheckList[];
  readonly extensions?: readonly ExtensionLine[];
  /** What the receiver makes of it, where that is not as usual. */
  readonly otherSide?: Aside;
}

/** A chapter before anybody looked for verdicts: only what the receiver looks at, in words. */
export interface Draft extends Omit<Chapter, 'checks' | 'extensions' | 'otherSide'> {
  readonly looks?: readonly string[] | undefined;
}

/** A chapter as the Explain pane shows it. */
export function narrationOf({ prose, facts, sections, checks = [], extensions = [], otherSide }: Chapter): Narration {
  const { title, gist, lead, why, breaksWithout } = prose;
  return {
    title,
    gist: rich(gist),
    lead: lead.map(rich),
    ...(why !== undefined && { why: rich(why) }),
    checks,
    ...(breaksWithout !== undefined && { breaksWithout: rich(breaksWithout) }),
    extensions,
    facts,
    ...(otherSide && { otherSide }),
    references: sections.map(tlsReference),
  };
}

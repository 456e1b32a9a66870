// From a text out of a log to entries of the catalogue: what can be played here that ends in such a line, likeliest first.
// It must not know single entries, nor how programs spell things.

import type { FaultCause, Role, Version } from '../../tls/index.ts';
import type { Entry, Expectation } from '../catalogue/entry.ts';
import { defaultScenario } from '../scenario.ts';
import type { Clue, Puzzle, Question } from './clue.ts';
import { failedCheckOf } from './failings.ts';
import { fitOf, type Outcome } from './fit.ts';
import { puzzleOf } from './puzzle.ts';
import { type Reading, readWhole } from './reading.ts';

/** An entry that ends in what the text says. */
export interface Suggestion {
  readonly entry: Entry;
  /** The version in which it fits; where both do, the likelier one, or else the preferred one. */
  readonly version: Version;
  /** Who printed the text. */
  readonly printedBy: Role;
  readonly because: Clue;
  /** What would have happened between the two. */
  readonly question: Question;
  /** Higher is likelier; comparable within one diagnosis only. */
  readonly score: number;
}

export type Diagnosis =
  | {
      readonly known: true;
      /** Best first. */
      readonly readings: readonly Reading[];
      /** Best first, each entry once; empty when the text is understood but nothing here ends like that. */
      readonly suggestions: readonly Suggestion[];
      /** What stands beside what was understood, and nobody here can place. */
      readonly unread: readonly string[];
    }
  | { readonly known: false; readonly puzzle: Puzzle };

/**
 * What a text out of a log means, in terms of these entries. Never throws, whatever the text is.
 * @param preferred the version that is taken where both fit
 */
export function diagnose(text: string, entries: readonly Entry[], preferred: Version = '1.3'): Diagnosis {
  const { readings, unread } = readWhole(text);
  if (readings.length === 0) return { known: false, puzzle: puzzleOf(text) };
  const fits = entries.flatMap((entry) => versions.flatMap((version) => fitsOf(entry, version, readings)));
  const liked = fits.map((each) =>
    each.version === preferred ? { ...each, score: each.score + points.preferred } : each,
  );
  return { known: true, readings, suggestions: bestOfEach(liked), unread };
}

const versions: readonly Version[] = ['1.3', '1.2'];

/** What counts in a score besides the reading's weight: nothing reaches over from one weight to the next. */
const points = { weight: 100, later: 3, preferred: 1, likely: 20, middle: 40, most: 80 };

function fitsOf(entry: Entry, version: Version, readings: readonly Reading[]): Suggestion[] {
  const expectation = entry.expect[version]?.({ ...defaultScenario, version }, { id: entry.id });
  if (!expectation) return [];
  const outcome: Outcome = { entry, expectation, version, failedCheck: failedCheckOf(entry) };
  return readings.flatMap((reading, index) => {
    const fit = (reading.version ?? version) === version ? fitOf(reading, outcome) : undefined;
    if (!fit || (reading.side ?? fit.printedBy) !== fit.printedBy) return [];
    const { printedBy, because } = fit;
    const score = reading.weight * points.weight - index * points.later + likely(fit.likelihood);
    return [{ entry, version, printedBy, because, question: questionOf(entry, expectation), score }];
  });
}

function likely(likelihood: number): number {
  return Math.max(0, Math.min(points.most, points.middle + points.likely * Math.log10(Math.max(likelihood, 1e-9))));
}

/** Where it is about what somebody shows, whose it is. */
function questionOf({ topic, who }: Entry, expectation: Expectation): Question {
  if (expectation.noticed === true && expectation.cause === 'no-client-certificate') return 'unshown';
  const shows = (topic === 'certificate' || topic === 'possession') && !aboutAgreement(expectation);
  if (shows && expectation.noticed === true) return expectation.by === 'server' ? 'client-refused' : 'server-refused';
  return topic === 'negotiation' || (topic === 'certificate' && who === 'server') ? 'not-agreed' : 'disturbed';
}

/** A server without a certificate has nothing to agree on. */
const agreement: readonly FaultCause[] = ['no-server-certificate', 'no-common-suite', 'no-common-scheme'];

function aboutAgreement(expectation: Expectation): boolean {
  return expectation.noticed === true && agreement.includes(expectation.cause);
}

/** Each entry once, the best first. */
function bestOfEach(suggestions: readonly Suggestion[]): readonly Suggestion[] {
  const best = new Map<Entry, Suggestion>();
  for (const each of [...suggestions].sort((a, b) => b.score - a.score)) {
    if (!best.has(each.entry)) best.set(each.entry, each);
  }
  return [...best.values()];
}

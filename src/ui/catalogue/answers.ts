// What the words in the field lead to: by whose log they may come from, or by what they find. It must not know how that is shown.

import {
  type Clue,
  diagnose,
  type Puzzle,
  type Question,
  type Reading,
  type Suggestion,
} from '../../lab/diagnose/index.ts';
import type { Entry, Scenario } from '../../lab/index.ts';
import type { Role } from '../../tls/index.ts';
import { listed } from './Everything.tsx';
import { found } from './search.ts';

/** One way to go from here. */
export interface Answer {
  readonly entry: Entry;
  /** The version in which it is to be played; absent: the present one, where it can happen there. */
  readonly version?: Scenario['version'];
  /** Why it fits a line of a log. */
  readonly clue?: Clue;
}

/** How the owner of a log came to write a line: told by the other side, refusing by themselves, seeing the end and nothing else, or seeing it fail. */
export type Way = 'told' | 'refused' | 'hinted' | 'ended' | 'failed';

export interface AnswerGroup {
  /** Whose log it is then, and what would have happened, where its owner can’t know; absent where words were searched for. */
  readonly log?: { readonly way: Way; readonly side: Role; readonly question?: Question };
  readonly answers: readonly Answer[];
}

export interface Found {
  readonly groups: readonly AnswerGroup[];
  /** What a log says, the most telling part first. */
  readonly readings: readonly Reading[];
  /** What of it nobody here can place. */
  readonly unread: readonly string[];
  /** Why a text is no line of a log that is known here. */
  readonly puzzle?: Puzzle;
}

/** So many are shown in each group, and so many groups. */
const most = 5;
const mostGroups = 6;
/** So many that are found by words. */
const mostFound = 12;

/** What a text leads to, the likeliest first. @param version the one that is played, if it fits */
export function answersTo(query: string, version: Scenario['version']): Found {
  const entries = listed();
  const diagnosis = diagnose(query, entries, version);
  const meant = diagnosis.known ? byLog(diagnosis.suggestions) : [];
  const told = new Set(meant.flatMap(({ answers }) => answers.map(({ entry }) => entry)));
  const matches = found(entries, query).filter((entry) => !told.has(entry));
  const named = matches.slice(0, mostFound).map((entry) => ({ entry }));
  return {
    groups: [...meant, ...(named.length > 0 ? [{ answers: named }] : [])],
    readings: diagnosis.known ? diagnosis.readings : [],
    unread: diagnosis.known ? diagnosis.unread : [],
    ...(!diagnosis.known && { puzzle: diagnosis.puzzle }),
  };
}

function byLog(suggestions: readonly Suggestion[]): readonly AnswerGroup[] {
  const groups = new Map<string, AnswerGroup>();
  for (const { entry, version, because, printedBy: side, question } of suggestions) {
    const way = wayOf(because);
    // Whoever refused knows why; who was told, or saw the end, wonders what happened.
    const log = { way, side, ...(way !== 'refused' && way !== 'hinted' && { question }) };
    const key = Object.values(log).join(' ');
    const answers = groups.get(key)?.answers ?? [];
    groups.set(key, { log, answers: [...answers, { entry, version, clue: because }].slice(0, most) });
  }
  return [...groups.values()].slice(0, mostGroups);
}

function wayOf({ why }: Clue): Way {
  switch (why) {
    case 'alert-told':
    case 'reason-told':
    case 'habit':
      return 'told';
    case 'reason-said':
    case 'kin':
    case 'shown':
      return 'refused';
    case 'reason-hinted':
      return 'hinted';
    case 'failed-only':
      return 'failed';
    case 'late':
    case 'torn':
    case 'alert-lost':
    case 'end-seen':
      return 'ended';
  }
}

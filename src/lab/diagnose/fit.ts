// Whether, and how likely, something that can be played ends in what a reading says. It must not know single entries, nor how programs
// spell things.

import type { Cause } from '../../pki/index.ts';
import type { AlertName, FaultCause, Role, Version } from '../../tls/index.ts';
import type { Entry, Expectation } from '../catalogue/entry.ts';
import type { Clue } from './clue.ts';
import { frequencyOf } from './frequency.ts';
import { type Habit, habits, sharesOf } from './habits.ts';
import { isKin } from './kin.ts';
import type { Reading } from './reading.ts';
import { certificateCauses, weights } from './spelling.ts';

/** What an entry leads to, in one version. */
export interface Outcome {
  readonly entry: Entry;
  readonly expectation: Expectation;
  readonly version: Version;
  /** The check of a certificate that fails, where one is refused. */
  readonly failedCheck: Cause | undefined;
}

/** How a reading fits an expectation. */
export interface Fit {
  readonly printedBy: Role;
  readonly because: Clue;
  /** How likely it is that somebody meets this and reads that: comparable with others of the same reading. */
  readonly likelihood: number;
}

type Noticed = Extract<Expectation, { noticed: true }>;

const peer: Readonly<Record<Role, Role>> = { client: 'server', server: 'client' };
/** How much less likely: each further place in a list of what a text may stand for, an alert that is answered by another refusal, what is but close. */
const less = { place: 0.7, alert: 0.8, unread: 0.1, kin: 0.3 };

/** Undefined where the reading is about something else. */
export function fitOf(reading: Reading, outcome: Outcome): Fit | undefined {
  const { entry, expectation } = outcome;
  if (reading.shownBy?.includes(entry.id)) return shownFit(reading, outcome);
  if (expectation.noticed === false) return undefined;
  const fit =
    expectation.noticed === 'cut' ? cutFit(reading, expectation.by) : noticedFit(reading, expectation, outcome);
  if (!fit) return undefined;
  const often = frequencyOf(entry, reading.program, fit.printedBy);
  return { ...fit, likelihood: fit.likelihood * often };
}

function noticedFit(reading: Reading, noticed: Noticed, outcome: Outcome): Fit | undefined {
  switch (reading.kind) {
    case 'alert':
      return alertFit(reading, noticed, outcome) ?? wordsFit(reading, noticed);
    case 'check':
      return checkFit(reading, noticed, outcome.failedCheck);
    case 'closed':
      return closedFit(reading, noticed, outcome);
    case 'failed':
      return failedFit(reading, noticed);
    case 'unsent':
    case 'beside':
      return undefined;
  }
}

/** A line that tells of just this comes before whatever else it may stand for. */
function shownFit({ kind, side, excerpt, shownBy = [] }: Reading, { entry, expectation }: Outcome): Fit {
  const culprit = entry.who === 'network' ? 'server' : entry.who;
  const by = expectation.noticed === true ? expectation.by : peer[culprit];
  const printedBy = side ?? (kind === 'alert' || kind === 'closed' ? peer[by] : by);
  const likelihood = 100 * less.place ** shownBy.indexOf(entry.id);
  return { printedBy, because: { why: 'shown', by: printedBy, excerpt }, likelihood };
}

/** What each program at the other end does: how likely it is, and what it sends. */
function answersOf(reading: Reading, { by, alert, cause }: Noticed, { version, failedCheck }: Outcome) {
  const fits = ({ by: side, version: of, minds, checks }: Habit) =>
    (side ?? by) === by &&
    (of ?? version) === version &&
    minds.includes(cause) &&
    (checks === undefined || (failedCheck !== undefined && checks.includes(failedCheck)));
  return Object.entries(sharesOf(reading.peer ?? reading.program)).map(([program, share]) => {
    const habit = habits.find((each) => each.program === program && fits(each));
    return { program, share, sends: habit?.sends ?? [alert], usual: habit === undefined };
  });
}

function alertFit(reading: Reading, noticed: Noticed, outcome: Outcome): Fit | undefined {
  const { alerts = [], excerpt } = reading;
  const { by, alert, answer } = noticed;
  const telling = answersOf(reading, noticed, outcome).flatMap((each) => {
    const place = placeOf(alerts, each.sends);
    return place < 0 ? [] : [{ ...each, part: each.share * less.alert ** place }];
  });
  if (telling.length === 0) return undefined;
  const likelihood = telling.reduce((sum, { part }) => sum + part, 0) * (answer === undefined ? 1 : less.unread);
  const usual = telling.some((each) => each.usual);
  const because: Clue = usual
    ? { why: 'alert-told', by, excerpt, alert, perhaps: alerts.length > 1, version: outcome.version }
    : { why: 'habit', by, excerpt, alert, ...strongest(telling) };
  return { printedBy: peer[by], because, likelihood };
}

function placeOf(alerts: readonly AlertName[], sends: readonly AlertName[]): number {
  return alerts.findIndex((name) => sends.includes(name));
}

/** The programs that do the same as the likeliest one. */
function strongest(
  answers: readonly { readonly program: string; readonly part: number; readonly sends: readonly AlertName[] }[],
) {
  const [first, ...others] = [...answers].sort((a, b) => b.part - a.part);
  const sends = first?.sends ?? [];
  const same = others.filter((each) => each.sends.join() === sends.join());
  return { programs: [first, ...same].flatMap((each) => (each ? [each.program] : [])), sends };
}

function wordsFit({ causes = [], excerpt }: Reading, { by, cause }: Noticed): Fit | undefined {
  const why = causes.indexOf(cause);
  if (why < 0) return undefined;
  return { printedBy: peer[by], because: { why: 'reason-told', by, excerpt }, likelihood: atPlace(why, causes) };
}

function checkFit(reading: Reading, noticed: Noticed, failedCheck: Cause | undefined): Fit | undefined {
  const { causes = [], excerpt, details = [], unread } = reading;
  const { by, cause, answer } = noticed;
  const because = (who: Role): Clue =>
    reading.weight < weights.reason
      ? { why: 'reason-hinted', by: who, excerpt, unread }
      : { why: 'reason-said', by: who, excerpt };
  const place = reasonPlace(reading, cause, failedCheck);
  const among = details.length > 0 ? details : causes;
  if (place >= 0) return { printedBy: by, because: because(by), likelihood: atPlace(place, among) };
  if (failedCheck !== undefined && details.some((each) => isKin(each, failedCheck)))
    return { printedBy: by, because: { why: 'kin', by, excerpt }, likelihood: less.kin };
  const second = typeof answer === 'object' ? causes.indexOf(answer.cause) : -1;
  if (second < 0) return undefined;
  return { printedBy: peer[by], because: because(peer[by]), likelihood: less.unread * less.place ** second };
}

/** Of a few the first is likelier; of many that stand for “a certificate was refused” none is. */
function atPlace(place: number, among: readonly unknown[]): number {
  return among.length > 3 ? 1 : less.place ** place;
}

/** Where among a reading's reasons that of an entry stands: by the check of a certificate, where the text is that exact. */
function reasonPlace({ causes = [], details }: Reading, cause: FaultCause, failedCheck: Cause | undefined): number {
  if (details === undefined || !certificateCauses.includes(cause)) return causes.indexOf(cause);
  return failedCheck === undefined ? -1 : details.indexOf(failedCheck);
}

/** What a server minds of a client that shows itself. */
const ofTheClient: readonly FaultCause[] = ['no-client-certificate', 'bad-signature', ...certificateCauses];
/** How often a client’s write breaks before it reads the alert; and how often a handshake is torn off without one. */
const torn = { late: 0.5, early: 0.05 };

function closedFit(reading: Reading, noticed: Noticed, outcome: Outcome): Fit | undefined {
  const { excerpt, early = false } = reading;
  const { by, cause, alert, answer } = noticed;
  const printedBy = peer[by];
  if (answer === 'lost') return { printedBy, because: { why: 'alert-lost', by, excerpt }, likelihood: 0.5 };
  const silent = answersOf(reading, noticed, outcome).flatMap((each) =>
    each.sends.length === 0 ? [{ ...each, part: each.share }] : [],
  );
  const closing = silent.reduce((sum, { part }) => sum + part, 0);
  const late = by === 'server' && outcome.version === '1.3' && ofTheClient.includes(cause) && !early;
  if (late) return { printedBy, because: { why: 'late', by, excerpt, alert }, likelihood: torn.late + closing };
  const likelihood = closing + torn.early;
  if (silent.length > 0)
    return { printedBy, because: { why: 'habit', by, excerpt, alert, ...strongest(silent) }, likelihood };
  if (by !== 'server' || !ofTheClient.includes(cause)) return undefined;
  return { printedBy, because: { why: 'torn', by, excerpt, alert }, likelihood };
}

/** Whoever says it, of whichever refusal: how often that is met decides. */
function failedFit({ side, excerpt }: Reading, { by }: Noticed): Fit {
  return { printedBy: side ?? peer[by], because: { why: 'failed-only', by, excerpt }, likelihood: 1 };
}

function cutFit({ kind, side, excerpt, early = false }: Reading, by: readonly Role[]): Fit | undefined {
  const printedBy = by.find((role) => role === (side ?? role));
  if (kind !== 'closed' || !printedBy) return undefined;
  return { printedBy, because: { why: 'end-seen', by: printedBy, excerpt }, likelihood: early ? 0.05 : 0.3 };
}

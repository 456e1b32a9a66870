// From a text out of a log to entries of the catalogue: what can be played here that ends in such a line, likeliest first.
// It must not know single entries, nor how programs spell things.

import type { Cause } from '../../pki/index.ts';
import type { FaultCause, Role, Version } from '../../tls/index.ts';
import type { Entry, Expectation } from '../catalogue/entry.ts';
import { defaultScenario } from '../scenario.ts';
import type { Clue, Puzzle } from './clue.ts';
import { failedCheckOf } from './failings.ts';
import { type Habit, habits } from './habits.ts';
import { type Reading, readLog } from './reading.ts';
import { certificateCauses, weights } from './spelling.ts';

/** An entry that ends in what the text says. */
export interface Suggestion {
  readonly entry: Entry;
  /** The version in which it fits; where both do, the preferred one. */
  readonly version: Version;
  /** Who printed the text. */
  readonly printedBy: Role;
  readonly because: Clue;
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
    }
  | { readonly known: false; readonly puzzle: Puzzle };

/**
 * What a text out of a log means, in terms of these entries. Never throws, whatever the text is.
 * @param preferred the version that is taken where both fit
 */
export function diagnose(text: string, entries: readonly Entry[], preferred: Version = '1.3'): Diagnosis {
  const readings = readLog(text);
  if (readings.length === 0) return { known: false, puzzle: puzzleOf(text) };
  const fitting = (how: Fitting) =>
    entries.flatMap((entry) => versions.flatMap((version) => fitsOf(entry, version, readings, how)));
  const liked = (each: Suggestion) =>
    each.version === preferred ? { ...each, score: each.score + points.preferred } : each;
  const fits = fitting(fitOf);
  return {
    known: true,
    readings,
    suggestions: bestOfEach((fits.length > 0 ? fits : fitting(sameAlertFit)).map(liked)),
  };
}

const versions: readonly Version[] = ['1.3', '1.2'];
const peer: Readonly<Record<Role, Role>> = { client: 'server', server: 'client' };

/** How a reading fits an expectation. */
interface Fit {
  readonly printedBy: Role;
  readonly because: Clue;
  /** How far it is from the best one. */
  readonly distance: number;
}

/** What an entry leads to, in one version. */
interface Outcome {
  readonly expectation: Expectation;
  readonly version: Version;
  /** The check of a certificate that fails, where one is refused. */
  readonly failedCheck: Cause | undefined;
}

type Fitting = (reading: Reading, outcome: Outcome) => Fit | undefined;

/** What counts in a score besides the reading's weight: nothing reaches over from one weight to the next. */
const points = { weight: 100, later: 3, preferred: 2, client: 20 };

function fitsOf(entry: Entry, version: Version, readings: readonly Reading[], how: Fitting): Suggestion[] {
  const expectation = entry.expect[version]?.({ ...defaultScenario, version }, { id: entry.id });
  if (!expectation) return [];
  const outcome = { expectation, version, failedCheck: failedCheckOf(entry) };
  return readings.flatMap((reading, index) => {
    const fit = (reading.version ?? version) === version ? how(reading, outcome) : undefined;
    if (!fit || (reading.side ?? fit.printedBy) !== fit.printedBy) return [];
    const score =
      reading.weight * points.weight -
      index * points.later -
      fit.distance +
      (isUsualTrouble(expectation) ? points.client : 0);
    return [{ entry, version, printedBy: fit.printedBy, because: fit.because, score }];
  });
}

function fitOf(reading: Reading, { expectation, version, failedCheck }: Outcome): Fit | undefined {
  if (expectation.noticed === false) return undefined;
  if (expectation.noticed === 'cut') return cutFit(reading, expectation.by);
  switch (reading.kind) {
    case 'alert':
      return toldFit(reading, expectation, version) ?? habitFit(reading, expectation, version);
    case 'check':
      return checkFit(reading, expectation, failedCheck);
    case 'closed':
      return lostFit(expectation) ?? habitFit(reading, expectation, version);
  }
}

type Noticed = Extract<Expectation, { noticed: true }>;

function toldFit({ alerts = [], causes = [], excerpt }: Reading, noticed: Noticed, version: Version): Fit | undefined {
  const { by, alert, cause, answer } = noticed;
  const printedBy = peer[by];
  const place = alerts.indexOf(alert);
  const unread = answer === undefined ? 0 : 10;
  const told: Clue = { why: 'alert-told', by, alert, perhaps: alerts.length > 1, version };
  if (place >= 0) return { printedBy, because: told, distance: unread + place * 2 };
  const why = causes.indexOf(cause);
  return why < 0 ? undefined : { printedBy, because: { why: 'reason-told', by, excerpt }, distance: why * 2 };
}

function checkFit(reading: Reading, noticed: Noticed, failedCheck: Cause | undefined): Fit | undefined {
  const { causes = [], excerpt, weight } = reading;
  const { by, cause, answer } = noticed;
  const why = weight < weights.reason ? 'reason-hinted' : 'reason-said';
  const because = (who: Role): Clue => ({ why, by: who, excerpt });
  const place = reasonPlace(reading, cause, failedCheck);
  if (place >= 0) return { printedBy: by, because: because(by), distance: place * 2 };
  const second = typeof answer === 'object' ? causes.indexOf(answer.cause) : -1;
  return second < 0 ? undefined : { printedBy: peer[by], because: because(peer[by]), distance: 10 + second * 2 };
}

/** Where among a reading's reasons that of an entry stands: by the check of a certificate, where the text is that exact. */
function reasonPlace({ causes = [], details }: Reading, cause: FaultCause, failedCheck: Cause | undefined): number {
  if (details === undefined || !certificateCauses.includes(cause)) return causes.indexOf(cause);
  return failedCheck === undefined ? -1 : details.indexOf(failedCheck);
}

/** For a reason that no entry fails for: one with the same alert at least shows what the other side gets to see. */
function sameAlertFit({ kind, causes = [], details, excerpt }: Reading, { expectation }: Outcome): Fit | undefined {
  if (expectation.noticed !== true || kind !== 'check' || details === undefined) return undefined;
  const { by, cause, alert } = expectation;
  const place = causes.indexOf(cause);
  return place < 0
    ? undefined
    : { printedBy: by, because: { why: 'same-alert', by, excerpt, alert }, distance: place * 2 };
}

/** A real peer may say otherwise than this engine, or nothing. */
function habitFit({ kind, alerts = [] }: Reading, { by, alert, cause }: Noticed, version: Version): Fit | undefined {
  const fits = (habit: Habit) =>
    (habit.by ?? by) === by &&
    (habit.version ?? version) === version &&
    habit.minds.includes(cause) &&
    (kind === 'closed' ? habit.sends.length === 0 : habit.sends.some((sent) => alerts.includes(sent)));
  const habit = habits.find(fits);
  if (!habit) return undefined;
  const { program, sends } = habit;
  return { printedBy: peer[by], because: { why: 'habit', program, by, sends, alert }, distance: 30 };
}

function lostFit({ by, answer }: Noticed): Fit | undefined {
  if (answer !== 'lost') return undefined;
  return { printedBy: peer[by], because: { why: 'alert-lost', by }, distance: 5 };
}

function cutFit({ kind, side }: Reading, by: readonly Role[]): Fit | undefined {
  const printedBy = by.find((role) => role === (side ?? role));
  if (kind !== 'closed' || !printedBy) return undefined;
  return { printedBy, because: { why: 'end-seen', by: printedBy }, distance: 0 };
}

/** Most who come with a log have a server that refuses its clients, over who they are. */
const usualTroubles: readonly FaultCause[] = [
  'no-client-certificate',
  'untrusted-issuer',
  'certificate-expired',
  'certificate-wrong-purpose',
  'certificate-refused',
  'certificate-unknown',
  'bad-signature',
];

function isUsualTrouble(expectation: Expectation): boolean {
  return expectation.noticed === true && expectation.by === 'server' && usualTroubles.includes(expectation.cause);
}

/** Each entry once, the best first. */
function bestOfEach(suggestions: readonly Suggestion[]): readonly Suggestion[] {
  const sorted = [...suggestions].sort((a, b) => b.score - a.score);
  return sorted.filter(({ entry }, index) => sorted.findIndex((other) => other.entry === entry) === index);
}

/** What programs say to something that isn't TLS: OpenSSL's sslerr.h, Go's conn.go, the JDK's SSLSocketInputRecord. */
const notTls =
  /wrong[ _]version[ _]number|[: ]http[ _]request\b|first record does not look like a tls handshake|unsupported or unrecognized ssl message/i;

function puzzleOf(text: string): Puzzle {
  const seen = text.slice(0, 64 * 1024);
  if (seen.trim() === '') return 'empty';
  return notTls.test(seen) ? 'not-tls' : 'unknown';
}

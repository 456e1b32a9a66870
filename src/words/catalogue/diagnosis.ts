// What the list of what can go wrong says to a line out of a log. English; one place, ready for other languages.

import type { Clue, Landmark, Puzzle, Question, Reading } from '../../lab/diagnose/index.ts';
import type { AlertName, Role } from '../../tls/index.ts';
import { capital, listed } from '../grammar.ts';
import { isBeside, isMishap, remarkSentence } from './remarks.ts';

/** The number of each alert. */
export type AlertCodes = Readonly<Record<AlertName, number>>;

const peer: Readonly<Record<Role, Role>> = { client: 'server', server: 'client' };

/** Why an entry fits a line of a log, in a sentence that quotes the line. */
export function clueSentence(clue: Clue, codes: AlertCodes): string {
  const { by, excerpt } = clue;
  switch (clue.why) {
    case 'alert-told': {
      const alert = `${clue.perhaps ? 'of a refusal, perhaps with ' : ''}${numbered(clue.alert, codes)}`;
      return `“${excerpt}”: the ${peer[by]} was told ${alert}, and in TLS ${clue.version} the ${by} sends just that here.`;
    }
    case 'reason-told':
      return `The ${peer[by]} was told “${excerpt}”, and that is what the ${by} minds here.`;
    case 'reason-said':
      return `The ${by} says itself what it minds, “${excerpt}”, and here it minds that.`;
    case 'reason-hinted':
      if (clue.unread !== undefined)
        return `The ${by} says “${excerpt}” and, beside it, “${clue.unread}”, which I can’t place; what it minds here is one of the reasons for the first.`;
      return `The ${by} says only “${excerpt}”, and what it minds here is one of the reasons for that.`;
    case 'kin':
      return `The ${by} says “${excerpt}”; nothing here fails for just that, but what it minds here is close to it.`;
    case 'habit': {
      const sent = clue.sends.map((alert) => numbered(alert, codes)).join(' and ');
      const many = clue.programs.length > 1;
      const does =
        sent === '' ? `close${many ? '' : 's'} the connection without an alert` : `send${many ? '' : 's'} ${sent}`;
      return `“${excerpt}”: ${listed(clue.programs)} as the ${by} ${does} where others send ${numbered(clue.alert, codes)}.`;
    }
    case 'late':
      return `“${excerpt}”: in TLS 1.3 the client is done before the ${by} has looked at its certificate. If it writes at once, that write breaks, and the alert, ${numbered(clue.alert, codes)}, stays unread.`;
    case 'torn':
      return `“${excerpt}”: some programs, and what stands in front of them, just close where others send ${numbered(clue.alert, codes)}, as the ${by} does here.`;
    case 'failed-only':
      return `“${excerpt}” does not tell who refused; here it is the ${by}.`;
    case 'alert-lost':
      return `“${excerpt}”: the ${by}’s alert gets lost here, so the ${peer[by]} only sees the end.`;
    case 'end-seen':
      return `“${excerpt}”: the ${by} sees the connection end, and nothing else.`;
    case 'shown':
      return `“${excerpt}” tells of just this.`;
  }
}

/** What would have happened, over the entries that say so. */
export const questions: Readonly<Record<Question, string>> = {
  unshown: 'The client showed nothing',
  'client-refused': 'What the client showed was refused',
  'server-refused': 'What the server showed was refused',
  'not-agreed': 'They did not agree',
  disturbed: 'Something else came between',
};

/** What a text says as a whole, before anything is suggested. */
export function readingSentence(reading: Reading, found: boolean, codes: AlertCodes): string {
  const { remark, unread } = reading;
  const beside =
    unread === undefined || reading.kind === 'unsent'
      ? ''
      : ` Beside it stands “${unread}”, which I can’t place: it may be the reason.`;
  if (remark && (isMishap(remark) || isBeside(remark)))
    return `${reading.program}, “${reading.excerpt}”. ${remarkSentence(remark)}`;
  const more = remark ? ` ${remarkSentence(remark)}` : found ? '' : ' The catalogue has nothing that ends like this.';
  return `${told(reading, codes)}${more}${beside}`;
}

function told(reading: Reading, codes: AlertCodes): string {
  const { program, kind, alerts = [], side, excerpt, causes = [], details } = reading;
  const who = side === undefined ? 'one side' : `the ${side}`;
  const names = alerts.slice(0, 3).map((alert) => numbered(alert, codes));
  const unsure = 'the likeliest reasons come first, but it can be any of them.';
  if (kind === 'alert' && names.length > 0)
    return `${program}, “${excerpt}”: ${who} received the alert ${listed(names, 'or')}. It does not tell why: ${unsure}`;
  if (kind === 'alert') return `${program}: ${who} was told why, “${excerpt}”.`;
  if (kind === 'closed')
    return `${program}, “${excerpt}”: ${who} saw the connection end without an alert. That does not tell why: ${unsure}`;
  if (kind === 'failed')
    return `${program}, “${excerpt}”: the handshake failed, and these words tell neither who refused nor why: ${unsure} The log of the other side, or more of this one, may tell.`;
  const vague = reading.weight < 5 && causes.length > 1 && details === undefined;
  return vague
    ? `${program}, “${excerpt}”: ${who} refused by itself, and these words don’t tell why: ${unsure}`
    : `${program}: ${who} refused by itself, and says why, “${excerpt}”.`;
}

const sought: Readonly<Record<Landmark, string>> = {
  alert: 'an alert',
  certificate: 'certificates',
  handshake: 'a handshake',
  tls: 'TLS',
  error: 'an error',
};

/** Why a text leads nowhere, and what to look for in view of what it has. */
export function puzzleSentence(puzzle: Puzzle): string {
  switch (puzzle.why) {
    case 'empty':
      return 'There is nothing to read yet: paste a line from the log of either side.';
    case 'unknown': {
      const topics = (['alert', 'certificate', 'handshake'] as const).filter((each) => puzzle.has.includes(each));
      const missing = (['alert', 'certificate', 'handshake'] as const).filter((each) => !puzzle.has.includes(each));
      if (topics.length === 0)
        return `I don’t know any of this${puzzle.has.includes('tls') ? ', though it speaks of TLS' : ''}. Look for a line with ${listed(
          missing.map((each) => `“${each}”`),
          'or',
        )}, best in the log of the side that refused: it knows the reason, the other one only gets the alert.`;
      const closest = puzzle.line === undefined ? '' : ` It comes closest where it says “${puzzle.line}”.`;
      const next = puzzle.has.includes('error')
        ? 'Its words for the reason are unknown here, so anything would be a guess. The log of the other side may tell the same in others; or this program tells more with a higher level of logging.'
        : 'But it tells of no error that is known here. The line that says what failed may stand before or after it, or in the log of the other side.';
      return `The text speaks of ${listed(topics.map((each) => sought[each]))}, but I don’t know the words in which it does.${closest} ${next}`;
    }
  }
}

/** What was passed over, quoted. */
export function unreadSentence(unread: readonly string[]): string {
  return capital(`not understood: ${listed(unread.map((each) => `“${each}”`))}.`);
}

/** `unknown_ca (48)` */
export function numbered(alert: AlertName, codes: AlertCodes): string {
  return `${alert} (${codes[alert]})`;
}

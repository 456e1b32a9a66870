// What the list of what can go wrong says to a line out of a log. English; one place, ready for other languages.

import type { Clue, Puzzle } from '../../lab/diagnose/index.ts';
import type { AlertName, Role } from '../../tls/index.ts';

/** The number of each alert. */
export type AlertCodes = Readonly<Record<AlertName, number>>;

const peer: Readonly<Record<Role, Role>> = { client: 'server', server: 'client' };

/** Why an entry fits a line of a log, in a sentence. */
export function clueSentence(clue: Clue, codes: AlertCodes): string {
  const { by } = clue;
  switch (clue.why) {
    case 'alert-told': {
      const alert = `${clue.perhaps ? 'of a refusal, perhaps with ' : ''}${numbered(clue.alert, codes)}`;
      return `The ${peer[by]} was told ${alert}, and in TLS ${clue.version} the ${by} sends just that here.`;
    }
    case 'reason-told':
      return `The ${peer[by]} was told “${clue.excerpt}”, and that is what the ${by} minds here.`;
    case 'reason-said':
      return `The ${by} says itself what it minds, “${clue.excerpt}”, and here it minds that.`;
    case 'reason-hinted':
      return `The ${by} says only “${clue.excerpt}”, and what it minds here is one of the reasons for that.`;
    case 'same-alert':
      return `The ${by} says “${clue.excerpt}”; here it minds something else, but sends the same alert for it, ${numbered(clue.alert, codes)}.`;
    case 'habit': {
      const sent = clue.sends.map((alert) => numbered(alert, codes)).join(' and ');
      const does = sent === '' ? 'closes the connection without an alert' : `sends ${sent}`;
      return `${clue.program} as the ${by} ${does} where others send ${numbered(clue.alert, codes)}.`;
    }
    case 'alert-lost':
      return `The ${by}’s alert gets lost here, so the ${peer[by]} only sees the end.`;
    case 'end-seen':
      return `The ${by} sees the connection end, and nothing else.`;
  }
}

/** Why a text leads nowhere, and what to look for. */
export const puzzles: Readonly<Record<Puzzle, string>> = {
  empty: 'There is nothing to read yet: paste a line from the log of either side.',
  'not-tls':
    'One side does not speak TLS at all on this port, so there is no handshake to show: look at the port, and whether a proxy stands between.',
  unknown:
    'I don’t know any of this. Look for a line with “alert”, “certificate” or “handshake”, best in the log of the side that refused: it knows the reason, the other one only gets the alert.',
};

/** `unknown_ca (48)` */
export function numbered(alert: AlertName, codes: AlertCodes): string {
  return `${alert} (${codes[alert]})`;
}

// Every word around the list of what can go wrong; its titles and stories are in words/catalogue/.
// It must not know how anything is shown.

import type { Reading } from '../../lab/diagnose/index.ts';
import type { Entry, Expectation } from '../../lab/index.ts';
import type { Finding } from '../../lab/sweep/index.ts';
import { type AlertCodes, numbered, reasonSentence } from '../catalogue/index.ts';
import { unnoticedReason } from '../causes/index.ts';
import { size } from '../grammar.ts';

export const catalogueWords = {
  groups: {
    client: 'What the client can do wrong',
    server: 'What the server can do wrong',
    network: 'What can happen on the wire',
  } satisfies Record<Entry['who'], string>,
  matches: 'What fits these words',
  meaning: 'What this error can mean',
  place: 'Where it happens',
  inVersion: (version: string) => `TLS ${version}`,
  onlyIn: (version: string) => `TLS ${version} only`,
  read: ({ program, kind, alerts = [], side }: Reading, codes: AlertCodes): string => {
    const who = side === undefined ? 'one side' : `the ${side}`;
    const names = alerts.slice(0, 2).map((alert) => numbered(alert, codes));
    if (names.length > 0) return `${program}: ${who} received the alert ${names.join(' or ')}.`;
    return `${program}: ${who} ${{ alert: 'was told why', check: 'refused by itself', closed: 'saw the connection end without an alert' }[kind]}.`;
  },
  nothingHere: 'The catalogue has nothing that ends like this.',
};

export const sweepWords = {
  title: 'Flip every byte',
  meaning:
    'Each byte of this handshake is changed on its way, one at a time, and the handshake is played each time. Who notices?',
  start: 'Flip them all',
  again: 'Flip them all again',
  cancel: 'Stop',
  progress: 'Bytes flipped so far',
  impossible:
    'This browser lets the page start no Web Worker, in which the sweep would run. Another browser can show it; the handshake itself is not affected.',
  failed: 'The sweep could not be loaded or broke off. Try again; the handshake itself is not affected.',
  bytes: size,
};

/** Who noticed a flipped byte, how and when; or why nobody did. */
export function findingSentence(found: Finding, codes: AlertCodes): string {
  if (found.kind !== 'noticed') return unnoticedReason(found);
  const { by, alert, state, message, answer } = found;
  const other = by === 'client' ? 'server' : 'client';
  const when = message === null ? `in ${state}` : `in ${state}, after ${message}`;
  const sight = {
    read: '',
    refused: ` The ${other} can’t open that alert, and refuses too.`,
    lost: ` The ${other} never gets to see it.`,
  }[answer];
  return `The ${by} notices ${when}, and sends ${numbered(alert, codes)}.${sight}`;
}

/** What must come of an entry, in a sentence or two. */
export function outcome(expectation: Expectation, codes: AlertCodes): string {
  if (expectation.noticed !== true) return reasonSentence(expectation.because);
  const { by, alert, at, answer } = expectation;
  const other = by === 'client' ? 'server' : 'client';
  const refusal = `The ${by} refuses at ${at.name} and sends ${numbered(alert, codes)}.`;
  if (answer === undefined) return refusal;
  if (answer === 'lost') return `${refusal} The ${other} never gets to see it.`;
  return `${refusal} The ${other} can’t open that alert and sends ${numbered(answer.alert, codes)} in turn.`;
}

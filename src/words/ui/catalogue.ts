// Every word around the list of what can go wrong; its titles and stories are in words/catalogue/.
// It must not know how anything is shown.

import type { Entry, Expectation, Scenario } from '../../lab/index.ts';
import type { Finding } from '../../lab/sweep/index.ts';
import type { Role } from '../../tls/index.ts';
import { type AlertCodes, numbered, reasonSentence } from '../catalogue/index.ts';
import { unnoticedReason } from '../causes/index.ts';
import { day, listed, size } from '../grammar.ts';

export const catalogueWords = {
  topics: {
    certificate: 'Certificates and who issued them',
    possession: 'Proof that the key is theirs',
    negotiation: 'Agreeing on version, suite, extensions',
    flow: 'Order of the messages, and the end',
    attack: 'Somebody on the wire',
    protection: 'Records and their protection',
  } satisfies Record<Entry['topic'], string>,
  everything: 'Everything that can go wrong',
  played: 'What goes wrong in this run',
  off: 'Switch off',
  answers: 'What it can be',
  matches: 'What fits these words',
  /** Whose log it is, if these are what it means; and how its owner came to write it. */
  logs: {
    told: {
      client: {
        title: 'In the client’s log: you were told',
        meaning: 'The server refused, and only it knows the reason.',
      },
      server: {
        title: 'In the server’s log: you were told',
        meaning: 'The client refused, and only it knows the reason.',
      },
    },
    refused: {
      client: {
        title: 'In the client’s log: you refused',
        meaning: 'This line is the reason; the server gets no more than an alert.',
      },
      server: {
        title: 'In the server’s log: you refused',
        meaning: 'This line is the reason; the client gets no more than an alert.',
      },
    },
    /** In words that stand for several reasons. */
    hinted: {
      client: {
        title: 'In the client’s log: you refused',
        meaning: 'This line does not tell why; one near it may.',
      },
      server: {
        title: 'In the server’s log: you refused',
        meaning: 'This line does not tell why; one near it may.',
      },
    },
    ended: {
      client: {
        title: 'In the client’s log: the connection ended',
        meaning: 'No reason came with it; the server’s log may have one.',
      },
      server: {
        title: 'In the server’s log: the connection ended',
        meaning: 'No reason came with it; the client’s log may have one.',
      },
    },
    failed: {
      client: { title: 'In the client’s log: it failed', meaning: 'These words don’t tell who refused.' },
      server: { title: 'In the server’s log: it failed', meaning: 'These words don’t tell who refused.' },
    },
  } satisfies Record<string, Record<Role, { readonly title: string; readonly meaning: string }>>,
  also: (sentence: string) => `Also: ${sentence}`,
  check: (advice: string) => `Check: ${advice}`,
  needs: (demands: Partial<Scenario>) =>
    `Needs ${listed(demanded(demands))}: it is set so while this is played, and goes back after it.`,
  given: (demands: Partial<Scenario>) =>
    `Set for this: ${listed(demanded(demands))}. Your own choice comes back when it is switched off.`,
  hints: 'Arrow keys choose, Enter plays, Esc leaves.',
  /** Each finds something. */
  tries: ['expired', 'trust', 'name', 'signature', 'version'],
  nothing: (tries: readonly string[]) =>
    `Try a single word, such as ${listed(
      tries.map((word) => `“${word}”`),
      'or',
    )}; or paste the whole line in which a program tells of the error.`,
  place: 'Where it happens',
  inVersion: (version: string) => `TLS ${version}`,
  onlyIn: (version: string) => `TLS ${version} only`,
  tryFile: 'Try the file in “Your certificates”',
  throughProxy: 'See it through a proxy',
};

/** What a scenario has to have, choice by choice. */
function demanded(demands: Partial<Scenario>): readonly string[] {
  const { version, clientAuthentication, keyExchange, compatibility, retry, alpn, at, name, ...others } = demands;
  return [
    version && `TLS ${version}`,
    clientAuthentication && `client authentication ${clientAuthentication}`,
    keyExchange && { ephemeral: 'fresh keys (ECDHE)', static: 'static RSA' }[keyExchange],
    compatibility !== undefined && (compatibility ? 'the disguise for middleboxes' : 'no disguise for middleboxes'),
    retry !== undefined && (retry ? 'a HelloRetryRequest' : 'no HelloRetryRequest'),
    alpn && `ALPN as usual (${alpn})`,
    at !== undefined && `the clock of ${day(at)}`,
    name && `the host ${name}`,
    ...Object.values(others).map(String),
  ].filter((each) => typeof each === 'string');
}

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

// Why a scenario can't be played, in sentences.

import type { Conflict, Hurdle, MischiefFlaw, Oddity } from '../../lab/index.ts';
import { type Sentences, told } from './telling.ts';

/** Why a scenario can't be played: one sentence. */
export function hurdleSentence(hurdle: Hurdle): string {
  return told(hurdles, hurdle);
}

const conflicts: Sentences<Conflict> = {
  'retry in TLS 1.2': () => 'TLS 1.2 has no HelloRetryRequest.',
  'disguise in TLS 1.2': () => 'TLS 1.2 needs no disguise for middleboxes.',
  'static RSA in TLS 1.3': () => 'TLS 1.3 has no static RSA: its keys are always fresh.',
  'keys of static RSA': ({ keys }) => `Static RSA encrypts to an RSA key, and these keys are ${keys}.`,
  'HTTP/2 over static RSA': () => 'HTTP/2 is not spoken over static RSA: RFC 9113, appendix A, prohibits the suite.',
  'suite of static RSA': () => 'Static RSA is spoken here with AES-128-GCM only.',
};

const oddities: Sentences<Oddity> = {
  clock: ({ first, last }) => `The clock can be set to a time from ${first} to ${last}.`,
  host: ({ such }) =>
    `A client can ask for a host by its name or address only: letters, digits and hyphens, with dots between, such as ${such}.`,
};

const flaws: Sentences<MischiefFlaw> = {
  'unknown mischief': ({ id }) => `The catalogue knows no “${id}”.`,
  'wrong version': ({ id, version }) => `“${id}” can’t happen in TLS ${version}.`,
  'needless place': ({ id, at }) => `“${id}” happens at a place of its own, so “@${at}” means nothing to it.`,
  'wrong place': ({ id, at }) => `“${id}” can’t happen at place ${at}.`,
  'unknown parameter': ({ id, name }) => `“${id}” takes no “${name}”.`,
  'wrong parameter': ({ id, name, min, max }) => `“${name}” of “${id}” must be a whole number from ${min} to ${max}.`,
};

const hurdles: Sentences<Hurdle> = {
  ...conflicts,
  ...oddities,
  ...flaws,
  'too much mischief': ({ most }) => `No more than ${most} things can go wrong in one handshake.`,
  'seed too long': ({ most }) => `A seed has no more than ${most} letters.`,
};

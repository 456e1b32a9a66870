// Why signatures of certificates are not accepted, in sentences. It must not know how they are verified.

import type { SignatureRefusal } from '../../pki/index.ts';
import { flawClause } from './flaws.ts';
import { type Sentences, told } from './telling.ts';

/** Why a signature is not even looked at: one sentence. */
export function refusalSentence(refusal: SignatureRefusal): string {
  return told(refusals, refusal);
}

const refusals: Sentences<SignatureRefusal> = {
  algorithm: ({ name }) => `We do not accept signatures with ${name}.`,
  'no parameters': () => 'The parameters of RSASSA-PSS are missing.',
  'parameters unreadable': ({ flaw }) => `The parameters of RSASSA-PSS can’t be read: ${flawClause(flaw)}.`,
  hash: ({ hash }) => `We do not accept RSASSA-PSS with ${named(hash)}.`,
  mask: ({ hash, mask }) =>
    `We do not accept RSASSA-PSS with ${named(hash)} and MGF1 with ${named(mask)}: both need the same hash.`,
  trailer: ({ trailer }) => `There is no trailer field ${trailer} of RSASSA-PSS; 1 is the only one.`,
  'bound hash': ({ hash, bound }) =>
    `The issuer’s key is for RSASSA-PSS with ${named(bound.hash)} and MGF1 with ${named(bound.mask)}, not with ${named(hash)}.`,
  'short salt': ({ length, least }) =>
    `The issuer’s key is for salts of at least ${least} bytes; this one has ${length}.`,
};

/** A hash that nobody here knows has a number for a name. */
function named(hash: string): string {
  return /^\d/.test(hash) ? `the hash ${hash}` : hash;
}

// What is wrong with a file of certificates or keys, in sentences for whoever brought it. It must not know how files are read.

import type { PemFlaw } from '../../pki/index.ts';
import { flawClause } from './flaws.ts';
import { type Sentences, told } from './telling.ts';

/** What is wrong with a file, and what to do where something can be done: one sentence. */
export function fileSentence(flaw: PemFlaw): string {
  return told(sentences, flaw);
}

const sentences: Sentences<PemFlaw> = {
  'cut off': () => 'A PEM block has a BEGIN line but no END line; the file seems to be cut off.',
  'labels differ': ({ begin, end }) => `A PEM block begins as ${begin} but ends as ${end}.`,
  encrypted: () =>
    'The private key is encrypted; save it without a password first, for example with “openssl pkey -in key.pem -out plain.pem”.',
  'no base64': ({ label }) => `The text between the BEGIN and END lines of the ${label} is not base64.`,
  'no certificate': () =>
    'There is no certificate in this file; it should contain a line “-----BEGIN CERTIFICATE-----”.',
  'no private key': () =>
    'There is no private key in this file; it should contain a line “-----BEGIN PRIVATE KEY-----”.',
  'unreadable certificate': ({ number, count, flaw, at }) =>
    `Certificate ${number} of ${count} can’t be read: ${flawClause(flaw)} (at byte ${at}).`,
  'unreadable key': ({ flaw, at }) => `The private key can’t be read: ${flawClause(flaw)} (at byte ${at}).`,
};

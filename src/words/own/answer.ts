// Whether a handshake with somebody's own certificates would work, why not, and what to change: a headline and a sentence each. It must
// not know how any of it is found.

import type { Answer, Obstacle, OwnCause, Why } from '../../lab/own/index.ts';
import type { FailedCheck } from '../../pki/index.ts';
import type { Role } from '../../tls/index.ts';
import { flawClause } from '../causes/flaws.ts';
import { checkReason, sentenceOf } from '../causes/index.ts';
import { type Sentences, told } from '../causes/telling.ts';
import { keyRefusalSentence } from '../containers.ts';
import { remedySentence, type SideFiles } from '../remedies/own.ts';

export interface AnswerWords {
  readonly headline: string;
  readonly reason: string;
  /** Undefined where there is nothing to change. */
  readonly remedy: string | undefined;
}

/**
 * What is said of an answer.
 * @param check the check of the peer’s chain that refused, if it was one
 * @param cause why it does not work; undefined where there is nothing to change
 * @param files what the files of each side are called
 */
export function answerWords(
  answer: Answer,
  check: FailedCheck | undefined,
  cause: OwnCause | undefined,
  files: Readonly<Record<Role, SideFiles>> = usualFiles,
): AnswerWords {
  const remedy = cause && remedySentence(cause, files);
  return { headline: headlineOf(answer), reason: reasonOf(answer.why, check), remedy };
}

/** Why a client with certificates shows none of them: a sentence for the beginning. */
export const unshownSentences = {
  'none named': 'The client’s certificate is not issued by a CA that the server names.',
  'only expired': 'The client’s certificates have expired, and it shows none that has.',
  'none signs': 'The client’s key can’t sign in a way that the server takes.',
} as const;

/** What files are called where nobody gave any. */
const usualFiles: Readonly<Record<Role, SideFiles>> = {
  client: { certificate: 'the certificate file', key: 'the key', trusts: 'its trust file' },
  server: { certificate: 'the certificate file', key: 'the key', trusts: 'its trust file' },
};

const other = (side: Role): Role => (side === 'client' ? 'server' : 'client');

function headlineOf({ outcome, refusedBy, who, why }: Answer): string {
  if (outcome === 'works') return 'It would work.';
  if (why.what === 'key missing') return `It can’t be said to the end: the ${why.of}’s key is not at hand.`;
  if (outcome === 'does not start') return `The ${who ?? 'program'} would not start.`;
  return refusedBy === null ? 'It would not work.' : `The ${refusedBy} would refuse this ${other(refusedBy)}.`;
}

/** Why it ended as it did: a sentence or two. */
export function reasonOf(why: Why, check: FailedCheck | undefined): string {
  switch (why.what) {
    case 'works':
      return why.client === null
        ? 'Both sides are connected; the server does not know who the client is.'
        : `Both sides are connected, and the server knows the client as ${why.client}.`;
    case 'refused':
      return check ? `The ${other(why.by)}’s chain, ${check.subject}: ${checkReason(check)}` : sentenceOf(why.fault);
    case 'refused by page':
      return `The handshake ends well, and the server answers with HTTP 400, “${pages[why.refusal]}”.${check ? ` The client’s chain, ${check.subject}: ${checkReason(check)}` : ''}`;
    case 'key missing':
      return `The chain of ${why.subject} is in order, but the private key that would have to sign is not at hand.`;
    case 'obstacle':
      return `The ${why.of} can’t use its files. ${told(obstacles, why.obstacle)}`;
    case 'silence':
      return 'The connection ends, and nobody says why.';
  }
}

const pages = {
  'certificate error': 'The SSL certificate error',
  'no certificate': 'No required SSL certificate was sent',
} as const;

const obstacles: Sentences<Obstacle> = {
  'key of another': ({ subject, upsideDown: turned }) =>
    turned
      ? `The first certificate in the file is the CA’s (${subject}), and the key belongs to a later one.`
      : `The key does not belong to the certificate of ${subject}.`,
  'no certificate': ({ instead }) =>
    instead === 'certificate request'
      ? 'There is a certificate request in the file, and no certificate.'
      : 'There is no certificate in the file.',
  'no key in the file': () => 'There is no private key in the file that should hold it.',
  'weak key': ({ subject, bits }) => `The key of ${subject} has ${bits} bits, which is too small.`,
  'weak signature': ({ subject, algorithm }) =>
    `The certificate of ${subject} is signed with ${algorithm}, which is too weak.`,
  'strange curve': ({ subject }) => `The key of ${subject} is of a kind that this program does not know.`,
  'out of order': ({ subject }) =>
    `After the certificate of ${subject} the file does not have that of its issuer, and this program wants each to be followed by its issuer’s.`,
  'nobody named': ({ subject }) =>
    `The certificate with the ${subject} names nobody: it has neither a subject nor an alternative name.`,
  'too many certificates': ({ found, most }) => `There are ${found} certificates in the file, and it takes ${most}.`,
  'nothing trusted': () => 'There is no CA that it trusts.',
  'key locked': () => 'The private key is protected by a password.',
  'key refused': ({ keyType, why }) => keyRefusalSentence(keyType, why),
  'unreadable certificate': ({ flaw }) => `The certificate is not proper DER${flaw ? ` (${flawClause(flaw)})` : ''}.`,
};

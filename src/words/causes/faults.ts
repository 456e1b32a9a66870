// Why a side refused, in sentences. It must not know how it was found.

import type { Called, CauseValues, Fault, FaultCause } from '../../tls/index.ts';
import { checkReason } from './checks.ts';
import { called } from './codes.ts';
import { disagreements } from './disagreements.ts';
import { flawClause } from './flaws.ts';
import { checksumName, findings } from './reasons.ts';

/** The check that refused: one sentence with this run's values. */
export function sentenceOf({ cause, values }: Fault): string {
  // The two belong together; TypeScript can't follow that through a look-up.
  return (sentences[cause] as (values: CauseValues[FaultCause]) => string)(values);
}

type OfCause = { readonly [C in FaultCause]: (values: CauseValues[C]) => string };

const unreadable: Pick<
  OfCause,
  | 'malformed-message'
  | 'malformed-alert'
  | 'empty-handshake-fragment'
  | 'empty-alert-fragment'
  | 'message-too-long'
  | 'record-too-long'
  | 'unknown-content-type'
  | 'no-content-type'
  | 'bad-record-mac'
> = {
  'malformed-message': (v) =>
    v.what === 'unreadable'
      ? `The ${v.message} can’t be read: ${flawClause(v.flaw)} (byte ${v.at}).`
      : `verify_data is ${v.found} bytes long; ${checksumName(v.by)} makes ${v.expected}.`,
  'malformed-alert': ({ length }) => `An alert of ${length} bytes came; an alert has two.`,
  'empty-handshake-fragment': () => 'A handshake record without content came; that is not allowed.',
  'empty-alert-fragment': () => 'An alert record without content came; that is not allowed.',
  'message-too-long': ({ length, most }) =>
    `A handshake message announces ${length} bytes; this side takes up to ${most}.`,
  'record-too-long': ({ what, length, most }) =>
    what === 'announced'
      ? `A record announces ${length} bytes; at most ${most} are allowed.`
      : `The record holds ${length} bytes${what === 'plaintext' ? ' of plaintext' : ''}; ${most} are allowed.`,
  'unknown-content-type': ({ type }) => `A record of type ${type} came; this side knows the types 20 to 23.`,
  'no-content-type': () => 'The opened record is nothing but zeros, so it has no content type.',
  'bad-record-mac': ({ sequence }) =>
    `Record ${sequence} under these keys does not open: its authentication tag does not fit.`,
};

const untimely: Pick<
  OfCause,
  | 'unexpected-message'
  | 'unexpected-record'
  | 'unexpected-change-cipher-spec'
  | 'key-change-inside-message'
  | 'interleaved-record'
  | 'flood'
> = {
  'unexpected-message'(v) {
    if (v.what === 'no ChangeCipherSpec')
      return `A handshake record came, but this side is in ${v.state} and waits for ChangeCipherSpec.`;
    const { waitsFor } = v;
    const instead = waitsFor.length > 0 ? `waits for ${waitsFor.join(' or ')}` : 'waits for no handshake message';
    return `${withArticle(v.message, v.type)} came, but this side is in ${v.state} and ${instead}.`;
  },
  'unexpected-record'(v) {
    switch (v.what) {
      case 'inside protection':
        return `A protected record holds ${v.type}, which has no place inside protection.`;
      case 'in the clear':
        return `A record of ${v.type} came in the clear, after keys were installed.`;
      case 'before keys':
        return 'Protected data came before any keys were agreed on.';
      case 'early':
        return `Application data came in ${v.state}, before the handshake was done.`;
    }
  },
  'unexpected-change-cipher-spec': ({ what }) =>
    what === 'content'
      ? 'A ChangeCipherSpec is one byte, 1, and this one is not.'
      : 'A ChangeCipherSpec came where TLS 1.3 doesn’t allow one.',
  'key-change-inside-message': ({ left }) =>
    `The keys change here, but ${left} more bytes of handshake stand in the same record: messages may not span a key change.`,
  'interleaved-record': ({ type }) => `A record of ${type} came in the middle of a handshake message.`,
  flood: (v) =>
    v.what === 'idle'
      ? `${v.most} records or messages in a row moved nothing on; this ${v.last} is one too many.`
      : `More than ${v.most} bytes of early data came; this side passes over no more.`,
};

/** A message with its article; one that has no place in what is spoken now by its type, as the registry calls it. */
function withArticle(message: string, type: Called | undefined): string {
  if (type !== undefined) return `A message of type ${type}`;
  return `${/^[AEIOU]/.test(message) ? 'An' : 'A'} ${message}`;
}

const unproven: Pick<
  OfCause,
  | 'empty-server-certificate'
  | 'no-client-certificate'
  | 'unreadable-certificate'
  | 'untrusted-issuer'
  | 'certificate-expired'
  | 'certificate-revoked'
  | 'certificate-refused'
  | 'certificate-wrong-purpose'
  | 'certificate-bad-signature'
  | 'certificate-unknown'
  | 'unsupported-key'
  | 'own-key-may-not-sign'
  | 'certificate-does-not-fit-suite'
  | 'scheme-not-offered'
  | 'scheme-does-not-fit-key'
  | 'bad-signature'
  | 'bad-finished'
> = {
  'empty-server-certificate': () => 'The server sent no certificate; a server must always show one.',
  'no-client-certificate': () => 'The client shows no certificate, and this server insists on one.',
  'unreadable-certificate'({ of, index, flaw }) {
    const which = index === 0 ? `The ${of}’s certificate` : `Certificate ${index + 1} of the ${of}’s chain`;
    return `${which} is not a readable X.509 certificate: ${flawClause(flaw)}.`;
  },
  'untrusted-issuer': chain,
  'certificate-expired': chain,
  'certificate-revoked': chain,
  'certificate-refused': chain,
  'certificate-wrong-purpose': chain,
  'certificate-bad-signature': chain,
  'certificate-unknown': chain,
  'own-key-may-not-sign': ({ subject }) =>
    `The keyUsage of ${subject}, its own certificate, does not allow its key to sign: digitalSignature is missing.`,
  'unsupported-key': (v) =>
    v.what === 'unknown'
      ? `The ${v.of}’s certificate holds a key of a kind that this side doesn’t know.`
      : v.what === 'own'
        ? `The key of ${v.subject}, its own certificate, is of a kind that it can’t sign with.`
        : `Nothing can be encrypted to the key of ${v.subject}.`,
  'certificate-does-not-fit-suite': ({ key, suite }) =>
    `The server shows a certificate with a key of kind ${key}, but picked ${suite}.`,
  'scheme-not-offered': ({ signer, scheme }) =>
    `The ${signer} signed with ${called('scheme', scheme)}, which was not among the schemes offered to it.`,
  'scheme-does-not-fit-key': ({ signer, scheme, version, key }) =>
    `The ${signer} signed with ${scheme}, which TLS ${version} doesn’t allow for the ${key} key in its certificate.`,
  'bad-signature': (v) => findings['signature does not fit']({ what: 'signature does not fit', ...v }),
  'bad-finished': () => findings['another handshake']({ what: 'another handshake' }),
};

function chain({ check }: CauseValues['untrusted-issuer']): string {
  return checkReason(check);
}

const sentences: OfCause = { ...unreadable, ...untimely, ...disagreements, ...unproven };

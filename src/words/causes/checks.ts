// What checks of certificates looked at, and what they found, in sentences. It must not know how checks are made.

import type { Check, CheckReason, CheckValue, KeyUsage } from '../../pki/index.ts';
import { keyTitle, time } from '../values.ts';
import { violations } from './constraints.ts';
import { defectClause } from './defects.ts';
import { refusalSentence } from './signatures.ts';
import { type Sentences, sentence, told } from './telling.ts';

/** What a check looked at, in a few words. */
export function checkValue({ value }: Pick<Check, 'value'>): string {
  return told(values, value);
}

/** Why a check passed or failed, or what is odd: one sentence. */
export function checkReason({ reason }: Pick<Check, 'reason'>): string {
  return told(reasons, reason);
}

const values: Sentences<CheckValue> = {
  issuer: ({ issuer }) => `issuer ${issuer}`,
  version: ({ version, serial }) => `version ${version}, serial ${serial}`,
  'critical extensions': ({ names }) => names.join(', ') || 'none critical',
  'basic constraints': ({ ca }) => (ca === undefined ? 'no basicConstraints' : `CA: ${ca ? 'TRUE' : 'FALSE'}`),
  'key usage': ({ usages }) => usages?.join(', ') ?? 'no keyUsage',
  purposes: ({ purposes }) => purposes?.join(', ') ?? 'no extKeyUsage',
  'path length': ({ limit, found }) => `at most ${limit} between it and the leaf, found ${found}`,
  'key identifier': ({ id }) => id,
  key: ({ key }) => keyTitle(key),
  name: ({ expected, found }) => `expected ${expected}, found ${found.join(', ') || 'no alternative name'}`,
  algorithm: ({ name }) => name,
  validity: ({ from, to }) => `${time(from)} to ${time(to)}`,
  constraints: ({ subject, by }) => `${subject}, constrained by ${by.join(', ')}`,
  list: ({ issuer, from, to }) =>
    `list of ${issuer}, of ${time(from)}${to === undefined ? '' : `, to be replaced by ${time(to)}`}`,
  'no list': ({ issuer }) => `no list of ${issuer}`,
};

/** As in “The key may …”. */
const uses: Readonly<Partial<Record<KeyUsage, string>>> = {
  keyCertSign: 'sign certificates',
  digitalSignature: 'sign in a handshake',
  keyEncipherment: 'decrypt a premaster secret',
};

const reasons: Sentences<CheckReason> = {
  // the way to an anchor
  'trusted root': ({ subject }) => `${subject} is one of the trusted roots.`,
  'chain too long': () => 'The chain is longer than we follow.',
  'nothing trusted': () => 'This side trusts no CA at all, so that no chain can lead to one.',
  'too many paths': () => 'The certificates form too many possible paths to try them all.',
  'self-signed': ({ subject, alone }) =>
    `${subject} ${alone ? 'is signed by itself' : 'is the root that the chain leads to'}, and it is not one of the trusted roots.`,
  namesake: ({ issuer, subject }) => `A trusted root is called ${issuer}, but another key issued ${subject}.`,
  'no issuer': ({ issuer, subject }) =>
    `Neither the chain nor the trusted roots have a certificate of ${issuer}, who issued ${subject}.`,
  'not a root': ({ issuer, subject }) =>
    `${subject} is trusted, but it is not a root, and the certificate of ${issuer}, who issued it, is not at hand.`,
  // form
  'well formed': () => 'Its fields and extensions are as the standard demands.',
  malformed: ({ defect }) => sentence(defectClause(defect)),
  'rules broken': ({ defects }) =>
    `Whoever issued it broke a rule, which is no reason to refuse it: ${defects.map(defectClause).join('; ')}.`,
  'critical extensions known': () => 'We understand every extension that is marked as critical.',
  'critical extension unknown': ({ name }) =>
    `The extension ${name} is marked as critical, and we do not know what it demands.`,
  'is a CA': () => 'It is a certification authority and may have issued the one before it.',
  'is trusted as a CA': () => 'It is trusted to be a certification authority; it does not say so itself.',
  'is no CA': () => 'It issued a certificate, but it is not a certification authority.',
  'need be no CA': () => 'A leaf need not be a certification authority.',
  'must be no CA': () => 'A CA must not stand where the leaf stands.',
  'path short enough': () => 'The path below it is short enough.',
  'path too long': () => 'There are more certificates between it and the leaf than it allows.',
  // uses of the key
  'every use allowed': () => 'Without keyUsage, every use of the key is allowed.',
  'use allowed': ({ needed }) => `The key may ${uses[needed] ?? needed}.`,
  'use missing': ({ needed }) => `The key may not ${uses[needed] ?? needed}: ${needed} is missing.`,
  'every purpose allowed': () => 'Without extKeyUsage, every purpose is allowed.',
  'purposes of a root': () => 'A root must not carry extKeyUsage.',
  'purpose allowed': ({ purpose }) => `It may be used for ${purpose}.`,
  'purpose missing': ({ purpose, role }) => `It may not be used for ${purpose}, which a TLS ${role} needs.`,
  // keys, names, signatures, time
  'issuer’s key': ({ issuer }) => `It names the key of ${issuer} as its issuer’s.`,
  'another key': ({ issuer }) => `It names another key than that of ${issuer}.`,
  'unsupported key': () => 'We do not support keys of this kind.',
  'strong key': () => 'The key is strong enough.',
  'weak key': () => 'An RSA key must have at least 2048 bits.',
  'name found': ({ expected, found }) => `The alternative name ${found} stands for ${expected}.`,
  'name missing': ({ expected, role }) => `No alternative name stands for ${expected}, so this is another ${role}.`,
  'trusted as it is': () => 'It is trusted as it is; its own signature proves nothing more.',
  'signature unsupported': ({ refusal }) => refusalSentence(refusal),
  signed: ({ signer }) => `The signature was made with ${keyOf(signer)}.`,
  'not signed': ({ signer }) => `The signature was not made with ${keyOf(signer)} over these bytes.`,
  'not yet valid': ({ at }) => `At ${time(at)} it is not valid yet.`,
  expired: ({ at }) => `At ${time(at)} it has expired.`,
  valid: ({ at }) => `At ${time(at)} it is valid.`,
  // lists of revoked certificates
  'not revoked': ({ issuer }) => `The list of ${issuer} does not name it.`,
  'not known to be revoked': ({ issuer }) => `There is no list of ${issuer}, and none is demanded.`,
  revoked: ({ since, why }) => `It was revoked at ${time(since)}${why === undefined ? '' : ` (${why})`}.`,
  'no list': ({ issuer, instead }) =>
    `Whether it was revoked can’t be told: there is no list of revoked certificates of ${issuer}${instead.length === 0 ? '' : `, only of ${instead.join(', ')}`}.`,
  'list of another key': ({ issuer }) =>
    `Whether it was revoked can’t be told: the list of ${issuer} was signed with another key than the one that issued it.`,
  'list badly signed': ({ issuer }) => `The signature of the list was not made with the key of ${issuer}.`,
  'may sign no lists': ({ issuer }) =>
    `The key of ${issuer} may not sign lists of revoked certificates: cRLSign is missing.`,
  'list outdated': ({ issuer, when }) =>
    `Whether it was revoked can’t be told: the list of ${issuer} should have been replaced by ${time(when)}.`,
  'list not yet valid': ({ issuer, when }) =>
    `Whether it was revoked can’t be told: the list of ${issuer} is valid only from ${time(when)} on.`,
  'list not understood': ({ issuer, extension }) =>
    `Whether it was revoked can’t be told: the list of ${issuer} has the critical extension ${extension}, and we do not know what it demands.`,
  'names permitted': () => 'All its names are within what the CAs above it may issue for.',
  ...violations,
};

function keyOf(signer: string | undefined): string {
  return signer === undefined ? 'its own key' : `the key of ${signer}`;
}

// What to do when a handshake with somebody's own certificates does not work: for each cause who has to act, and what that is, in one sentence or
// two with the values of the case. English, ready for other languages.

import type { ListTrouble, OwnCause, Which } from '../../lab/own/index.ts';
import type { Role } from '../../tls/index.ts';
import { type Sentences, told } from '../causes/telling.ts';
import { counted, day, listed } from '../grammar.ts';

/** What a side is called by its files. */
export interface SideFiles {
  readonly certificate: string;
  readonly key: string;
  readonly trusts: string;
}

/** What to do. @param files what the files of each side are called */
export function remedySentence(cause: OwnCause, files: Readonly<Record<Role, SideFiles>>): string {
  return told(sentences(files), cause);
}

const whose = ({ leaf, subject, of }: Which) => (leaf ? `the ${of}’s certificate` : `the CA “${subject}”`);
const anew = (which: Which, how: string) =>
  which.leaf
    ? `Have the ${which.of}’s certificate issued anew, ${how}.`
    : `The CA “${which.subject}” has to be issued anew, ${how}; or the ${which.of}’s certificate has to come from another CA.`;
const opening = (purpose: Role) => `${purpose}Auth`;

const sentences = (files: Readonly<Record<Role, SideFiles>>): Sentences<OwnCause> => ({
  'intermediate not sent': ({ of, issuer, file }) =>
    `Add the certificate of the intermediate “${issuer}”${file === undefined ? '' : `, which lies in ${file},`} to ${files[of].certificate} of the ${of}, after its own certificate.`,
  'issuer unknown': ({ of, by, issuer }) =>
    `If the ${by} trusts the CA above “${issuer}”, add the certificate of “${issuer}” to ${files[of].certificate} of the ${of}, after its own. If not, add the root to what the ${by} trusts (${files[by].trusts}).`,
  'CA not trusted': ({ by, issuer, sent }) =>
    `Add the certificate of the CA “${issuer}” to what the ${by} trusts (${files[by].trusts}), if it may vouch for everybody whom it issues a certificate${sent ? '; to send it along does not help' : ''}.`,
  'trust mixed up': ({ by, of, issuer, swapped }) =>
    swapped
      ? `Swap the two trust files: the ${by} trusts the CA of its own certificate, and needs “${issuer}”, which the ${of} has.`
      : `Let the ${by} trust “${issuer}”, the CA of the ${of}: in ${files[by].trusts} is another one, as if the CAs of both sides were mixed up.`,
  'nobody trusted': ({ by, issuer }) =>
    `Give the ${by} the CAs that it is to trust: it trusts none, and “${issuer}” is needed.`,
  'renewed CA': ({ by, issuer }) =>
    `Add the certificate of “${issuer}” whose key issued it to what the ${by} trusts (${files[by].trusts}): the one that stands there has the same name and another key, as an older or a renewed CA has.`,
  'renewed or damaged': ({ by, of, issuer }) =>
    `Add the certificate of “${issuer}” whose key signed it to what the ${by} trusts (${files[by].trusts}), if that CA was renewed with another key. If not, get the ${of}’s certificate again from the CA: it is damaged.`,
  'only the intermediate trusted': ({ by, intermediate, issuer }) =>
    `Add the root “${issuer}” to what the ${by} trusts (${files[by].trusts}): it has only the intermediate “${intermediate}”. Or let it stop at an intermediate, where it can.`,
  'self-signed': ({ by, of }) =>
    `Add this very certificate to what the ${by} trusts (${files[by].trusts}), or have one for the ${of} issued by a CA that the ${by} trusts.`,
  'name written otherwise': ({ of, issuer }) =>
    `Have the ${of}’s certificate issued anew by software that writes the name of “${issuer}” just as the CA’s own certificate does: in other letters it is another name for some programs.`,
  'odd name': ({ name }) =>
    `Let the client ask for a name of letters, digits and hyphens only: the server takes ${name} for none.`,
  expired: (which) =>
    `Have ${whose(which)} renewed${on(which.when, 'it expired on')}; if that day is still to come, set the clock of the ${which.by}.`,
  'not yet valid': (which) =>
    `Set the clock of the ${which.by} right, or wait${which.when === undefined ? '' : ` until ${day(which.when)}`}: ${whose(which)} is not valid before.`,
  'wrong purpose': (which) => anew(which, `with ${opening(which.of)} in extendedKeyUsage`),
  'not a CA': (which) =>
    `Take a CA that may issue certificates: “${which.subject}” has to be issued anew with ${which.missing === 'cA' ? 'CA:TRUE in basicConstraints' : 'keyCertSign in keyUsage'}, or the ${which.of}’s certificate has to come from another one.`,
  'path length': ({ subject, of }) =>
    `Have the ${of}’s certificate issued by a CA that stands higher, or “${subject}” issued anew with a greater path length.`,
  depth: ({ by, depth }) =>
    `Let the ${by} verify deeper: ${counted(depth, 'intermediate')} stand${depth === 1 ? 's' : ''} above the certificate.`,
  'name constraints': ({ of }) =>
    `Have the ${of}’s certificate issued by a CA that may vouch for its names, or under names that this CA is limited to.`,
  'critical extension': (which) =>
    anew(which, 'without the extension that nobody knows, or with it marked as not critical'),
  'key usage': (which) => anew(which, `with ${which.missing} in keyUsage`),
  'CA as leaf': ({ of }) => `Give the ${of} a certificate of its own, not a CA’s.`,
  weak: (which) => anew(which, 'with a stronger key: P-256, or RSA with 2048 bits or more'),
  'unusual key': (which) => anew(which, 'with a key that all programs know: P-256 or RSA'),
  'weak signature': (which) => anew(which, 'signed with SHA-256 or better'),
  damaged: ({ of }) =>
    `Get the ${of}’s certificate again from the CA: it was damaged or changed, or another key signed it.`,
  'broken rule': (which) => anew(which, 'by software that keeps the rules of RFC 5280'),
  'other name': ({ expected, found }) => {
    const others = found.filter((each) => each !== expected).slice(0, 3);
    if (found.includes(expected) && /[^\d.:]/.test(expected))
      return `Give the server a name of letters, digits and hyphens only, in its certificate as well: this client takes ${expected} for none.`;
    const kind = /^[\d.]+$|:/.test(expected)
      ? 'an IP address among the subject alternative names'
      : 'a subject alternative name';
    return others.length > 0
      ? `Connect by a name that the certificate has (${others.join(', ')}), or have it issued anew with ${expected} as ${kind}.`
      : `Have the server’s certificate issued anew with ${expected} as ${kind}.`;
  },
  revoked: (which) => {
    const { of, since, why } = which;
    const whenAndWhy = `${since === undefined ? '' : ` on ${day(since)}`}${why === undefined ? '' : ` (${why})`}`;
    if (why === 'certificateHold')
      return `Ask the CA to take ${whose(which)} off its list again, if it may: it was suspended${whenAndWhy}. Otherwise have a new one issued for the ${of}.`;
    return which.leaf
      ? `Have a new certificate issued for the ${of}, with a new key: this one was revoked${whenAndWhy}.`
      : `Have the ${of}’s certificate issued by another CA: “${which.subject}” was revoked${whenAndWhy}.`;
  },
  'revocation list': ({ by, issuer, why }) => told(lists(by, issuer), why),
  'no certificate': ({ of }) =>
    of === 'client'
      ? 'Give the client a certificate that a CA issued which the server trusts, with its key; or let the server only ask for one.'
      : 'Give the server a certificate with its key.',
  'list too long': ({ by }) => `Let the ${by} trust only the CAs that issue its clients’ certificates.`,
  'no common version': () => 'Let both sides speak a version in common: TLS 1.3 or 1.2.',
  'scheme not listed': ({ of, by }) =>
    `Let the ${by} take the signatures of the ${of}’s key, or give the ${of} a certificate with a usual key, P-256 or RSA.`,
  'key of another': ({ of }) =>
    `Give the ${of} the key that belongs to ${files[of].certificate}, or the certificate that was issued for ${files[of].key}.`,
  'CA first': ({ of }) =>
    `Put the certificate that belongs to the key first in ${files[of].certificate}, and its CA’s after it.`,
  'no certificate in the file': ({ of }) => `Give the ${of} the certificate that the CA issued for this key.`,
  'no key in the file': ({ of }) => `Give the ${of} the file that holds its private key.`,
  'key locked': () => 'Give the right password for the key.',
  'key missing': () => 'Give the private key as well.',
  'key refused': ({ of }) =>
    `Make a new key for the ${of}, P-256 or RSA with 2048 bits or more, and have a certificate issued for it.`,
  'weak file': ({ of }) =>
    `Have the ${of}’s chain issued anew with keys of P-256, or RSA with 2048 bits or more, signed with SHA-256 or better.`,
  'unreadable certificate': ({ of }) => `Have the ${of}’s certificate issued anew by software that writes proper DER.`,
  'out of order': ({ of }) =>
    `Put the certificates in ${files[of].certificate} in order: after each the one of its issuer, and no others.`,
  'nobody named': ({ of }) => `Have the ${of}’s certificate issued anew, with a subject or a subject alternative name.`,
  'too many certificates': ({ of }) =>
    `Leave only the ${of}’s certificate and those of the CAs above it in ${files[of].certificate}.`,
  'nothing to trust': ({ of }) => `Give the ${of} the CAs that it is to trust (${files[of].trusts}): it has none.`,
  'signed with another key': ({ of }) => `Give the ${of} the key that belongs to its certificate.`,
});

const on = (when: number | undefined, clause: string) => (when === undefined ? '' : `: ${clause} ${day(when)}`);

const lists = (by: Role, issuer: string): Sentences<ListTrouble> => ({
  missing: ({ instead }) =>
    `Give the ${by} the list of revoked certificates of “${issuer}”${instead.length > 0 ? `: it has only that of ${listed(instead.map((each) => `“${each}”`))}` : ''}.`,
  outdated: ({ when }) =>
    `Give the ${by} the newest list of revoked certificates of “${issuer}”: the one that it has counted until ${day(when)}, and without a newer one it refuses everybody.`,
  'not yet valid': ({ when }) =>
    `Set the clock of the ${by} right, or wait until ${day(when)}: the list of revoked certificates of “${issuer}” does not count before.`,
  bad: () =>
    `Get the list of revoked certificates of “${issuer}” for the ${by} again from the CA: it was damaged, or another key signed it.`,
});

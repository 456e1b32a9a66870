// What should be known of certificates that are accepted here, since others would not take them: too weak, named in a way that few still read,
// not for this part, or complete only thanks to the other side. Pure. It must not know how a caution is told.

import { type Certificate, hasWeakDigest, sameName, type Verdict } from '../../pki/index.ts';
import type { Role } from '../../tls/index.ts';
import { isSame } from './ascent.ts';
import type { Own } from './own.ts';

/** Certificates are called by their subjects. */
export type Caution =
  /** Of an algorithm that nobody should rely on. */
  | { readonly what: 'weak signature'; readonly of: Role; readonly subject: string; readonly algorithm: string }
  /** OpenSSL’s security level 2 wants 2048 bits of RSA. */
  | { readonly what: 'weak key'; readonly of: Role; readonly subject: string; readonly bits: number }
  /** It has no alternative names. */
  | { readonly what: 'name in CN only'; readonly of: 'server'; readonly subject: string }
  /** It came from what the other side trusts, not from whoever shows the chain. */
  | { readonly what: 'intermediate from trust'; readonly of: Role; readonly by: Role; readonly subject: string }
  /** It may be used, or issue, for servers only, and stands in a client’s chain. */
  | { readonly what: 'serverAuth only'; readonly of: 'client'; readonly subject: string };

/** What should be known of a chain. @param own what both sides were given: of the demo’s certificates nothing is said */
export function cautionsIn(of: Role, { path, checks }: Verdict, own: Own): readonly Caution[] {
  const shown = own[of].shows;
  if (!shown) return [];
  const [leaf] = path;
  const failed = new Set(checks.flatMap(({ id, index, outcome }) => (outcome === 'passed' ? [] : [`${index} ${id}`])));
  const found = path.flatMap((certificate, index): readonly Caution[] => [
    // What a check told already, need not be told twice.
    ...(failed.has(`${index} signature`) ? [] : weakSignature(of, certificate)),
    ...(failed.has(`${index} key-strength`) ? [] : weakKey(of, certificate)),
    ...(of === 'client' && !failed.has(`${index} extended-key-usage`) ? serversOnly(certificate) : []),
  ]);
  return [...found, ...(of === 'server' && leaf ? namedInCn(leaf) : []), ...lent(of, path, shown)];
}

function weakSignature(of: Role, { subject, issuer, signatureAlgorithm }: Certificate): readonly Caution[] {
  // Nobody looks at the signature of what signed itself.
  const weak = hasWeakDigest(signatureAlgorithm.name) && !sameName(subject, issuer);
  return weak ? [{ what: 'weak signature', of, subject: subject.text, algorithm: signatureAlgorithm.name }] : [];
}

/** Security level 2 means 112 bits of security. */
const LEAST = 2048;

function weakKey(of: Role, { subject, publicKey }: Certificate): readonly Caution[] {
  const bits = publicKey && 'n' in publicKey ? publicKey.bits : LEAST;
  return bits < LEAST ? [{ what: 'weak key', of, subject: subject.text, bits }] : [];
}

function namedInCn({ subject, subjectAltName = [] }: Certificate): readonly Caution[] {
  const named = subjectAltName.some(({ kind }) => kind === 'dNSName' || kind === 'iPAddress');
  const cn = subject.commonName ?? '';
  return !named && /^[\w*-]+(\.[\w-]+)+$/.test(cn) ? [{ what: 'name in CN only', of: 'server', subject: cn }] : [];
}

function serversOnly({ subject, issuer, extendedKeyUsage }: Certificate): readonly Caution[] {
  const only =
    extendedKeyUsage?.includes('serverAuth') &&
    !extendedKeyUsage.some((purpose) => ['clientAuth', 'anyExtendedKeyUsage'].includes(purpose)) &&
    !sameName(subject, issuer);
  return only ? [{ what: 'serverAuth only', of: 'client', subject: subject.text }] : [];
}

/** What stands on the path and was not sent. */
function lent(of: Role, path: readonly Certificate[], shows: NonNullable<Own['client']['shows']>): readonly Caution[] {
  const sent = shows.flatMap(({ chain }) => chain);
  const by = of === 'client' ? 'server' : 'client';
  const missing = path.filter((each) => !sameName(each.subject, each.issuer) && !sent.some((one) => isSame(one, each)));
  return missing.map(({ subject }): Caution => ({ what: 'intermediate from trust', of, by, subject: subject.text }));
}

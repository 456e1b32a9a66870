// Every check that is made on a path, in the order in which OpenSSL makes them: the first that fails decides the
// alert. A check looks at one certificate and its place; how paths are found is not its business.

import { equal, toHex } from '../bytes/index.ts';
import type { Certificate } from './certificate.ts';
import type { Cause, Check, CheckId, Profile } from './check.ts';
import { applies, defectsOf, isSelfIssued } from './conformance.ts';
import { matchingName } from './host-name.ts';
import { violation } from './name-constraints.ts';
import { keyInWords } from './public-key.ts';
import { verifierOf } from './signature.ts';
import { timeInWords } from './time.ts';

/** A path with everything that its checks depend on. */
export interface Candidate {
  /** Leaf first. */
  readonly path: readonly Certificate[];
  /** Whether the last one is an anchor. */
  readonly anchored: boolean;
  /** Why there is no anchor, when there is none. */
  readonly deadEnd?: { readonly cause: Cause; readonly reason: string };
  readonly role: 'server' | 'client';
  readonly name: string | undefined;
  readonly now: number;
  readonly profile: Profile;
  /** Whether the issuer's key made the certificate's signature; remembered by the caller. */
  signed(certificate: Certificate, issuer: Certificate): boolean;
}

/** A certificate at its place in a path. */
interface Spot extends Candidate {
  readonly index: number;
  readonly certificate: Certificate;
  readonly issuer: Certificate | undefined;
  readonly leaf: boolean;
  readonly anchor: boolean;
}

interface Finding {
  readonly value: string;
  readonly reason: string;
  /** Present when the check failed. */
  readonly cause?: Cause;
  /** Where the demand is, if elsewhere than the check as a whole. */
  readonly section?: string;
  readonly profile?: Profile;
}

interface CheckKind {
  readonly id: CheckId;
  readonly section: string;
  /** Undefined where the check has nothing to look at. */
  look(spot: Spot): Finding | undefined;
}

/** All checks on a path; the first failed one is decisive. */
export function checksOf(candidate: Candidate): readonly Check[] {
  const spots = candidate.path.map(
    (certificate, index): Spot => ({
      ...candidate,
      index,
      certificate,
      issuer: candidate.path[index + 1],
      leaf: index === 0,
      anchor: candidate.anchored && index === candidate.path.length - 1,
    }),
  );
  return [
    ...run(TRUST, spots.slice(-1)),
    ...run(FORM, spots),
    ...run(STRENGTH, spots),
    ...run(NAME, spots.slice(0, 1)),
    ...run(PROOF, [...spots].reverse()),
    ...run(CONSTRAINTS, spots),
  ];
}

function run(kinds: readonly CheckKind[], spots: readonly Spot[]): readonly Check[] {
  return spots.flatMap((spot) =>
    kinds.flatMap(({ id, section, look }) => {
      const finding = look(spot);
      if (!finding) return [];
      const { value, reason, cause } = finding;
      const base = {
        id,
        subject: titleOf(spot.certificate),
        index: spot.index,
        value,
        reason,
        profile: finding.profile ?? ('rfc5280' as const),
        section: finding.section ?? section,
      };
      return [cause === undefined ? { ...base, ok: true as const } : { ...base, ok: false as const, detail: cause }];
    }),
  );
}

/** What people call a certificate: its common name, else an alternative name, else its whole subject. */
export function titleOf({ subject, subjectAltName, serial }: Certificate): string {
  return subject.commonName ?? subjectAltName?.[0]?.text ?? (subject.text || `serial ${serial}`);
}

const TRUST: readonly CheckKind[] = [
  {
    id: 'trust-anchor',
    section: 'RFC 5280 6.1.1',
    look({ certificate, deadEnd }) {
      const value = `issuer ${certificate.issuer.text}`;
      if (deadEnd) return { value, reason: deadEnd.reason, cause: deadEnd.cause };
      return { value, reason: `${titleOf(certificate)} is one of the trusted roots.` };
    },
  },
];

const FORM: readonly CheckKind[] = [
  {
    id: 'well-formed',
    section: 'RFC 5280 4',
    look({ certificate, index, anchor, profile }) {
      const value = `version ${certificate.version}, serial ${certificate.serial}`;
      const [first] = defectsOf(certificate, { index, anchor, profile });
      if (!first) return { value, reason: 'Its fields and extensions are as the standard demands.' };
      const { section, profile: demanded, text } = first;
      return { value, reason: sentence(text), cause: 'malformed', section, profile: demanded };
    },
  },
  {
    id: 'critical-extensions',
    section: 'RFC 5280 4.2',
    look({ certificate }) {
      const critical = certificate.extensions.filter((extension) => extension.critical).map(({ name }) => name);
      const unknown = critical.filter((name) => !UNDERSTOOD.includes(name));
      const value = critical.join(', ') || 'none critical';
      if (unknown.length === 0) return { value, reason: 'We understand every extension that is marked as critical.' };
      const reason = `The extension ${unknown[0]} is marked as critical, and we do not know what it demands.`;
      return { value, reason, cause: 'unknown-critical-extension' };
    },
  },
  {
    id: 'basic-constraints',
    section: 'RFC 5280 4.2.1.9',
    look({ certificate, leaf, profile }) {
      const ca = certificate.basicConstraints?.ca === true;
      const value = certificate.basicConstraints ? `CA: ${ca ? 'TRUE' : 'FALSE'}` : 'no basicConstraints';
      if (!leaf) {
        if (ca) return { value, reason: 'It is a certification authority and may have issued the one before it.' };
        const reason = 'It issued a certificate, but it is not a certification authority.';
        return { value, reason, cause: 'issuer-not-ca' };
      }
      if (!ca || !applies('webpki', profile)) return { value, reason: 'A leaf need not be a certification authority.' };
      const section = 'Baseline Requirements 7.1.2.7.8';
      return { value, reason: 'A CA must not stand where the leaf stands.', cause: 'ca-as-leaf', section, profile };
    },
  },
  {
    id: 'key-usage',
    section: 'RFC 5280 4.2.1.3',
    look({ certificate: { keyUsage }, leaf }) {
      if (!keyUsage) return { value: 'no keyUsage', reason: 'Without keyUsage, every use of the key is allowed.' };
      const value = keyUsage.join(', ');
      const [needed, use, cause] = leaf
        ? (['digitalSignature', 'sign in a handshake', 'no-digital-signature'] as const)
        : (['keyCertSign', 'sign certificates', 'issuer-may-not-sign'] as const);
      // RFC 9846 4.5.2.2: if keyUsage is present, the digitalSignature bit MUST be set.
      const section = leaf ? { section: 'RFC 9846 4.5.2.2' } : {};
      if (keyUsage.includes(needed)) return { value, reason: `The key may ${use}.`, ...section };
      return { value, reason: `The key may not ${use}: ${needed} is missing.`, cause, ...section };
    },
  },
  {
    id: 'extended-key-usage',
    section: 'RFC 5280 4.2.1.12',
    look({ certificate: { extendedKeyUsage }, role, anchor, profile }) {
      const wanted = role === 'server' ? 'serverAuth' : 'clientAuth';
      if (!extendedKeyUsage)
        return { value: 'no extKeyUsage', reason: 'Without extKeyUsage, every purpose is allowed.' };
      const value = extendedKeyUsage.join(', ');
      if (anchor && profile === 'webpki') {
        const section = 'Baseline Requirements 7.1.2.1.2';
        return { value, reason: 'A root must not carry extKeyUsage.', cause: 'malformed', section, profile };
      }
      const any = profile === 'rfc5280' && extendedKeyUsage.includes('anyExtendedKeyUsage');
      if (any || extendedKeyUsage.includes(wanted)) return { value, reason: `It may be used for ${wanted}.` };
      return { value, reason: `It may not be used for ${wanted}, which a TLS ${role} needs.`, cause: 'wrong-usage' };
    },
  },
  {
    id: 'path-length',
    section: 'RFC 5280 4.2.1.9',
    look({ certificate, leaf, index, path }) {
      const limit = certificate.basicConstraints?.pathLength;
      if (leaf || limit === undefined) return undefined;
      // RFC 5280 4.2.1.9: non-self-issued intermediates count, the leaf doesn't.
      const count = path.slice(1, index).filter((below) => !isSelfIssued(below)).length;
      const value = `at most ${limit} CAs below it, found ${count}`;
      if (count <= limit) return { value, reason: 'The path below it is short enough.' };
      return { value, reason: 'There are more CAs below it than it allows.', cause: 'path-too-long' };
    },
  },
  {
    id: 'key-identifiers',
    section: 'RFC 5280 4.2.1.1',
    look({ certificate: { authorityKeyId }, issuer }) {
      if (!issuer || !authorityKeyId?.keyId || !issuer.subjectKeyId) return undefined;
      const value = toHex(authorityKeyId.keyId, ':');
      if (equal(authorityKeyId.keyId, issuer.subjectKeyId))
        return { value, reason: `It names the key of ${titleOf(issuer)} as its issuer's.` };
      return { value, reason: `It names another key than that of ${titleOf(issuer)}.`, cause: 'key-identifier' };
    },
  },
];

const UNDERSTOOD: readonly string[] = [
  'basicConstraints',
  'keyUsage',
  'extKeyUsage',
  'subjectAltName',
  'nameConstraints',
  'authorityKeyIdentifier',
  'subjectKeyIdentifier',
  'authorityInfoAccess',
  // Policies only matter to those who ask for one, and we don't.
  'certificatePolicies',
];

const STRENGTH: readonly CheckKind[] = [
  {
    id: 'key-strength',
    section: 'RFC 9325 4.5',
    look({ certificate: { publicKey, spki } }) {
      const value = keyInWords(publicKey, spki);
      if (!publicKey) return { value, reason: 'We do not support keys of this kind.', cause: 'unsupported-key' };
      if (publicKey.kind !== 'RSA' || publicKey.bits >= 2048) return { value, reason: 'The key is strong enough.' };
      return { value, reason: 'An RSA key must have at least 2048 bits.', cause: 'weak-key' };
    },
  },
];

const NAME: readonly CheckKind[] = [
  {
    id: 'name',
    section: 'RFC 9525 6.3',
    look({ certificate: { subjectAltName = [] }, role, name }) {
      if (name === undefined) return undefined;
      const value = `expected ${name}, found ${subjectAltName.map(({ text }) => text).join(', ') || 'no alternative name'}`;
      const match = matchingName(subjectAltName, name);
      if (match) return { value, reason: `The alternative name ${match.text} stands for ${name}.` };
      return {
        value,
        reason: `No alternative name stands for ${name}, so this is another ${role}.`,
        cause: 'name-mismatch',
      };
    },
  },
];

const PROOF: readonly CheckKind[] = [
  {
    id: 'signature',
    section: 'RFC 5280 6.1.3',
    look({ certificate, issuer, anchor, signed }) {
      const value = certificate.signatureAlgorithm.name;
      if (anchor) return { value, reason: 'It is trusted as it is; its own signature proves nothing more.' };
      const signer = issuer ?? (isSelfIssued(certificate) ? certificate : undefined);
      if (!signer) return undefined;
      if (!verifierOf(certificate.signatureAlgorithm.oid))
        return { value, reason: `We do not accept signatures with ${value}.`, cause: 'unsupported-signature' };
      const by = signer === certificate ? 'its own key' : `the key of ${titleOf(signer)}`;
      if (signed(certificate, signer)) return { value, reason: `The signature was made with ${by}.` };
      return { value, reason: `The signature was not made with ${by} over these bytes.`, cause: 'bad-signature' };
    },
  },
  {
    id: 'validity',
    section: 'RFC 5280 4.1.2.5',
    look({ certificate: { notBefore, notAfter }, now }) {
      const value = `${timeInWords(notBefore)} to ${timeInWords(notAfter)}`;
      const second = Math.floor(now / 1000) * 1000;
      const time = timeInWords(second);
      if (second < notBefore) return { value, reason: `At ${time} it is not valid yet.`, cause: 'not-yet-valid' };
      if (second > notAfter) return { value, reason: `At ${time} it has expired.`, cause: 'expired' };
      return { value, reason: `At ${time} it is valid.` };
    },
  },
];

const CONSTRAINTS: readonly CheckKind[] = [
  {
    id: 'name-constraints',
    section: 'RFC 5280 4.2.1.10',
    look({ certificate, index, path, leaf }) {
      if (!leaf && isSelfIssued(certificate)) return undefined;
      const constrained = path.slice(index + 1).filter(({ nameConstraints }) => nameConstraints);
      if (constrained.length === 0) return undefined;
      const value = `${titleOf(certificate)}, constrained by ${constrained.map(titleOf).join(', ')}`;
      for (const { nameConstraints } of constrained) {
        const broken = nameConstraints && violation(nameConstraints, certificate);
        if (broken) return { value, reason: sentence(broken.text), cause: broken.cause };
      }
      return { value, reason: 'All its names are within what the CAs above it may issue for.' };
    },
  },
];

function sentence(clause: string): string {
  return `${clause.charAt(0).toUpperCase()}${clause.slice(1)}.`;
}

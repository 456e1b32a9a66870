// Checks of what a certificate says about itself and its place: form, extensions, uses of the key, path length.
// Time, names and signatures are in proof-checks.ts.

import { equal, toHex } from '../bytes/index.ts';
import { defectsOf, isSelfIssued, isTrustedAsCa, severity } from './conformance.ts';
import { type CheckKind, type KeyUse, sentence, titleOf } from './spot.ts';

/** In the order in which they are made. */
export const FORM: readonly CheckKind[] = [
  {
    id: 'well-formed',
    section: 'RFC 5280 4',
    look({ certificate, index, anchor, profile }) {
      const value = `version ${certificate.version}, serial ${certificate.serial}`;
      const found = defectsOf(certificate, { index, anchor, profile });
      const [first] = found;
      if (!first) return { value, reason: 'Its fields and extensions are as the standard demands.' };
      const failed = found.find((defect) => severity(defect.profile, profile) === 'failed');
      const { section, profile: demanded, text } = failed ?? first;
      if (failed) return { value, reason: sentence(text), cause: 'malformed', section, profile: demanded };
      const reason = `Whoever issued it broke a rule, which is no reason to refuse it: ${found.map((each) => each.text).join('; ')}.`;
      return { value, reason, odd: true, section, profile: demanded };
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
    look({ certificate, leaf, anchor, profile }) {
      const ca = certificate.basicConstraints?.ca === true;
      const value = certificate.basicConstraints ? `CA: ${ca ? 'TRUE' : 'FALSE'}` : 'no basicConstraints';
      if (!leaf) {
        if (ca) return { value, reason: 'It is a certification authority and may have issued the one before it.' };
        // RFC 5280 6.1.1 (d): of an anchor, path validation takes no more than its name and its key.
        if (anchor && isTrustedAsCa(certificate) && severity('rfc5280', profile) === 'warned')
          return {
            value,
            reason: 'It is trusted to be a certification authority; it does not say so itself.',
            odd: true,
            profile: 'rfc5280',
          };
        const reason = 'It issued a certificate, but it is not a certification authority.';
        return { value, reason, cause: 'issuer-not-ca' };
      }
      if (!ca || profile !== 'webpki') return { value, reason: 'A leaf need not be a certification authority.' };
      const section = 'Baseline Requirements 7.1.2.7.8';
      return { value, reason: 'A CA must not stand where the leaf stands.', cause: 'ca-as-leaf', section, profile };
    },
  },
  {
    id: 'key-usage',
    section: 'RFC 5280 4.2.1.3',
    look({ certificate: { keyUsage }, leaf, use }) {
      if (!keyUsage) return { value: 'no keyUsage', reason: 'Without keyUsage, every use of the key is allowed.' };
      const value = keyUsage.join(', ');
      const { needed, what, cause, section } = leaf ? use : issuing;
      if (keyUsage.includes(needed)) return { value, reason: `The key may ${what}.`, section };
      return { value, reason: `The key may not ${what}: ${needed} is missing.`, cause, section };
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
      const any = profile !== 'webpki' && extendedKeyUsage.includes('anyExtendedKeyUsage');
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
        return { value, reason: `It names the key of ${titleOf(issuer)} as its issuer’s.` };
      return { value, reason: `It names another key than that of ${titleOf(issuer)}.`, cause: 'key-identifier' };
    },
  },
];

const issuing: KeyUse = {
  needed: 'keyCertSign',
  what: 'sign certificates',
  cause: 'issuer-may-not-sign',
  section: 'RFC 5280 4.2.1.3',
};

/** What the key of a leaf is needed for in TLS 1.3: if keyUsage is present, the digitalSignature bit MUST be set. */
export const signing: KeyUse = {
  needed: 'digitalSignature',
  what: 'sign in a handshake',
  cause: 'no-digital-signature',
  section: 'RFC 9846 4.5.1.2',
};

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

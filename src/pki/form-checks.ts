// Checks of what a certificate says about itself and its place: form, extensions, uses of the key, path length.
// Time, names and signatures are in proof-checks.ts.

import { equal, toHex } from '../bytes/index.ts';
import { defectsOf, isSelfIssued, isTrustedAsCa, severity } from './conformance.ts';
import { type CheckKind, type KeyUse, titleOf } from './spot.ts';

/** In the order in which they are made. */
export const FORM: readonly CheckKind[] = [
  {
    id: 'well-formed',
    section: 'RFC 5280 4',
    look({ certificate, index, anchor, profile }) {
      const { version, serial } = certificate;
      const value = { what: 'version', version, serial } as const;
      const found = defectsOf(certificate, { index, anchor, profile });
      const [first] = found;
      if (!first) return { value, reason: { what: 'well formed' } };
      const failed = found.find((defect) => severity(defect.profile, profile) === 'failed');
      const { profile: demanded, ...defect } = failed ?? first;
      const { section } = defect;
      if (failed)
        return { value, reason: { what: 'malformed', defect }, cause: 'malformed', section, profile: demanded };
      return { value, reason: { what: 'rules broken', defects: found }, odd: true, section, profile: demanded };
    },
  },
  {
    id: 'critical-extensions',
    section: 'RFC 5280 4.2',
    look({ certificate }) {
      const critical = certificate.extensions.filter((extension) => extension.critical).map(({ name }) => name);
      const name = critical.find((each) => !UNDERSTOOD.includes(each));
      const value = { what: 'critical extensions', names: critical } as const;
      if (!name) return { value, reason: { what: 'critical extensions known' } };
      return { value, reason: { what: 'critical extension unknown', name }, cause: 'unknown-critical-extension' };
    },
  },
  {
    id: 'basic-constraints',
    section: 'RFC 5280 4.2.1.9',
    look({ certificate, leaf, anchor, profile }) {
      const ca = certificate.basicConstraints?.ca === true;
      const value = { what: 'basic constraints', ca: certificate.basicConstraints?.ca } as const;
      if (!leaf) {
        if (ca) return { value, reason: { what: 'is a CA' } };
        // RFC 5280 6.1.1 (d): of an anchor, path validation takes no more than its name and its key.
        if (anchor && isTrustedAsCa(certificate) && severity('rfc5280', profile) === 'warned')
          return {
            value,
            reason: { what: 'is trusted as a CA' },
            odd: true,
            profile: 'rfc5280',
          };
        return { value, reason: { what: 'is no CA' }, cause: 'issuer-not-ca' };
      }
      if (!ca || profile !== 'webpki') return { value, reason: { what: 'need be no CA' } };
      const section = 'Baseline Requirements 7.1.2.7.8';
      return { value, reason: { what: 'must be no CA' }, cause: 'ca-as-leaf', section, profile };
    },
  },
  {
    id: 'key-usage',
    section: 'RFC 5280 4.2.1.3',
    look({ certificate: { keyUsage }, leaf, use }) {
      const value = { what: 'key usage', usages: keyUsage } as const;
      if (!keyUsage) return { value, reason: { what: 'every use allowed' } };
      const { needed, cause, section } = leaf ? use : issuing;
      if (keyUsage.includes(needed)) return { value, reason: { what: 'use allowed', needed }, section };
      return { value, reason: { what: 'use missing', needed }, cause, section };
    },
  },
  {
    id: 'extended-key-usage',
    section: 'RFC 5280 4.2.1.12',
    look({ certificate: { extendedKeyUsage }, role, anchor, profile }) {
      const purpose = role === 'server' ? 'serverAuth' : 'clientAuth';
      const value = { what: 'purposes', purposes: extendedKeyUsage } as const;
      if (!extendedKeyUsage) return { value, reason: { what: 'every purpose allowed' } };
      if (anchor && profile === 'webpki') {
        const section = 'Baseline Requirements 7.1.2.1.2';
        return { value, reason: { what: 'purposes of a root' }, cause: 'malformed', section, profile };
      }
      const any = profile !== 'webpki' && extendedKeyUsage.includes('anyExtendedKeyUsage');
      if (any || extendedKeyUsage.includes(purpose)) return { value, reason: { what: 'purpose allowed', purpose } };
      return { value, reason: { what: 'purpose missing', purpose, role }, cause: 'wrong-usage' };
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
      const value = { what: 'path length', limit, found: count } as const;
      if (count <= limit) return { value, reason: { what: 'path short enough' } };
      return { value, reason: { what: 'path too long' }, cause: 'path-too-long' };
    },
  },
  {
    id: 'key-identifiers',
    section: 'RFC 5280 4.2.1.1',
    look({ certificate: { authorityKeyId }, issuer }) {
      if (!issuer || !authorityKeyId?.keyId || !issuer.subjectKeyId) return undefined;
      const value = { what: 'key identifier', id: toHex(authorityKeyId.keyId, ':') } as const;
      if (equal(authorityKeyId.keyId, issuer.subjectKeyId))
        return { value, reason: { what: 'issuer’s key', issuer: titleOf(issuer) } };
      return { value, reason: { what: 'another key', issuer: titleOf(issuer) }, cause: 'key-identifier' };
    },
  },
];

const issuing: KeyUse = {
  needed: 'keyCertSign',
  cause: 'issuer-may-not-sign',
  section: 'RFC 5280 4.2.1.3',
};

/** What the key of a leaf is needed for in TLS 1.3: if keyUsage is present, the digitalSignature bit MUST be set. */
export const signing: KeyUse = {
  needed: 'digitalSignature',
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

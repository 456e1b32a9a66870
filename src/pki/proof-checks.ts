// Checks of what a certificate is worth: the strength of its key, whose name it bears, who signed it, when it is valid
// and what the CAs above it may issue for. What it says about itself is in form-checks.ts.

import type { Cause } from './check.ts';
import { isSelfIssued } from './conformance.ts';
import { matchingName } from './host-name.ts';
import { violation } from './name-constraints.ts';
import { titleOfKey } from './public-key.ts';
import type { Violation } from './reason.ts';
import { hasWeakDigest } from './signature.ts';
import { type CheckKind, titleOf } from './spot.ts';

/** Of every key on the path. */
export const STRENGTH: readonly CheckKind[] = [
  {
    id: 'key-strength',
    section: 'RFC 9325 4.5',
    look({ certificate: { publicKey, spki } }) {
      const value = { what: 'key', key: titleOfKey(publicKey, spki) } as const;
      if (!publicKey) return { value, reason: { what: 'unsupported key' }, cause: 'unsupported-key' };
      if (!('n' in publicKey) || publicKey.bits >= 2048) return { value, reason: { what: 'strong key' } };
      return { value, reason: { what: 'weak key' }, cause: 'weak-key' };
    },
  },
];

/** Of the leaf. */
export const NAME: readonly CheckKind[] = [
  {
    id: 'name',
    section: 'RFC 9525 6.3',
    look({ certificate: { subjectAltName = [] }, role, name: expected }) {
      if (expected === undefined) return undefined;
      const value = { what: 'name', expected, found: subjectAltName.map(({ text }) => text) } as const;
      const match = matchingName(subjectAltName, expected);
      if (match) return { value, reason: { what: 'name found', expected, found: match.text } };
      return { value, reason: { what: 'name missing', expected, role }, cause: 'name-mismatch' };
    },
  },
];

/** From the root down, first the signature, then the time. */
export const PROOF: readonly CheckKind[] = [
  {
    id: 'signature',
    section: 'RFC 5280 6.1.3',
    look({ certificate, issuer, anchor, signed, verifierOf }) {
      const value = { what: 'algorithm', name: certificate.signatureAlgorithm.name } as const;
      if (anchor) return { value, reason: { what: 'trusted as it is' } };
      const by = issuer ?? (isSelfIssued(certificate) ? certificate : undefined);
      if (!by) return undefined;
      const verify = verifierOf(certificate.signatureAlgorithm, by.publicKey);
      if (typeof verify !== 'function') {
        const cause = hasWeakDigest(value.name) ? 'weak-digest' : 'unsupported-signature';
        return { value, reason: { what: 'signature unsupported', refusal: verify }, cause };
      }
      const signer = by === certificate ? undefined : titleOf(by);
      if (signed(certificate, by)) return { value, reason: { what: 'signed', signer } };
      return { value, reason: { what: 'not signed', signer }, cause: 'bad-signature' };
    },
  },
  {
    id: 'validity',
    section: 'RFC 5280 4.1.2.5',
    look({ certificate: { notBefore, notAfter }, now }) {
      const value = { what: 'validity', from: notBefore, to: notAfter } as const;
      const at = Math.floor(now / 1000) * 1000;
      if (at < notBefore) return { value, reason: { what: 'not yet valid', at }, cause: 'not-yet-valid' };
      if (at > notAfter) return { value, reason: { what: 'expired', at }, cause: 'expired' };
      return { value, reason: { what: 'valid', at } };
    },
  },
];

/** Of every certificate below a constrained CA. */
export const CONSTRAINTS: readonly CheckKind[] = [
  {
    id: 'name-constraints',
    section: 'RFC 5280 4.2.1.10',
    look({ certificate, index, path, leaf }) {
      if (!leaf && isSelfIssued(certificate)) return undefined;
      const constrained = path.slice(index + 1).filter(({ nameConstraints }) => nameConstraints);
      if (constrained.length === 0) return undefined;
      const value = { what: 'constraints', subject: titleOf(certificate), by: constrained.map(titleOf) } as const;
      for (const { nameConstraints } of constrained) {
        const broken = nameConstraints && violation(nameConstraints, certificate);
        if (broken) return { value, reason: broken, cause: causeOf[broken.what] };
      }
      return { value, reason: { what: 'names permitted' } };
    },
  },
];

const causeOf: Readonly<Record<Violation['what'], Cause>> = {
  'too many names': 'too-complex',
  'name excluded': 'name-excluded',
  'name not permitted': 'name-not-permitted',
  'constraint unsupported': 'unsupported-constraint',
  'constraint unreadable': 'unsupported-constraint',
};

// Checks of what a certificate is worth: the strength of its key, whose name it bears, who signed it, when it is valid
// and what the CAs above it may issue for. What it says about itself is in form-checks.ts.

import { isSelfIssued } from './conformance.ts';
import { matchingName } from './host-name.ts';
import { violation } from './name-constraints.ts';
import { keyInWords } from './public-key.ts';
import { verifierOf } from './signature.ts';
import { type CheckKind, sentence, titleOf } from './spot.ts';
import { timeInWords } from './time.ts';

/** Of every key on the path. */
export const STRENGTH: readonly CheckKind[] = [
  {
    id: 'key-strength',
    section: 'RFC 9325 4.5',
    look({ certificate: { publicKey, spki } }) {
      const value = keyInWords(publicKey, spki);
      if (!publicKey) return { value, reason: 'We do not support keys of this kind.', cause: 'unsupported-key' };
      if (!('n' in publicKey) || publicKey.bits >= 2048) return { value, reason: 'The key is strong enough.' };
      return { value, reason: 'An RSA key must have at least 2048 bits.', cause: 'weak-key' };
    },
  },
];

/** Of the leaf. */
export const NAME: readonly CheckKind[] = [
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

/** From the root down, first the signature, then the time. */
export const PROOF: readonly CheckKind[] = [
  {
    id: 'signature',
    section: 'RFC 5280 6.1.3',
    look({ certificate, issuer, anchor, signed }) {
      const value = certificate.signatureAlgorithm.name;
      if (anchor) return { value, reason: 'It is trusted as it is; its own signature proves nothing more.' };
      const signer = issuer ?? (isSelfIssued(certificate) ? certificate : undefined);
      if (!signer) return undefined;
      const verify = verifierOf(certificate.signatureAlgorithm, signer.publicKey);
      if (typeof verify === 'string') return { value, reason: verify, cause: 'unsupported-signature' };
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

/** Of every certificate below a constrained CA. */
export const CONSTRAINTS: readonly CheckKind[] = [
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

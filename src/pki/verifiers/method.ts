// A method of judging chains made of rules, and of lists of revoked certificates: the engine's own search and checks, with what those rules
// change. It must not know a single program.

import { equal } from '../../bytes/index.ts';
import { type PublicKey, primitives, sha1, verifyEcdsa } from '../../crypto/index.ts';
import type { Certificate } from '../certificate.ts';
import type { Verdict } from '../check.ts';
import { usualChecks } from '../checks.ts';
import { isSelfIssued } from '../conformance.ts';
import { verifierOf } from '../signature.ts';
import type { CheckKind } from '../spot.ts';
import { type ChainInput, keysFit, type Method, usualMethod, verifyChain } from '../verify.ts';
import { alteredBy } from './altered.ts';
import { type Revocation, revocationCheck } from './revocation.ts';
import type { Rules } from './rules.ts';

/** A judge of chains by these rules. @param revocation absent: nobody looks whether a certificate was revoked */
export function judgeBy(rules: Rules, revocation?: Revocation): (input: ChainInput) => Verdict {
  const method = methodOf(rules, revocation);
  return (input) => verifyChain(input, method);
}

function methodOf(rules: Rules, revocation: Revocation | undefined): Method {
  const { endsAt = 'any', tries = 'all', namesAsWritten = false, keyIdentifiersHint = false } = rules;
  const altered = (kinds: readonly CheckKind[]) => kinds.map((kind) => alteredBy(kind, rules));
  const { trust, form, strength, name, proof, constraints } = usualChecks;
  return {
    checks: {
      trust,
      form: altered(form),
      strength: altered(strength),
      name: altered(name),
      revocation: revocation ? altered([revocationCheck(revocation)]) : [],
      proof: altered(proof),
      constraints: altered(constraints),
    },
    endsAt: ends[endsAt],
    mayIssue(issuer, certificate) {
      if (namesAsWritten && !equal(issuer.subject.der, certificate.issuer.der)) return false;
      const fits = keyIdentifiersHint ? { ...certificate, authorityKeyId: {} } : certificate;
      return usualMethod.mayIssue(issuer, fits);
    },
    tries,
    verifierOf: rules.sha1 ? tolerantVerifierOf : verifierOf,
  };
}

const ends: Readonly<Record<NonNullable<Rules['endsAt']>, (trusted: Certificate) => boolean>> = {
  any: () => true,
  'self-signed': isSelfSigned,
  'no issued leaf': (trusted) => isSelfSigned(trusted) || trusted.basicConstraints?.ca === true,
};

/** By what it says of itself; nobody looks at the signature. */
function isSelfSigned(certificate: Certificate): boolean {
  return isSelfIssued(certificate) && keysFit(certificate, certificate);
}

/** Like the engine's, and SHA-1 holds. */
const tolerantVerifierOf: Method['verifierOf'] = (algorithm, key) => {
  const old = withSha1[algorithm.name];
  return old ? (data, signature) => key !== undefined && old(key, data, signature) : verifierOf(algorithm, key);
};

const withSha1: Readonly<Record<string, (key: PublicKey, data: Uint8Array, signature: Uint8Array) => boolean>> = {
  sha1WithRSAEncryption: (key, data, signature) =>
    key.kind === 'RSA' && primitives.take('rsa').verifyPkcs1(key, sha1, data, signature),
  // RFC 3279 2.2.3.
  'ecdsa-with-SHA1': (key, data, signature) => verifyEcdsa(key, sha1, data, signature),
};

// Signature algorithms inside certificates (RFC 5280 4.1.1.2): which they are, how to verify, how to sign.

import { type Bytes, der } from '../bytes/index.ts';
import {
  type Env,
  type PrivateKey,
  type PublicKey,
  primitives,
  type SchemeName,
  schemeNamed,
} from '../crypto/index.ts';
import type { SignatureAlgorithm } from './certificate.ts';
import { nameOfOid, oidOfName } from './oid.ts';
import type { SignatureRefusal } from './reason.ts';

/** The schemes of TLS that do the same, by the names of the algorithms; what a key signs with before what it can also verify. */
const SCHEMES: Readonly<Record<string, SchemeName>> = {
  'ecdsa-with-SHA256': 'ecdsa_secp256r1_sha256',
  'ecdsa-with-SHA384': 'ecdsa_secp384r1_sha384',
  'ecdsa-with-SHA512': 'ecdsa_secp521r1_sha512',
  sha256WithRSAEncryption: 'rsa_pkcs1_sha256',
  sha384WithRSAEncryption: 'rsa_pkcs1_sha384',
  sha512WithRSAEncryption: 'rsa_pkcs1_sha512',
  Ed25519: 'ed25519',
};

/** How to verify signatures of an algorithm with a key; or why we don't accept them (SHA-1, for instance). */
export function verifierOf(
  { oid, parameters }: SignatureAlgorithm,
  key: PublicKey | undefined,
): ((data: Bytes, signature: Bytes) => boolean) | SignatureRefusal {
  const name = nameOfOid(oid);
  // Nobody makes them with a key of another kind than RSA.
  if (name === 'RSASSA-PSS')
    return key && 'n' in key ? primitives.take('rsa').pssVerifier(key, parameters) : () => false;
  const scheme = SCHEMES[name];
  if (!scheme) return { what: 'algorithm', name };
  return (data, signature) => key !== undefined && schemeNamed(scheme).verify(key, data, signature);
}

/** Whether a signature of this algorithm, by its name, is over a digest that can be forged. */
export function hasWeakDigest(name: string): boolean {
  return /MD5|SHA1/i.test(name);
}

/** What certificates are signed with: the AlgorithmIdentifier, and the signature over `data`. */
export interface SigningMeans {
  readonly algorithm: Bytes;
  sign(data: Bytes, env: Env): Bytes;
}

/** What a key signs certificates with. @throws RangeError for RSASSA-PSS */
export function signerOf(key: PrivateKey): SigningMeans {
  const found = Object.entries(SCHEMES).find(([, name]) => schemeNamed(name).keyKind === key.kind);
  if (!found) throw new RangeError(`no certificate is signed with a key of kind ${key.kind} here`);
  const [name, scheme] = found;
  // RFC 3279 2.2.1 and RFC 5758 3.2: NULL parameters for RSA, none for ECDSA and EdDSA.
  const parameters = key.kind === 'RSA' ? [der.write(der.NULL)] : [];
  return {
    algorithm: der.sequence(der.oid(oidOfName(name)), ...parameters),
    sign: (data, env) => schemeNamed(scheme).sign(key, data, env),
  };
}

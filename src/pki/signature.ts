// Signature algorithms inside certificates (RFC 5280 4.1.1.2): which they are, how to verify, how to sign.

import { type Bytes, der } from '../bytes/index.ts';
import {
  type Env,
  type PrivateKey,
  type PublicKey,
  primitives,
  type SchemeName,
  schemeNamed,
  sha256,
  sha384,
  sha512,
  verifyEcdsa,
} from '../crypto/index.ts';
import type { SignatureAlgorithm } from './certificate.ts';
import { nameOfOid, oidOfName } from './oid.ts';
import type { SignatureRefusal } from './reason.ts';

type Verify = (key: PublicKey, data: Bytes, signature: Bytes) => boolean;

const VERIFY: Readonly<Record<string, Verify>> = {
  'ecdsa-with-SHA256': (key, data, signature) => verifyEcdsa(key, sha256, data, signature),
  'ecdsa-with-SHA384': (key, data, signature) => verifyEcdsa(key, sha384, data, signature),
  'ecdsa-with-SHA512': (key, data, signature) => verifyEcdsa(key, sha512, data, signature),
  sha256WithRSAEncryption: schemeNamed('rsa_pkcs1_sha256').verify,
  sha384WithRSAEncryption: schemeNamed('rsa_pkcs1_sha384').verify,
  sha512WithRSAEncryption: schemeNamed('rsa_pkcs1_sha512').verify,
  Ed25519: schemeNamed('ed25519').verify,
  // Nobody makes them with a key of another kind than RSA.
  'RSASSA-PSS': () => false,
};

/** How to verify signatures of an algorithm with a key; or why we don't accept them (SHA-1, for instance). */
export function verifierOf(
  { oid, parameters }: SignatureAlgorithm,
  key: PublicKey | undefined,
): ((data: Bytes, signature: Bytes) => boolean) | SignatureRefusal {
  const name = nameOfOid(oid);
  if (name === 'RSASSA-PSS' && key && 'n' in key) return primitives.take('rsa').pssVerifier(key, parameters);
  const verify = VERIFY[name];
  if (!verify) return { what: 'algorithm', name };
  return (data, signature) => key !== undefined && verify(key, data, signature);
}

const SIGNERS: Readonly<
  Record<Exclude<PrivateKey['kind'], 'RSA-PSS'>, { readonly name: string; readonly scheme: SchemeName }>
> = {
  'P-256': { name: 'ecdsa-with-SHA256', scheme: 'ecdsa_secp256r1_sha256' },
  'P-384': { name: 'ecdsa-with-SHA384', scheme: 'ecdsa_secp384r1_sha384' },
  'P-521': { name: 'ecdsa-with-SHA512', scheme: 'ecdsa_secp521r1_sha512' },
  RSA: { name: 'sha256WithRSAEncryption', scheme: 'rsa_pkcs1_sha256' },
  Ed25519: { name: 'Ed25519', scheme: 'ed25519' },
};

/** What a key signs certificates with: the AlgorithmIdentifier, and the signature over `data`. @throws RangeError for RSASSA-PSS */
export function signerOf(key: PrivateKey): { readonly algorithm: Bytes; sign(data: Bytes, env: Env): Bytes } {
  if (key.kind === 'RSA-PSS') throw new RangeError('no certificate is signed with a key for RSASSA-PSS here');
  const { name, scheme } = SIGNERS[key.kind];
  // RFC 3279 2.2.1 and RFC 5758 3.2: NULL parameters for RSA, none for ECDSA and EdDSA.
  const parameters = key.kind === 'RSA' ? [der.write(der.NULL)] : [];
  return {
    algorithm: der.sequence(der.oid(oidOfName(name)), ...parameters),
    sign: (data, env) => schemeNamed(scheme).sign(key, data, env),
  };
}

// Signature schemes under their TLS names (RFC 9846 4.3.3). Knows nothing of what is signed.

import { type Bytes, concat, toHex } from '../bytes/index.ts';
import { curveOf } from './curve.ts';
import type { Env } from './env.ts';
import { type Hash, sha256, sha384, sha512 } from './hash.ts';
import type { CurveKind, KeyKind, PrivateKey, PublicKey } from './key.ts';
import { memo } from './memo.ts';
import { primitives } from './primitives.ts';

export type SchemeName =
  | 'ecdsa_secp256r1_sha256'
  | 'ecdsa_secp384r1_sha384'
  | 'ecdsa_secp521r1_sha512'
  | 'rsa_pss_rsae_sha256'
  | 'rsa_pss_rsae_sha384'
  | 'rsa_pss_rsae_sha512'
  | 'rsa_pss_pss_sha256'
  | 'rsa_pss_pss_sha384'
  | 'rsa_pss_pss_sha512'
  | 'ed25519'
  | 'rsa_pkcs1_sha256'
  | 'rsa_pkcs1_sha384'
  | 'rsa_pkcs1_sha512';

/** A way to sign: a kind of key, a hash, and how they go together. */
export interface Scheme {
  readonly name: SchemeName;
  /** The hash over the data; Ed25519 has its own inside. */
  readonly hash: Hash | undefined;
  /** The kind of key that it goes with in TLS 1.3. In TLS 1.2, and here, ECDSA goes with either curve, whatever its name says. */
  readonly keyKind: KeyKind;
  /**
   * ECDSA signatures are DER with the nonce of RFC 6979; the salt of PSS is as long as the hash and comes from `env`.
   * @throws RangeError for a key of another kind, or an RSA key too small for the hash
   */
  sign(key: PrivateKey, data: Bytes, env: Env): Bytes;
  /** Whether the signature fits; false, and no exception, for anything malformed and keys of another kind. */
  verify(key: PublicKey, data: Bytes, signature: Bytes): boolean;
}

/** All schemes, the ones that a TLS 1.3 peer would like best first. */
export const schemes: readonly Scheme[] = [
  ecdsa('ecdsa_secp256r1_sha256', 'P-256', sha256),
  ecdsa('ecdsa_secp384r1_sha384', 'P-384', sha384),
  ecdsa('ecdsa_secp521r1_sha512', 'P-521', sha512),
  eddsa(),
  pss('rsa_pss_rsae_sha256', 'RSA', sha256),
  pss('rsa_pss_rsae_sha384', 'RSA', sha384),
  pss('rsa_pss_rsae_sha512', 'RSA', sha512),
  pss('rsa_pss_pss_sha256', 'RSA-PSS', sha256),
  pss('rsa_pss_pss_sha384', 'RSA-PSS', sha384),
  pss('rsa_pss_pss_sha512', 'RSA-PSS', sha512),
  pkcs1('rsa_pkcs1_sha256', sha256),
  pkcs1('rsa_pkcs1_sha384', sha384),
  pkcs1('rsa_pkcs1_sha512', sha512),
];

const byName = new Map(schemes.map((scheme) => [scheme.name, scheme]));

/** The scheme with this name. */
export function schemeNamed(name: SchemeName): Scheme {
  const scheme = byName.get(name);
  if (!scheme) throw new RangeError(`there is no signature scheme with the name ${name}`);
  return scheme;
}

/**
 * Whether an ECDSA signature (strict DER, high s allowed as OpenSSL makes it) fits. In certificates and in TLS 1.2,
 * any curve may go with any hash. False for anything malformed and for keys on none of our curves.
 */
export function verifyEcdsa(key: PublicKey, hash: Hash, data: Bytes, signature: Bytes): boolean {
  if (!onCurve(key)) return false;
  const digest = hash.digest(data);
  return verdicts(toHex(concat(key.point, digest, signature)), () => {
    const curve = curveOf(key.kind);
    if (!curve.utils.isValidPublicKey(key.point, false)) return false;
    return curve.verify(signature, digest, key.point, { prehash: false, lowS: false, format: 'der' });
  });
}

/** Chains are shown again in every handshake, and their signatures are most of what it computes. A point says by its length on which curve it is, and a digest of which hash. */
const verdicts = /* @__PURE__ */ memo<boolean>(64);

type OnCurve = { readonly kind: CurveKind };

/** Whether ECDSA can be done with a key, whichever curve it is on. */
export function onCurve<K extends { readonly kind: PublicKey['kind'] }>(key: K): key is K & OnCurve {
  return key.kind === 'P-256' || key.kind === 'P-384' || key.kind === 'P-521';
}

/** An ECDSA signature in DER, with the nonce of RFC 6979. Certificates may go with any hash. @throws RangeError as `curveOf` */
export function signEcdsa(key: Extract<PrivateKey, OnCurve>, hash: Hash, data: Bytes): Bytes {
  return curveOf(key.kind).sign(hash.digest(data), key.d, { prehash: false, lowS: false, format: 'der' });
}

function ecdsa(name: SchemeName, keyKind: CurveKind, hash: Hash): Scheme {
  return {
    name,
    hash,
    keyKind,
    sign(key, data) {
      if (!onCurve(key)) throw wrongKey(name, keyKind, key.kind);
      return signEcdsa(key, hash, data);
    },
    verify: (key, data, signature) => verifyEcdsa(key, hash, data, signature),
  };
}

function eddsa(): Scheme {
  return {
    name: 'ed25519',
    hash: undefined,
    keyKind: 'Ed25519',
    sign(key, data) {
      if (key.kind !== 'Ed25519') throw wrongKey('ed25519', 'Ed25519', key.kind);
      return primitives.take('ed25519').signEd25519(data, key.seed);
    },
    verify: (key, data, signature) =>
      key.kind === 'Ed25519' && primitives.take('ed25519').verifyEd25519(signature, data, key.point),
  };
}

function pss(name: SchemeName, keyKind: 'RSA' | 'RSA-PSS', hash: Hash): Scheme {
  return {
    name,
    hash,
    keyKind,
    sign(key, data, env) {
      if (!('n' in key) || key.kind !== keyKind) throw wrongKey(name, keyKind, key.kind);
      return primitives.take('rsa').signPss(key, hash, data, env.random(hash.length));
    },
    verify: (key, data, signature) =>
      'n' in key && key.kind === keyKind && primitives.take('rsa').verifyPss(key, hash, data, signature),
  };
}

function pkcs1(name: SchemeName, hash: Hash): Scheme {
  return {
    name,
    hash,
    keyKind: 'RSA',
    sign(key, data) {
      if (key.kind !== 'RSA') throw wrongKey(name, 'RSA', key.kind);
      return primitives.take('rsa').signPkcs1(key, hash, data);
    },
    verify: (key, data, signature) =>
      key.kind === 'RSA' && primitives.take('rsa').verifyPkcs1(key, hash, data, signature),
  };
}

function wrongKey(name: SchemeName, wanted: KeyKind, found: KeyKind): RangeError {
  return new RangeError(`${name} signs with a key of kind ${wanted}, not ${found}`);
}

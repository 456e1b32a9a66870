// Synchronous cryptographic primitives under the names that TLS gives them. Knows no message and no certificate.

export type { Bytes } from '../bytes/index.ts';
export { type Aead, aes128gcm, aes256gcm, chacha20poly1305 } from './aead.ts';
export { type Env, seededEnv } from './env.ts';
export { type Group, groups, type KeyShare, secp256r1, secp384r1, x25519 } from './group.ts';
export { type Hash, hkdfExpand, hkdfExtract, hmac, prf12, sha1, sha256, sha384, sha512 } from './hash.ts';
export { bitLength, fromInteger, toInteger } from './integer.ts';
export {
  type CurveKind,
  type KeyKind,
  type PrivateKey,
  type PublicKey,
  type RsaPrivateKey,
  type RsaPssPublicKey,
  type RsaPublicKey,
  samePublicKey,
} from './key.ts';
export { generateKey, publicOf } from './key-pair.ts';
export type { PssRefusal } from './late/rsa/pss.ts';
export { type Memo, memo } from './memo.ts';
export { primitives } from './primitives.ts';
export { onCurve, type Scheme, type SchemeName, schemeNamed, schemes, signEcdsa, verifyEcdsa } from './scheme.ts';

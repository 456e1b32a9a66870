// Fresh RSA keys from WebCrypto: it looks for primes beside the page, and many times faster. Knows no DER of keys.

import { toInteger } from '../../integer.ts';
import type { RsaPrivateKey } from '../../key.ts';
import { rsaKeyOf } from './rsa.ts';

/** Whose keys are taken. */
type Subtle = Pick<SubtleCrypto, 'generateKey' | 'exportKey'>;

/** A fresh key with e = 65537, from the randomness of WebCrypto. @param bits of its modulus */
export async function rsaKeyBy(subtle: Subtle, bits: number): Promise<RsaPrivateKey> {
  const publicExponent = Uint8Array.of(1, 0, 1);
  const algorithm = { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256', modulusLength: bits, publicExponent };
  const { privateKey } = await subtle.generateKey(algorithm, true, ['sign']);
  const { p, q } = await subtle.exportKey('jwk', privateKey);
  return rsaKeyOf(fromBase64Url(p), fromBase64Url(q));
}

function fromBase64Url(text = ''): bigint {
  const binary = atob(text.replace(/-/g, '+').replace(/_/g, '/'));
  return toInteger(Uint8Array.from(binary, (character) => character.charCodeAt(0)));
}

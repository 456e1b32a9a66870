// What is premade of the demo PKI with RSA keys. A page loads it when somebody asks for such keys.

import { type Bytes, toHex } from '../../bytes/index.ts';
import { primitives, toInteger } from '../../crypto/index.ts';
import type { Premade } from './premade.ts';
import { primes } from './primes.ts';

/** Two primes of 1024 bits, a serial number of 16 bytes, and a signature. */
export function premadeRsa(label: string): Premade | undefined {
  const text = primes[label];
  if (text === undefined) return undefined;
  const bytes = fromBase64(text);
  const [one, other] = [bytes.subarray(0, 128), bytes.subarray(128, 256)].map(toInteger) as [bigint, bigint];
  const key = primitives.take('rsa').rsaKeyOf(one, other);
  return { key, serial: toHex(bytes.subarray(256, 272)), signature: bytes.slice(272) };
}

/** The bytes of base64 as the build writes it, without white space. */
function fromBase64(text: string): Bytes {
  return Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
}

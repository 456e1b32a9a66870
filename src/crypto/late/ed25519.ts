// Ed25519 (RFC 8032). Knows nothing of what is signed.

import { ed25519 } from '@noble/curves/ed25519.js';
import type { Bytes } from '../../bytes/index.ts';

/** The point of a 32-byte seed. */
export function pointOf(seed: Bytes): Bytes {
  return ed25519.getPublicKey(seed);
}

/** 64 bytes. */
export function signEd25519(data: Bytes, seed: Bytes): Bytes {
  return ed25519.sign(data, seed);
}

/** Whether a signature fits; false for anything of another length than it must have. */
export function verifyEd25519(signature: Bytes, data: Bytes, point: Bytes): boolean {
  return point.length === 32 && signature.length === 64 && ed25519.verify(signature, data, point, { zip215: false });
}

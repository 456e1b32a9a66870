// The primitives that the usual handshake does without: Ed25519, RSA, ChaCha20-Poly1305. A page loads them when somebody asks for them.

export { chacha20poly1305 } from '@noble/ciphers/chacha.js';
export { pointOf, signEd25519, verifyEd25519 } from './ed25519.ts';
export { pssVerifier } from './pss.ts';
export { decryptPkcs1, encryptPkcs1, generateRsaKey, signPkcs1, signPss, verifyPkcs1, verifyPss } from './rsa.ts';

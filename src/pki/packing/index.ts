// Certificates and keys as files that other programs open: PKCS#12 and PEM, under a password or not. Loaded by whoever makes one.

export { writeEncryptedKey } from './encrypted-key.ts';
export type { Means, Strength } from './encrypting.ts';
export { writePkcs12 } from './pkcs12.ts';

// The hashes of 64-bit words (FIPS 180-4). A file of its own, so that it can be loaded by itself.

export { sha384, sha512 } from '@noble/hashes/sha2.js';

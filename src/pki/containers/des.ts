// 3DES and RC2, which only old files have: node-forge's.

import des from 'node-forge/lib/des.js';
import rc2 from 'node-forge/lib/rc2.js';
import util, { type Cipher } from 'node-forge/lib/util.js';
import { type Bytes, Flaw } from '../../bytes/index.ts';

/** Decrypts 3DES in CBC mode with the padding of PKCS#7; the key has 24 bytes. @throws Flaw when the padding does not fit */
export function desCbc(key: Bytes, iv: Bytes, data: Bytes): Bytes {
  return decrypted(des.createDecryptionCipher(util.createBuffer(key)), iv, data);
}

/** Decrypts RC2 in CBC mode likewise. @param bits how many bits of the key count (RFC 2268) @throws Flaw when the padding does not fit */
export function rc2Cbc(key: Bytes, bits: number, iv: Bytes, data: Bytes): Bytes {
  return decrypted(rc2.createDecryptionCipher(util.createBuffer(key), bits), iv, data);
}

/** Encrypts with 3DES likewise; the iv has 8 bytes. */
export function desCbcEncrypted(key: Bytes, iv: Bytes, data: Bytes): Bytes {
  const cipher = des.createEncryptionCipher(util.createBuffer(key));
  cipher.start(util.createBuffer(iv));
  cipher.update(util.createBuffer(data));
  cipher.finish();
  return outputOf(cipher);
}

function decrypted(cipher: Cipher, iv: Bytes, data: Bytes): Bytes {
  if (iv.length !== 8 || data.length === 0 || data.length % 8 !== 0) throw new Flaw({ what: 'blocks not whole' }, 0);
  cipher.start(util.createBuffer(iv));
  cipher.update(util.createBuffer(data));
  if (!cipher.finish()) throw new Flaw({ what: 'wrong padding' }, 0);
  return outputOf(cipher);
}

function outputOf({ output }: Cipher): Bytes {
  return Uint8Array.from(output.getBytes(), (character) => character.charCodeAt(0));
}

// RSA, which the usual handshake does without: keys, signatures in both ways, encryption. A page loads it when somebody asks for it.

export { rsaKeyBy } from './browser.ts';
export { pssVerifier } from './pss.ts';
export {
  decryptPkcs1,
  encryptPkcs1,
  generateRsaKey,
  rsaKeyOf,
  signPkcs1,
  signPss,
  verifyPkcs1,
  verifyPss,
} from './rsa.ts';

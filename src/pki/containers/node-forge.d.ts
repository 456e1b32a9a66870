// The parts of node-forge that old files need, each by itself: the whole package is ten times as large, and its types name only the whole.

declare module 'node-forge/lib/des.js' {
  import type { Buffer, Cipher } from 'node-forge/lib/util.js';

  const des: { createDecryptionCipher(key: Buffer): Cipher; createEncryptionCipher(key: Buffer): Cipher };
  export default des;
}

declare module 'node-forge/lib/rc2.js' {
  import type { Buffer, Cipher } from 'node-forge/lib/util.js';

  const rc2: { createDecryptionCipher(key: Buffer, bits: number): Cipher };
  export default rc2;
}

declare module 'node-forge/lib/util.js' {
  export interface Buffer {
    getBytes(): string;
  }
  export interface Cipher {
    start(iv: Buffer): void;
    update(data: Buffer): void;
    /** False when the padding does not fit. */
    finish(): boolean;
    readonly output: Buffer;
  }
  const util: { createBuffer(bytes: Uint8Array): Buffer };
  export default util;
}

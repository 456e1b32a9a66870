// What a file is that holds no certificate: told by how it begins.

import type { Bytes } from '../../bytes/index.ts';
import type { Stranger } from './flaw.ts';

const STARTS: readonly (readonly [Stranger, readonly number[]])[] = [
  ['GZIP', [0x1f, 0x8b]],
  ['ZIP', [0x50, 0x4b, 0x03, 0x04]],
  ['picture', [0x89, 0x50, 0x4e, 0x47]],
  ['picture', [0xff, 0xd8, 0xff]],
  ['picture', [0x47, 0x49, 0x46, 0x38]],
  ['PDF', [0x25, 0x50, 0x44, 0x46]],
  ['BKS', [0, 0, 0, 1, 0, 0, 0]],
  ['BKS', [0, 0, 0, 2, 0, 0, 0]],
];

/** What binary bytes are. */
export function strangeBytes(bytes: Bytes): Stranger | undefined {
  return STARTS.find(([, start]) => start.every((byte, i) => bytes[i] === byte))?.[0];
}

const TEXTS: readonly (readonly [Stranger, RegExp])[] = [
  ['OpenSSH key', /-----BEGIN OPENSSH PRIVATE KEY-----/],
  ['PGP', /-----BEGIN PGP /],
  ['SSH public key', /^\s*(ssh-(rsa|dss|ed25519)|ecdsa-sha2-\S+|sk-\S+@openssh\.com) AAAA/],
  ['SSH public key', /---- BEGIN SSH2 PUBLIC KEY ----/],
  ['LFS', /^version https:\/\/git-lfs/],
  ['HTML', /^\s*<(!doctype|html|head|body|\?xml)/i],
  ['JSON', /^\s*[{[]/],
];

/** What a text is that has no certificate in it. */
export function strangeText(text: string): Stranger | undefined {
  return TEXTS.find(([, pattern]) => pattern.test(text))?.[0];
}

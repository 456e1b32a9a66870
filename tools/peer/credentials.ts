// Certificates and keys from PEM files. Every error is one sentence that names the flag and the file.

import { closeSync, openSync, readFileSync } from 'node:fs';
import { publicOf, samePublicKey } from '../../src/crypto/index.ts';
import {
  type Certificate,
  certificatesFromPem,
  type Identity,
  PkiFault,
  privateKeyFromPem,
} from '../../src/pki/index.ts';
import { fileSentence } from '../../src/words/causes/index.ts';
import { UsageError } from './usage.ts';

interface Files {
  readonly cert?: string;
  readonly key?: string;
  readonly ca?: string;
  readonly keylog?: string;
}

/** Whom to show and whom to trust. @throws UsageError when a file can't be read, or certificate and key don't belong together */
export function readCredentials(files: Files): { identities: readonly Identity[]; anchors: readonly Certificate[] } {
  return {
    identities: readIdentities(files),
    anchors: files.ca === undefined ? [] : fromFile('--ca', files.ca, certificatesFromPem),
  };
}

/** @throws UsageError when nothing can be appended to the file */
export function checkKeyLog({ keylog }: Files): void {
  if (keylog === undefined) return;
  try {
    closeSync(openSync(keylog, 'a', 0o600));
  } catch (error) {
    throw new UsageError(`--keylog ${keylog} can't be written: ${systemReason(error)}.`);
  }
}

function readIdentities({ cert, key }: Files): readonly Identity[] {
  if (cert === undefined && key === undefined) return [];
  if (cert === undefined) throw new UsageError('--key needs --cert with the certificate that belongs to it.');
  if (key === undefined) throw new UsageError('--cert needs --key with the private key that belongs to it.');
  const chain = fromFile('--cert', cert, certificatesFromPem);
  const privateKey = fromFile('--key', key, privateKeyFromPem);
  const leafKey = chain[0]?.publicKey;
  if (!leafKey)
    throw new UsageError(`--cert ${cert} begins with a certificate for a kind of key that is not supported.`);
  if (!samePublicKey(leafKey, publicOf(privateKey)))
    throw new UsageError(`--key ${key} holds another key than the first certificate of --cert ${cert}.`);
  return [{ chain, key: privateKey }];
}

function fromFile<T>(flag: string, file: string, read: (text: string) => T): T {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (error) {
    throw new UsageError(`${flag} ${file} can't be read: ${systemReason(error)}.`);
  }
  try {
    return read(text);
  } catch (error) {
    if (!(error instanceof PkiFault)) throw error;
    throw new UsageError(`${flag} ${file}: ${fileSentence(error.found)}`);
  }
}

const reasons: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file',
  EISDIR: 'it is a folder',
  EACCES: 'it is not permitted',
  ENOTDIR: 'a part of the path is no folder',
};

function systemReason(error: unknown): string {
  const { code = '', message } = error as NodeJS.ErrnoException;
  return reasons[code] ?? message;
}

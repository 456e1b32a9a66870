// Java's own key stores, JKS and JCEKS. Certificates lie in the clear, keys under protections of Sun's.

import { type Bytes, concat, der, EMPTY, equal, fromText, toText } from '../../bytes/index.ts';
import { digestAgain, digestOf } from '../../crypto/passwords/index.ts';
import { readAlgorithm } from '../public-key.ts';
import { desCbc } from './des.ts';
import { certificateFound } from './element.ts';
import { readSalted } from './encryption.ts';
import { FileFault } from './flaw.ts';
import { type Found, gathered } from './item.ts';
import { keyFound } from './key.ts';
import type { Opening } from './opening.ts';

const MAGIC: Readonly<Record<number, 'JKS' | 'JCEKS'>> = { 4277010157: 'JKS', 3469659854: 'JCEKS' };
const JKS_PROTECTOR = '1.3.6.1.4.1.42.2.17.1.1';
const JCE_PROTECTOR = '1.3.6.1.4.1.42.2.19.1';
const MOST_ENTRIES = 10_000;
const MOST_ROUNDS = 5_000_000;

/** Which of Java's stores this is. */
export function storeKind(bytes: Bytes): 'JKS' | 'JCEKS' | undefined {
  return bytes.length < 32 ? undefined : MAGIC[new DataView(bytes.buffer, bytes.byteOffset).getUint32(0)];
}

/** What is in a store. @throws FileFault when it is cut off, or no password fits its check value */
export function openJks(bytes: Bytes, opening: Opening): Found {
  const fits = opening.passwords.find((password) => fitsCheck(bytes, password));
  if (fits === undefined) throw new FileFault({ what: 'locked', given: opening.passwords.length > 0, checked: true });
  const reader = new Reader(bytes.subarray(0, bytes.length - 20));
  reader.number(4);
  const version = reader.number(4);
  const count = reader.number(4);
  if (count > MOST_ENTRIES) throw new FileFault({ what: 'structure' });
  const found: Found[] = [];
  for (let i = 0; i < count; i++) {
    const entry = entryOf(reader, version, opening);
    found.push(entry);
    // What follows a secret key can't be found: it is an object of Java's, without a length.
    if (entry.items.some(({ kind }) => kind === 'secret key')) break;
  }
  return gathered(found);
}

function fitsCheck(bytes: Bytes, password: string): boolean {
  const body = bytes.subarray(0, bytes.length - 20);
  return equal(digestOf('SHA-1', wide(password), fromText('Mighty Aphrodite'), body), bytes.subarray(-20));
}

function entryOf(reader: Reader, version: number, opening: Opening): Found {
  const tag = reader.number(4);
  const name = reader.text();
  reader.take(8);
  if (tag === 2) return certificateFound(certificateIn(reader, version), { name, trusted: true });
  if (tag !== 1)
    return { items: [{ kind: 'secret key', der: EMPTY, name }], remarks: [{ what: 'only', kind: 'secret key' }] };
  const sealed = reader.take(reader.number(4));
  const chain = Array.from({ length: Math.min(reader.number(4), 100) }, () => certificateIn(reader, version));
  return gathered([keyIn(sealed, name, opening), ...chain.map((each) => certificateFound(each, { name }))]);
}

function certificateIn(reader: Reader, version: number): Bytes {
  if (version > 1) reader.text();
  return reader.take(reader.number(4));
}

function keyIn(sealed: Bytes, name: string, { passwords }: Opening): Found {
  const members = new der.Elements(der.readOnly(sealed), der.SEQUENCE, 'EncryptedPrivateKeyInfo');
  const { oid, parameters } = readAlgorithm(members.take(der.SEQUENCE, 'encryptionAlgorithm'));
  const data = der.contentsOf(members.take(der.OCTET_STRING, 'encryptedData'));
  const encryption = oid === JKS_PROTECTOR ? 'JKS' : 'MD5, 3DES-CBC';
  for (const password of passwords) {
    const key = oid === JKS_PROTECTOR ? unprotected(data, password) : unprotectedJce(oid, parameters, data, password);
    if (key) return keyFound(key, 'PKCS#8', { name, encryption });
  }
  return {
    items: [{ kind: 'locked key', encryption, name }],
    remarks: [{ what: 'key has its own password', name }],
  };
}

/** Sun's KeyProtector: a stream of SHA-1 digests over the key, and a digest of the whole. */
function unprotected(data: Bytes, password: string): Bytes | undefined {
  if (data.length < 40) return undefined;
  const secret = wide(password);
  const [salt, cipher, check] = [data.subarray(0, 20), data.subarray(20, -20), data.subarray(-20)];
  const key = new Uint8Array(cipher.length);
  let stream: Bytes = salt;
  for (let at = 0; at < cipher.length; at += 20) {
    stream = digestOf('SHA-1', secret, stream);
    for (let i = 0; i < 20 && at + i < cipher.length; i++)
      key[at + i] = (cipher[at + i] as number) ^ (stream[i] as number);
  }
  return equal(digestOf('SHA-1', secret, key), check) ? key : undefined;
}

/** PBEWithMD5AndTripleDES as SunJCE does it: each half of the salt is hashed with the password by itself. */
function unprotectedJce(
  oid: string,
  parameters: der.Tlv | undefined,
  data: Bytes,
  password: string,
): Bytes | undefined {
  if (oid !== JCE_PROTECTOR || !parameters) throw new FileFault({ what: 'cipher', name: oid, weak: false });
  const { salt: given, iterations } = readSalted(parameters);
  if (!(iterations <= MOST_ROUNDS)) throw new FileFault({ what: 'too much work', iterations });
  if (given.length !== 8) throw new FileFault({ what: 'structure' });
  const secret = Uint8Array.from(password, (character) => character.charCodeAt(0) & 0x7f);
  const salt = apart(given);
  const bytes = concat(...[salt.subarray(0, 4), salt.subarray(4)].map((half) => rounds(half, secret, iterations)));
  try {
    const inside = desCbc(bytes.subarray(0, 24), bytes.subarray(24), data);
    der.readOnly(inside);
    return inside;
  } catch {
    return undefined;
  }
}

function rounds(half: Bytes, secret: Bytes, iterations: number): Bytes {
  const value = digestOf('MD5', half, secret);
  digestAgain('MD5', value, iterations - 1, secret);
  return value;
}

/** Where both halves of a salt are alike, SunJCE shuffles the first one, in its own way. */
function apart(salt: Bytes): Bytes {
  if (!equal(salt.subarray(0, 4), salt.subarray(4))) return salt;
  const [a, b, , d] = salt as unknown as [number, number, number, number];
  return Uint8Array.of(d, a, b, d, ...salt.subarray(4));
}

/** A password as Java hashes it: UTF-16, big-endian. */
function wide(password: string): Bytes {
  const units = Array.from({ length: password.length }, (_, i) => password.charCodeAt(i));
  return Uint8Array.from(units.flatMap((unit) => [unit >> 8, unit & 255]));
}

class Reader {
  #at = 0;

  constructor(readonly bytes: Bytes) {}

  take(length: number): Bytes {
    if (this.#at + length > this.bytes.length) throw new FileFault({ what: 'cut off' });
    this.#at += length;
    return this.bytes.subarray(this.#at - length, this.#at);
  }

  number(size: number): number {
    return this.take(size).reduce((value, byte) => value * 256 + byte, 0);
  }

  text(): string {
    return toText(this.take(this.number(2)));
  }
}

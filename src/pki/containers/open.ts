// A file of whatever kind: what it is, what is in it, and what is wrong with it. It never throws for what is in a file.

import { type Bytes, der, Flaw } from '../../bytes/index.ts';
import { primitives } from '../../crypto/index.ts';
import { wholeElement } from './ber.ts';
import { FileFault, type FileFlaw, type Remark } from './flaw.ts';
import { type Found, gathered, type Item, NOTHING } from './item.ts';
import { openJks, storeKind } from './jks.ts';
import { keyFound } from './key.ts';
import { type Opening, unlocked } from './opening.ts';
import { type Block, blocksOf, fromBase64, mentionsPem } from './pem-text.ts';
import { relations } from './relations.ts';
import { strangeBytes, strangeText } from './stranger.ts';
import { type Kind, openElement } from './structure.ts';
import { textOf } from './text.ts';
import { traditional } from './traditional.ts';

/** What a file turned out to be and to hold. */
export interface Opened extends Found {
  readonly kind: Kind | 'PEM' | 'JKS' | 'JCEKS' | 'base64' | 'Kubernetes secret' | undefined;
  /** What keeps us from the whole or from a part of it; empty when everything could be had. */
  readonly flaws: readonly FileFlaw[];
}

/** The most bytes that are looked at. */
export const LARGEST = 10 * 1024 * 1024;

/**
 * Opens a file. Passwords that don’t fit are told as a flaw, like everything else that is wrong with it.
 * @throws MissingPart when a primitive can’t be fetched
 */
export async function openFile(bytes: Bytes, opening: Opening): Promise<Opened> {
  if (bytes.length === 0) return flawed({ what: 'empty' });
  if (bytes.length > LARGEST) return flawed({ what: 'too large' });
  await primitives.need('rsa', 'ed25519', 'p384', 'p521', 'sha512');
  try {
    const found = await opened(bytes, opening);
    return { ...found, remarks: [...found.remarks, ...relations(found.items)] };
  } catch (error) {
    return flawed(flawOf(error));
  }
}

function flawed(flaw: FileFlaw): Opened {
  return { kind: undefined, ...NOTHING, flaws: [flaw] };
}

async function opened(bytes: Bytes, opening: Opening): Promise<Opened> {
  const store = storeKind(bytes);
  if (store) return { kind: store, ...openJks(bytes, opening), flaws: [] };
  if (bytes[0] === der.SEQUENCE && !isText(bytes)) return openBinary(bytes, opening);
  const stranger = strangeBytes(bytes);
  if (stranger) throw new FileFault({ what: 'stranger', stranger });
  const text = textOf(bytes);
  if (text === undefined) throw new FileFault({ what: 'stranger', stranger: 'nothing of ours' });
  return openText(text, opening);
}

/** “0” is a digit and the tag of a SEQUENCE. */
function isText(bytes: Bytes): boolean {
  return bytes.subarray(0, 64).every((byte) => byte >= 0x09 && byte < 0x7f);
}

async function openBinary(bytes: Bytes, opening: Opening): Promise<Opened> {
  return { ...(await openElement(wholeElement(bytes), opening)), flaws: [] };
}

async function openText(text: string, opening: Opening): Promise<Opened> {
  const stranger = strangeText(text);
  if (stranger && !/-----BEGIN (CERTIFICATE|[A-Z ]*PRIVATE KEY)-----[\s\S]*-----END CERT/.test(text))
    throw new FileFault({ what: 'stranger', stranger });
  if (mentionsPem(text)) return openPem(blocksOf(text), opening);
  const secret = kubernetes(text);
  if (secret.length > 0) {
    const inside = await openPem(secret.flatMap(blocksOf), opening);
    return { ...inside, kind: 'Kubernetes secret', remarks: [{ what: 'Kubernetes secret' }, ...inside.remarks] };
  }
  const bytes = fromBase64(text);
  if (!bytes || bytes[0] !== der.SEQUENCE) throw new FileFault({ what: 'stranger', stranger: 'text' });
  return { ...(await openBinary(bytes, opening)), kind: 'base64' };
}

/** The values of a YAML file that are PEM in base64. */
function kubernetes(text: string): readonly string[] {
  const values = [...text.matchAll(/^\s*[\w.-]+:\s*["']?(LS0tLS1CRUdJTi[A-Za-z0-9+/=]+)["']?\s*$/gm)];
  return values.flatMap(([, value = '']) => {
    const bytes = fromBase64(value);
    return bytes ? [der.latin(bytes)] : [];
  });
}

async function openPem(blocks: readonly (Block | FileFlaw)[], opening: Opening): Promise<Opened> {
  const flaws: FileFlaw[] = [];
  const found: Found[] = [];
  for (const block of blocks) {
    if ('what' in block) flaws.push(block);
    else
      try {
        found.push(await openBlock(block, opening));
      } catch (error) {
        flaws.push(flawOf(error, block.label));
      }
  }
  const all = gathered(found);
  return { ...all, kind: 'PEM', remarks: withoutNoise(all.items, all.remarks), flaws };
}

/** Parameters beside a key, or a public key beside a certificate, need no remark. */
function withoutNoise(items: readonly Item[], remarks: readonly Remark[]): readonly Remark[] {
  const useful = items.some(({ kind }) => ['certificate', 'private key', 'crl'].includes(kind));
  return useful ? remarks.filter(({ what }) => what !== 'only') : remarks;
}

async function openBlock({ label, body, dek }: Block, opening: Opening): Promise<Found> {
  if (dek) return openTraditional(label, body, dek, opening);
  if (label === 'DH PARAMETERS') return openElement(body, opening);
  const element = wholeElement(trusted(label, body));
  return openElement(element, opening);
}

/** A TRUSTED CERTIFICATE of OpenSSL has its trust settings after it. */
function trusted(label: string, body: Bytes): Bytes {
  return label === 'TRUSTED CERTIFICATE' ? der.bytesOf(der.read(body)) : body;
}

async function openTraditional(
  label: string,
  body: Bytes,
  { cipher, iv }: NonNullable<Block['dek']>,
  opening: Opening,
): Promise<Found> {
  const encryption = traditional(cipher, iv);
  const { inside, candidate } = await unlocked(encryption, body, opening);
  const form = label.startsWith('EC') ? 'SEC 1' : label.startsWith('DSA') ? 'DSA' : 'PKCS#1';
  const { items, remarks } = keyFound(inside, form, { encryption: encryption.name });
  return { items, remarks: [...candidate.remarks, ...remarks] };
}

/** What an error says of a file, or of a block of it. Anything that isn't about the file is a fault of ours, and goes on its way. */
function flawOf(error: unknown, label?: string): FileFlaw {
  if (error instanceof FileFault) {
    const { flaw } = error;
    return label !== undefined && flaw.what === 'cut off' ? { what: 'part missing', label } : flaw;
  }
  if (error instanceof Flaw) return { what: 'structure', ...(label !== undefined && { label }) };
  throw error;
}

// The field trees of what people bring: files of PKCS#12, keys, lists. Of private keys the structure is shown and nothing else: their bytes
// are covered before anybody gets to see them. It must not judge what it names.

import { type Bytes, der, type Field, Flaw, type Shape, shaped } from '../../bytes/index.ts';
import { certificateField } from './certificate-field.ts';
import { CERTIFICATE_LIST, ENCRYPTED_KEY, PFX, privateKeyShape, SAFE_CONTENTS } from './container-shapes.ts';

declare module '../../bytes/field.ts' {
  interface FieldValues {
    /** Something secret, of so many bytes, which is not shown. */
    covered: { readonly bytes: number };
  }
}

/** What some bytes are; `other` is any DER that holds nothing secret. */
export type Contained =
  | 'PKCS#12'
  | 'SafeContents'
  | 'certificate'
  | 'crl'
  | 'encrypted private key'
  | 'private key'
  | 'other';

/** Bytes that may be shown, and their names. */
export interface Disclosed {
  readonly bytes: Bytes;
  readonly field: Field;
  /** Whether something secret in them is covered: zeros stand in its place. */
  readonly covered: boolean;
}

/** The field tree of what somebody brought, with what is secret of it covered. Never throws and always tiles the bytes. */
export function disclosed(bytes: Bytes, what: Contained): Disclosed {
  if (what === 'certificate') return { bytes, field: certificateField(bytes), covered: false };
  const tree = shaped(bytes, shapeFor(bytes, what));
  const end = { name: 'unparsed', type: 'bytes', start: tree.end, end: bytes.length, children: [] } as const;
  const whole = tree.end < bytes.length ? { ...tree, end: bytes.length, children: [...tree.children, end] } : tree;
  const shown = new Uint8Array(bytes);
  const secret = what === 'private key';
  const field = cover(whole, shown, secret, what === 'PKCS#12' || what === 'SafeContents');
  return { bytes: shown, field, covered: hasCovered(field) };
}

function shapeFor(bytes: Bytes, what: Contained): Shape {
  switch (what) {
    case 'PKCS#12':
      return PFX;
    case 'SafeContents':
      return SAFE_CONTENTS;
    case 'crl':
      return CERTIFICATE_LIST;
    case 'encrypted private key':
      return ENCRYPTED_KEY;
    case 'private key':
      return keyShape(bytes);
    default:
      return { name: 'element' };
  }
}

function keyShape(bytes: Bytes): Shape {
  try {
    return privateKeyShape(der.readOnly(bytes));
  } catch (error) {
    if (error instanceof Flaw) return { name: 'PrivateKey' };
    throw error;
  }
}

/** What of a private key anybody may know. */
const open: ReadonlySet<string> = new Set([
  'tag',
  'length',
  'version',
  'privateKeyAlgorithm',
  'modulus',
  'publicExponent',
  'parameters',
  'publicKey',
  'attributes',
]);

/** Within these, everything is secret that is not open. */
const secrets: ReadonlySet<string> = new Set(['PrivateKeyInfo', 'secret']);

/** Within these, what has no name is no secret either: anybody may have them, or they are sealed, and some of what they may hold is named nowhere here. */
const harmless: ReadonlySet<unknown> = new Set([
  'Certificate',
  'CertificateList',
  'AlgorithmIdentifier',
  'EncryptedData',
  'EncryptedPrivateKeyInfo',
]);

/** Whether nothing tells what it is: it could not be read, or stands where the standard has nothing. */
function isNameless({ name, type, children: [tag] }: Field): boolean {
  if (name === 'unparsed') return true;
  return name.startsWith('[') && typeof tag?.text === 'object' && tag.text.what === 'tag' && tag.text.tag === type;
}

/**
 * A tree without what is secret in it, whose bytes become zeros.
 * @param secret whether it stands in something secret
 * @param among whether something secret may stand where nobody can name what does
 */
function cover(field: Field, bytes: Uint8Array, secret: boolean, among: boolean): Field {
  const within = secret || secrets.has(field.name) || (among && isNameless(field));
  if (secret && open.has(field.name)) return field;
  const still = among && !harmless.has(field.type) && !harmless.has(field.name);
  if (field.children.length > 0)
    return { ...field, children: field.children.map((each) => cover(each, bytes, within, still)) };
  if (!within) return field;
  bytes.fill(0, field.start, field.end);
  return { ...field, text: { what: 'covered', bytes: field.end - field.start } };
}

function hasCovered({ text, children }: Field): boolean {
  return (typeof text === 'object' && text.what === 'covered') || children.some(hasCovered);
}

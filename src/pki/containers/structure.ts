// What an element of DER is, told by its members: labels and file names lie too often.

import { type Bytes, der, Flaw } from '../../bytes/index.ts';
import { certificateFound, crlFound, parametersFound, publicKeyFound, requestFound } from './element.ts';
import { FileFault } from './flaw.ts';
import { type Found, gathered } from './item.ts';
import { keyFound } from './key.ts';
import { keyTypeOf } from './key-type.ts';
import { type Opening, unlocked } from './opening.ts';
import { contentInfo, openPkcs12, readEncryptedKey } from './pkcs12.ts';

/** What kinds of things a file or a block of PEM can be. */
export type Kind =
  | 'BCFKS'
  | 'DSA key'
  | 'PKCS#12'
  | 'PKCS#7'
  | 'RSA public key'
  | 'certificate request'
  | 'certificate'
  | 'crl'
  | 'encrypted private key'
  | 'parameters'
  | 'private key (PKCS#1)'
  | 'private key (PKCS#8)'
  | 'private key (SEC 1)'
  | 'public key';

const SIGNED_DATA = '1.2.840.113549.1.7.2';

/** The shape of the members of a SEQUENCE, a letter each: i(nteger), s(equence), o(ctets), b(its), t(ime), d(OID), 0 to 3 (context). */
function shapeOf(tlv: der.Tlv): string {
  return new der.Elements(tlv, der.SEQUENCE, 'file')
    .rest()
    .map(({ tag }) => LETTERS[tag] ?? (tag >= 0x80 ? String(tag & 0x1f) : '?'))
    .join('');
}

const LETTERS: Readonly<Record<number, string>> = {
  [der.INTEGER]: 'i',
  [der.SEQUENCE]: 's',
  [der.OCTET_STRING]: 'o',
  [der.BIT_STRING]: 'b',
  [der.UTC_TIME]: 't',
  [der.GENERALIZED_TIME]: 't',
  [der.OBJECT_IDENTIFIER]: 'd',
};

/** What an element is; undefined when it is nothing that concerns certificates. @throws Flaw when its structure does not add up */
export function kindOf(tlv: der.Tlv): Kind | undefined {
  if (tlv.tag === der.OBJECT_IDENTIFIER) return 'parameters';
  if (tlv.tag !== der.SEQUENCE) return undefined;
  const shape = shapeOf(tlv);
  const found = SHAPES.find(([pattern]) => pattern.test(shape));
  return found?.[1](tlv, shape);
}

const SHAPES: readonly (readonly [RegExp, (tlv: der.Tlv, shape: string) => Kind | undefined])[] = [
  [/^d0$/, (tlv) => (contentInfo(tlv).oid === SIGNED_DATA ? 'PKCS#7' : undefined)],
  [/^iss?$/, (tlv) => (beginsWith(member(tlv, 1), /^d/) ? 'PKCS#12' : undefined)],
  [/^ssb$/, (tlv) => signedKind(member(tlv, 0))],
  [/^sb$/, () => 'public key'],
  [/^so$/, () => 'encrypted private key'],
  [/^ss$/, (tlv) => (beginsWith(member(tlv, 0), /^so/) ? 'BCFKS' : undefined)],
  [/^iso[01]*$/, () => 'private key (PKCS#8)'],
  [/^io[01]*$/, () => 'private key (SEC 1)'],
  [/^i{9}s?$/, () => 'private key (PKCS#1)'],
  [/^i{6}$/, () => 'DSA key'],
  [/^ii$/, (tlv) => (bits(member(tlv, 1)) <= 64 && bits(member(tlv, 1)) > 3 ? 'RSA public key' : 'parameters')],
  [/^iii?$/, () => 'parameters'],
];

function signedKind(tbs: der.Tlv): Kind | undefined {
  if (tbs.tag !== der.SEQUENCE) return undefined;
  const shape = shapeOf(tbs);
  if (/^0?issss/.test(shape)) return 'certificate';
  if (/^iss0?$/.test(shape)) return 'certificate request';
  return /^i?sst/.test(shape) ? 'crl' : undefined;
}

function member(tlv: der.Tlv, index: number): der.Tlv {
  const found = new der.Elements(tlv, der.SEQUENCE, 'file').rest()[index];
  if (!found) throw new Flaw({ what: 'element missing', of: `[${index}]` }, tlv.start);
  return found;
}

function beginsWith(tlv: der.Tlv, pattern: RegExp): boolean {
  return tlv.tag === der.SEQUENCE && pattern.test(shapeOf(tlv));
}

function bits({ contents, end }: der.Tlv): number {
  return 8 * (end - contents);
}

/**
 * What an element of DER holds.
 * @throws Flaw when its structure does not add up
 * @throws FileFault when no password opens it, or it is of no use
 */
export async function openElement(bytes: Bytes, opening: Opening): Promise<{ readonly kind: Kind } & Found> {
  const tlv = der.readOnly(bytes);
  const kind = kindOf(tlv);
  if (!kind) throw new FileFault({ what: 'stranger', stranger: 'nothing of ours' });
  return { kind, ...(await OPENERS[kind](bytes, opening)) };
}

const OPENERS: Readonly<Record<Kind, (bytes: Bytes, opening: Opening) => Found | Promise<Found>>> = {
  BCFKS: () => {
    throw new FileFault({ what: 'stranger', stranger: 'BCFKS' });
  },
  'DSA key': (bytes) => keyFound(bytes, 'DSA'),
  'PKCS#12': openPkcs12,
  'PKCS#7': certificatesOf,
  'RSA public key': (bytes) => publicKeyFound(bytes, `RSA ${bits(member(der.readOnly(bytes), 0)) - 8}`),
  'certificate request': requestFound,
  certificate: (bytes) => certificateFound(bytes),
  crl: crlFound,
  'encrypted private key': async (bytes, opening) => {
    const { encryption, data } = readEncryptedKey(bytes);
    const { inside, candidate } = await unlocked(encryption, data, opening);
    const found = keyFound(inside, 'PKCS#8', { encryption: encryption.name });
    return { items: found.items, remarks: [...candidate.remarks, ...found.remarks] };
  },
  parameters: parametersFound,
  'private key (PKCS#1)': (bytes) => keyFound(bytes, 'PKCS#1'),
  'private key (PKCS#8)': (bytes) => keyFound(bytes, 'PKCS#8'),
  'private key (SEC 1)': (bytes) => keyFound(bytes, 'SEC 1'),
  'public key': (bytes) => publicKeyFound(bytes, keyTypeOf(bytes)),
};

/** The certificates and lists that a PKCS#7 SignedData carries (RFC 5652); what it signs is nobody's business here. */
function certificatesOf(bytes: Bytes): Found {
  const { content } = contentInfo(der.readOnly(bytes));
  if (!content) throw new Flaw({ what: 'element missing', of: 'SignedData' }, 0);
  const members = new der.Elements(content, der.SEQUENCE, 'SignedData').rest();
  const inside = (tag: number) =>
    members.filter((tlv) => tlv.tag === tag).flatMap((tlv) => new der.Elements(tlv, tag, 'CertificateSet').rest());
  return gathered([
    ...inside(der.context(0, true)).map((tlv) => certificateFound(der.bytesOf(tlv))),
    ...inside(der.context(1, true)).map((tlv) => crlFound(der.bytesOf(tlv))),
  ]);
}

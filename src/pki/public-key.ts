// SubjectPublicKeyInfo (RFC 5280 4.1.2.7, RFC 3279, 5480, 8410): read and written.

import { type Bytes, concat, der, EMPTY } from '../bytes/index.ts';
import {
  bitLength,
  type CurveKind,
  type KeyKind,
  type PublicKey,
  type RsaPssPublicKey,
  type RsaPublicKey,
} from '../crypto/index.ts';
import { describeOid, nameOfOid, oidOfName } from './oid.ts';

/** AlgorithmIdentifier: an object identifier and parameters. @throws Flaw */
export function readAlgorithm(tlv: der.Tlv): { readonly oid: string; readonly parameters: der.Tlv | undefined } {
  const members = new der.Elements(tlv, der.SEQUENCE, 'AlgorithmIdentifier');
  const oid = der.readOid(members.take(der.OBJECT_IDENTIFIER, 'algorithm'));
  const parameters = members.more ? members.any('parameters') : undefined;
  members.done();
  return { oid, parameters };
}

/** The key of a SubjectPublicKeyInfo; undefined when it is of a kind that we don't support. @throws Flaw */
export function readPublicKey(spki: der.Tlv): PublicKey | undefined {
  const members = new der.Elements(spki, der.SEQUENCE, 'SubjectPublicKeyInfo');
  const { oid, parameters } = readAlgorithm(members.take(der.SEQUENCE, 'SubjectPublicKeyInfo.algorithm'));
  const bits = members.take(der.BIT_STRING, 'subjectPublicKey');
  members.done();
  const point = der.readBitBytes(bits);
  switch (nameOfOid(oid)) {
    case 'rsaEncryption':
      return readRsa(bits);
    case 'RSASSA-PSS': {
      const numbers = readRsa(bits);
      return numbers && { ...numbers, kind: 'RSA-PSS', parameters: parameters && der.bytesOf(parameters) };
    }
    case 'ecPublicKey': {
      const curve = parameters?.tag === der.OBJECT_IDENTIFIER ? nameOfOid(der.readOid(parameters)) : undefined;
      const found = curve === undefined ? undefined : curveNamed(curve);
      return found && point[0] === 4 && point.length === 1 + 2 * found.size ? { kind: found.kind, point } : undefined;
    }
    case 'Ed25519':
      return point.length === 32 && !parameters ? { kind: 'Ed25519', point } : undefined;
    default:
      return undefined;
  }
}

/** The curves of NIST, by the names that X9.62 and SEC 2 give them; a coordinate has `size` bytes. */
export const CURVES: readonly { readonly kind: CurveKind; readonly name: string; readonly size: number }[] = [
  { kind: 'P-256', name: 'prime256v1', size: 32 },
  { kind: 'P-384', name: 'secp384r1', size: 48 },
  { kind: 'P-521', name: 'secp521r1', size: 66 },
];

/** The curve of a name; undefined when we don't support it. */
export function curveNamed(name: string) {
  return CURVES.find((curve) => curve.name === name);
}

const MOST_RSA_BITS = 8192;

function readRsa(bitString: der.Tlv): RsaPublicKey | undefined {
  const key = der.readOnly(bitString.bytes, bitString.contents + 1, bitString.end);
  const members = new der.Elements(key, der.SEQUENCE, 'RSAPublicKey');
  const n = der.readUnsigned(members.take(der.INTEGER, 'modulus'));
  const e = der.readUnsigned(members.take(der.INTEGER, 'publicExponent'));
  members.done();
  const bits = bitLength(n);
  // Beyond this a single verification takes long enough to freeze a page.
  return bits <= MOST_RSA_BITS && bitLength(e) <= 64 ? { kind: 'RSA', n, e, bits } : undefined;
}

/** What a key is called: its kind, or the algorithm of an unsupported one. */
export interface KeyTitle {
  readonly kind: string;
  /** Of RSA. */
  readonly bits?: number;
  /** Of an unsupported curve. */
  readonly curve?: string;
}

/** What a key is called. @throws Flaw */
export function titleOfKey(key: PublicKey | undefined, spki: Bytes): KeyTitle {
  if (key) return 'n' in key ? { kind: key.kind, bits: key.bits } : { kind: key.kind };
  const members = new der.Elements(der.read(spki), der.SEQUENCE, 'SubjectPublicKeyInfo');
  const { oid, parameters } = readAlgorithm(members.any('SubjectPublicKeyInfo.algorithm'));
  if (parameters?.tag === der.OBJECT_IDENTIFIER)
    return { kind: nameOfOid(oid), curve: describeOid(der.readOid(parameters)) };
  return { kind: describeOid(oid) };
}

/** DER of a SubjectPublicKeyInfo. */
export function writePublicKey(key: PublicKey): Bytes {
  const bits = 'n' in key ? der.sequence(der.integer(key.n), der.integer(key.e)) : key.point;
  return der.sequence(
    key.kind === 'RSA-PSS' ? writePssAlgorithm(key) : writeKeyAlgorithm(key.kind),
    der.bitString(bits),
  );
}

/** The same of a key for RSASSA-PSS alone, which may be bound to parameters. */
export function writePssAlgorithm({ parameters = EMPTY }: Pick<RsaPssPublicKey, 'parameters'>): Bytes {
  return der.sequence(der.oid(oidOfName('RSASSA-PSS')), parameters);
}

/** DER of the AlgorithmIdentifier of a kind of key, as it stands in public and in private keys. */
export function writeKeyAlgorithm(kind: Exclude<KeyKind, 'RSA-PSS'>): Bytes {
  switch (kind) {
    case 'RSA':
      return der.sequence(concat(der.oid(oidOfName('rsaEncryption')), der.write(der.NULL)));
    case 'Ed25519':
      return der.sequence(der.oid(oidOfName('Ed25519')));
    case 'P-256':
    case 'P-384':
    case 'P-521': {
      const { name = '' } = CURVES.find((curve) => curve.kind === kind) ?? {};
      return der.sequence(der.oid(oidOfName('ecPublicKey')), der.oid(oidOfName(name)));
    }
  }
}

/** The contents of the subjectPublicKey of a SubjectPublicKeyInfo: what key identifiers hash (RFC 5280 4.2.1.2). */
export function subjectPublicKeyBits(spki: Bytes): Bytes {
  const members = new der.Elements(der.read(spki), der.SEQUENCE, 'SubjectPublicKeyInfo');
  members.any('SubjectPublicKeyInfo.algorithm');
  return der.readBitBytes(members.take(der.BIT_STRING, 'subjectPublicKey'));
}

// What kind of key something is, in the short words that everybody uses: `RSA 2048`, `P-256`, `Ed25519`.

import { type Bytes, der } from '../../bytes/index.ts';
import { bitLength } from '../../crypto/index.ts';
import { readAlgorithm } from '../public-key.ts';

const KINDS: Readonly<Record<string, string>> = {
  '1.2.840.113549.1.1.1': 'RSA',
  '1.2.840.113549.1.1.10': 'RSA-PSS',
  '1.2.840.10040.4.1': 'DSA',
  '1.2.840.10046.2.1': 'DH',
  '1.2.840.113549.1.3.1': 'DH',
  '1.3.101.110': 'X25519',
  '1.3.101.111': 'X448',
  '1.3.101.112': 'Ed25519',
  '1.3.101.113': 'Ed448',
  '2.16.840.1.101.3.4.3.17': 'ML-DSA-44',
  '2.16.840.1.101.3.4.3.18': 'ML-DSA-65',
  '2.16.840.1.101.3.4.3.19': 'ML-DSA-87',
};

const EC = '1.2.840.10045.2.1';

const CURVES: Readonly<Record<string, string>> = {
  '1.2.840.10045.3.1.1': 'P-192',
  '1.3.132.0.33': 'P-224',
  '1.2.840.10045.3.1.7': 'P-256',
  '1.3.132.0.34': 'P-384',
  '1.3.132.0.35': 'P-521',
  '1.3.132.0.10': 'secp256k1',
  '1.3.36.3.3.2.8.1.1.7': 'brainpoolP256r1',
  '1.3.36.3.3.2.8.1.1.11': 'brainpoolP384r1',
  '1.3.36.3.3.2.8.1.1.13': 'brainpoolP512r1',
  '1.2.156.10197.1.301': 'SM2',
};

/** An EC key whose curve is written out as numbers. */
export const EXPLICIT = 'EC with explicit parameters';

/**
 * The kind of the key in a SubjectPublicKeyInfo.
 * @throws Flaw when it is none
 */
export function keyTypeOf(spki: Bytes): string {
  const members = new der.Elements(der.readOnly(spki), der.SEQUENCE, 'SubjectPublicKeyInfo');
  const { oid, parameters } = readAlgorithm(members.take(der.SEQUENCE, 'SubjectPublicKeyInfo.algorithm'));
  const bits = members.take(der.BIT_STRING, 'subjectPublicKey');
  const kind = KINDS[oid];
  if (kind === 'RSA' || kind === 'RSA-PSS') {
    const numbers = new der.Elements(
      der.readOnly(bits.bytes, bits.contents + 1, bits.end),
      der.SEQUENCE,
      'RSAPublicKey',
    );
    return `${kind} ${bitLength(der.readUnsigned(numbers.take(der.INTEGER, 'modulus')))}`;
  }
  return keyTypeIn(oid, parameters);
}

/** The kind of key that an AlgorithmIdentifier names; the size of RSA does not stand there. */
export function keyTypeIn(oid: string, parameters: der.Tlv | undefined): string {
  if (oid !== EC) {
    const kind = KINDS[oid] ?? oid;
    return kind === 'DSA' && parameters ? `DSA ${firstNumberBits(parameters)}` : kind;
  }
  return parameters?.tag === der.OBJECT_IDENTIFIER ? curveName(parameters) : EXPLICIT;
}

/** The name of a curve, or its number where we know none. */
export function curveName(oid: der.Tlv): string {
  const dotted = der.readOid(oid);
  return CURVES[dotted] ?? `EC on ${dotted}`;
}

function firstNumberBits(parameters: der.Tlv): number {
  const numbers = new der.Elements(parameters, der.SEQUENCE, 'Dss-Parms');
  return bitLength(der.readUnsigned(numbers.take(der.INTEGER, 'p')));
}

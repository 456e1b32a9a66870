// The ASN.1 of what certificates and keys come in, as shapes: PKCS#12 (RFC 7292), keys (RFC 5958, RFC 8017, RFC 5915), lists of revoked
// certificates (RFC 5280 5.1).

import { der, type Shape, toHex } from '../../bytes/index.ts';
import { protection } from './encryption-shapes.ts';
import { algorithm, algorithmAt, CERTIFICATE, EXTENSION, hexText, name, numberText, time, wrapping } from './shapes.ts';

const NAMES: Readonly<Record<string, string>> = {
  '1.2.840.113549.1.7.1': 'data',
  '1.2.840.113549.1.7.3': 'envelopedData',
  '1.2.840.113549.1.7.6': 'encryptedData',
  '1.2.840.113549.1.12.10.1.1': 'keyBag',
  '1.2.840.113549.1.12.10.1.2': 'pkcs8ShroudedKeyBag',
  '1.2.840.113549.1.12.10.1.3': 'certBag',
  '1.2.840.113549.1.12.10.1.4': 'crlBag',
  '1.2.840.113549.1.12.10.1.5': 'secretBag',
  '1.2.840.113549.1.12.10.1.6': 'safeContentsBag',
  '1.2.840.113549.1.9.20': 'friendlyName',
  '1.2.840.113549.1.9.21': 'localKeyId',
  '1.2.840.113549.1.9.22.1': 'x509Certificate',
  '1.2.840.113549.1.9.23.1': 'x509Crl',
  '2.16.840.1.113894.746875.1.1': 'trustedKeyUsage',
};

const nameOf = (tlv: der.Tlv): string => {
  const oid = der.readOid(tlv);
  return NAMES[oid] ?? oid;
};
const oidText = (tlv: der.Tlv): string => {
  const oid = der.readOid(tlv);
  return oid in NAMES ? `${NAMES[oid]} (${oid})` : oid;
};
const named = (tlv: der.Tlv | undefined): string | undefined =>
  tlv?.tag === der.OBJECT_IDENTIFIER ? nameOf(tlv) : undefined;
const version: Shape = { name: 'version', text: numberText };
const explicit = (called: string, inside: Shape): Shape => ({
  name: called,
  tag: der.context(0, true),
  members: [inside],
});

const ENCRYPTED_DATA: Shape = {
  name: 'EncryptedData',
  members: [
    version,
    {
      name: 'encryptedContentInfo',
      type: 'EncryptedContentInfo',
      members: [
        { name: 'contentType', text: oidText },
        protection('contentEncryptionAlgorithm'),
        { name: 'encryptedContent' },
      ],
    },
  ],
};

/** @param inside what its data is */
function contentInfo(called: string, inside: Shape): Shape {
  return {
    name: called,
    type: 'ContentInfo',
    text: (tlv) => nameOf(der.read(tlv.bytes, tlv.contents, tlv.end)),
    members: [
      { name: 'contentType', text: oidText },
      (earlier) => {
        const kind = named(earlier[0]);
        const content =
          kind === 'encryptedData' ? ENCRYPTED_DATA : kind === 'data' ? wrapping('data', inside) : undefined;
        return content ? explicit('content', content) : { name: 'content', tag: der.context(0, true) };
      },
    ],
  };
}

const RSA_PRIVATE: Shape = {
  name: 'RSAPrivateKey',
  members: [
    version,
    { name: 'modulus', text: (tlv) => toHex(der.readInteger(tlv)) },
    { name: 'publicExponent', text: numberText },
    ...['privateExponent', 'prime1', 'prime2', 'exponent1', 'exponent2', 'coefficient', 'otherPrimeInfos'].map(
      (each) => ({ name: each }),
    ),
  ],
};

const EC_PRIVATE: Shape = {
  name: 'ECPrivateKey',
  members: [
    version,
    { name: 'privateKey' },
    { name: 'parameters', tag: der.context(0, true) },
    { name: 'publicKey', tag: der.context(1, true) },
  ],
};

const ATTRIBUTES: Omit<Shape, 'name'> = {
  type: 'Attributes',
  each: {
    name: 'Attribute',
    text: (tlv) => nameOf(der.read(tlv.bytes, tlv.contents, tlv.end)),
    members: [
      { name: 'attrId', text: oidText },
      {
        name: 'attrValues',
        each: {
          name: 'AttributeValue',
          text: (tlv) =>
            tlv.tag === der.OCTET_STRING ? hexText(tlv) : tlv.tag === der.BMP_STRING ? der.readText(tlv) : undefined,
        },
      },
    ],
  },
};

const PKCS8: Shape = {
  name: 'PrivateKeyInfo',
  members: [
    version,
    algorithm('privateKeyAlgorithm'),
    (earlier) => {
      const kind = algorithmAt(earlier[1]);
      const inside = kind === 'rsaEncryption' ? RSA_PRIVATE : kind === 'ecPublicKey' ? EC_PRIVATE : undefined;
      return wrapping('privateKey', inside);
    },
    { name: 'attributes', tag: der.context(0, true), ...ATTRIBUTES },
    { name: 'publicKey', tag: der.context(1, false) },
  ],
};

/** A private key that a password protects (RFC 5958). */
export const ENCRYPTED_KEY: Shape = {
  name: 'EncryptedPrivateKeyInfo',
  members: [protection('encryptionAlgorithm'), { name: 'encryptedData' }],
};

/** A private key in the clear, in whichever of its forms. */
export function privateKeyShape(tlv: der.Tlv): Shape {
  const tags = new der.Elements(tlv, der.SEQUENCE, 'PrivateKey').rest().map(({ tag }) => tag);
  if (tags[1] === der.SEQUENCE) return PKCS8;
  if (tags[1] === der.OCTET_STRING) return EC_PRIVATE;
  return tags.length >= 9 ? RSA_PRIVATE : { name: 'PrivateKey' };
}

/** A list of revoked certificates. */
export const CERTIFICATE_LIST: Shape = {
  name: 'CertificateList',
  members: [
    {
      name: 'tbsCertList',
      type: 'TBSCertList',
      members: [
        { name: 'version', tag: der.INTEGER, text: (tlv) => `v${der.readUnsigned(tlv) + 1n}` },
        algorithm('signature'),
        name('issuer'),
        time('thisUpdate'),
        { ...time('nextUpdate'), tag: der.UTC_TIME },
        { ...time('nextUpdate'), tag: der.GENERALIZED_TIME },
        {
          name: 'revokedCertificates',
          tag: der.SEQUENCE,
          each: {
            name: 'RevokedCertificate',
            members: [
              { name: 'userCertificate', text: hexText },
              time('revocationDate'),
              { name: 'crlEntryExtensions', each: EXTENSION },
            ],
          },
        },
        { name: 'crlExtensions', tag: der.context(0, true), members: [{ name: 'Extensions', each: EXTENSION }] },
      ],
    },
    algorithm('signatureAlgorithm'),
    { name: 'signatureValue' },
  ],
};

const inBag = (called: string, id: string, value: string, inside: Shape): Shape => ({
  name: called,
  members: [{ name: id, text: oidText }, explicit(value, wrapping('data', inside))],
});

const BAGS: Readonly<Record<string, () => Shape>> = {
  keyBag: () => PKCS8,
  pkcs8ShroudedKeyBag: () => ENCRYPTED_KEY,
  certBag: () => inBag('CertBag', 'certId', 'certValue', CERTIFICATE),
  crlBag: () => inBag('CRLBag', 'crlId', 'crlValue', CERTIFICATE_LIST),
  safeContentsBag: () => SAFE_CONTENTS,
};

/** What lies in a part of a PKCS#12 file, in the clear. */
export const SAFE_CONTENTS: Shape = {
  name: 'SafeContents',
  each: {
    name: 'SafeBag',
    text: (tlv) => nameOf(der.read(tlv.bytes, tlv.contents, tlv.end)),
    members: [
      { name: 'bagId', text: oidText },
      (earlier) => explicit('bagValue', BAGS[named(earlier[0]) ?? '']?.() ?? { name: 'secret' }),
      { name: 'bagAttributes', tag: der.SET, ...ATTRIBUTES },
    ],
  },
};

/** A PKCS#12 file. */
export const PFX: Shape = {
  name: 'PFX',
  members: [
    version,
    contentInfo('authSafe', { name: 'AuthenticatedSafe', each: contentInfo('ContentInfo', SAFE_CONTENTS) }),
    {
      name: 'macData',
      type: 'MacData',
      members: [
        {
          name: 'mac',
          type: 'DigestInfo',
          members: [protection('digestAlgorithm'), { name: 'digest', text: hexText }],
        },
        { name: 'macSalt', text: hexText },
        { name: 'iterations', text: numberText },
      ],
    },
  ],
};

// The ASN.1 of certificates (RFC 5280 4.1, appendix A) as shapes: the names that the inspector shows over the DER.

import { der, Flaw, type Shape, toHex } from '../../bytes/index.ts';
import { KEY_USAGES } from '../extension.ts';
import { readGeneralName } from '../general-name.ts';
import { readAttribute, readName } from '../name.ts';
import { describeOid, nameOfOid } from '../oid.ts';
import { type KeyTitle, readPublicKey, titleOfKey } from '../public-key.ts';
import { readTime } from '../time.ts';

declare module '../../bytes/field.ts' {
  interface FieldValues {
    key: { readonly key: KeyTitle };
    /** In milliseconds since the Unix epoch. */
    time: { readonly at: number };
  }
}

/** The name and the number of an object identifier. */
export const oidText = (tlv: der.Tlv) => describeOid(der.readOid(tlv));
/** A number that isn’t negative. */
export const numberText = (tlv: der.Tlv) => der.readUnsigned(tlv).toString();
/** Contents in hex. */
export const hexText = (tlv: der.Tlv) => toHex(der.contentsOf(tlv), ':');
const booleanText = (tlv: der.Tlv) => (der.readBoolean(tlv) ? 'TRUE' : 'FALSE');

/** An AlgorithmIdentifier. */
export function algorithm(name: string): Shape {
  return {
    name,
    type: 'AlgorithmIdentifier',
    text: (tlv) => nameOfOid(der.readOid(der.read(tlv.bytes, tlv.contents, tlv.end))),
    members: [
      { name: 'algorithm', text: oidText },
      { name: 'parameters', text: (tlv) => (tlv.tag === der.OBJECT_IDENTIFIER ? oidText(tlv) : undefined) },
    ],
  };
}

/** A Name. */
export function name(called: string): Shape {
  return {
    name: called,
    type: 'Name',
    text: (tlv) => readName(tlv).text,
    each: {
      name: 'RelativeDistinguishedName',
      each: {
        name: 'AttributeTypeAndValue',
        text: (tlv) => {
          const { type, value } = readAttribute(tlv);
          return `${type}=${value}`;
        },
        members: [
          { name: 'type', text: oidText },
          { name: 'value', text: der.readText },
        ],
      },
    },
  };
}

/** A Time in either form. */
export function time(called: string): Shape {
  return { name: called, text: (tlv) => ({ what: 'time', at: readTime(tlv) }) };
}

const GENERAL_NAME: Shape = {
  name: 'GeneralName',
  text: (tlv) => {
    const { kind, text } = readGeneralName(tlv);
    return `${kind}: ${text}`;
  },
};

const SUBTREES: Omit<Shape, 'name'> = {
  type: 'GeneralSubtrees',
  each: {
    name: 'GeneralSubtree',
    members: [
      {
        name: 'base',
        type: 'GeneralName',
        text: (tlv) => {
          const { kind, text } = readGeneralName(tlv, true);
          return `${kind}: ${text}`;
        },
      },
    ],
  },
};

const EXTENSION_VALUES: Readonly<Record<string, Shape>> = {
  basicConstraints: {
    name: 'BasicConstraints',
    members: [
      { name: 'cA', tag: der.BOOLEAN, text: booleanText },
      { name: 'pathLenConstraint', tag: der.INTEGER, text: numberText },
    ],
  },
  keyUsage: {
    name: 'KeyUsage',
    text: (tlv) => {
      const { bits } = der.readBits(tlv);
      return KEY_USAGES.filter((_, i) => (((bits[i >> 3] ?? 0) << (i & 7)) & 0x80) !== 0).join(', ');
    },
  },
  extKeyUsage: { name: 'ExtKeyUsageSyntax', each: { name: 'KeyPurposeId', text: oidText } },
  subjectAltName: { name: 'SubjectAltName', each: GENERAL_NAME },
  subjectKeyIdentifier: { name: 'SubjectKeyIdentifier', text: hexText },
  authorityKeyIdentifier: {
    name: 'AuthorityKeyIdentifier',
    members: [
      { name: 'keyIdentifier', tag: der.context(0, false), text: hexText },
      { name: 'authorityCertIssuer', tag: der.context(1, true), each: GENERAL_NAME },
      { name: 'authorityCertSerialNumber', tag: der.context(2, false), text: hexText },
    ],
  },
  nameConstraints: {
    name: 'NameConstraints',
    members: [
      { name: 'permittedSubtrees', tag: der.context(0, true), ...SUBTREES },
      { name: 'excludedSubtrees', tag: der.context(1, true), ...SUBTREES },
    ],
  },
  authorityInfoAccess: {
    name: 'AuthorityInfoAccessSyntax',
    each: {
      name: 'AccessDescription',
      members: [
        { name: 'accessMethod', text: oidText },
        { ...GENERAL_NAME, name: 'accessLocation' },
      ],
    },
  },
};

/** One extension, of a certificate or of a list. */
export const EXTENSION: Shape = {
  name: 'Extension',
  text: (tlv) => nameOfOid(der.readOid(der.read(tlv.bytes, tlv.contents, tlv.end))),
  members: [
    { name: 'extnID', text: oidText },
    { name: 'critical', tag: der.BOOLEAN, text: booleanText },
    (earlier) => {
      const wraps = EXTENSION_VALUES[oidAt(earlier[0]) ?? ''];
      return { name: 'extnValue', ...(wraps ? { wraps } : {}) };
    },
  ],
};

const RSA_KEY: Shape = {
  name: 'RSAPublicKey',
  members: [
    { name: 'modulus', text: (tlv) => toHex(der.readInteger(tlv)) },
    { name: 'publicExponent', text: numberText },
  ],
};

const ECDSA_SIGNATURE: Shape = {
  name: 'Ecdsa-Sig-Value',
  members: [
    { name: 'r', text: (tlv) => toHex(der.readInteger(tlv)) },
    { name: 's', text: (tlv) => toHex(der.readInteger(tlv)) },
  ],
};

const SPKI: Shape = {
  name: 'subjectPublicKeyInfo',
  type: 'SubjectPublicKeyInfo',
  text: (tlv) => ({ what: 'key', key: titleOfKey(readPublicKey(tlv), der.bytesOf(tlv)) }),
  members: [
    algorithm('algorithm'),
    (earlier) => wrapping('subjectPublicKey', /^RSA|^rsa/.test(algorithmAt(earlier[0]) ?? '') ? RSA_KEY : undefined),
  ],
};

const TBS: Shape = {
  name: 'tbsCertificate',
  type: 'TBSCertificate',
  members: [
    {
      name: 'version',
      tag: der.context(0, true),
      members: [{ name: 'Version', text: (tlv) => `v${der.readUnsigned(tlv) + 1n}` }],
    },
    { name: 'serialNumber', text: hexText },
    algorithm('signature'),
    name('issuer'),
    { name: 'validity', type: 'Validity', members: [time('notBefore'), time('notAfter')] },
    name('subject'),
    SPKI,
    { name: 'issuerUniqueID', tag: der.context(1, false) },
    { name: 'subjectUniqueID', tag: der.context(2, false) },
    {
      name: 'extensions',
      tag: der.context(3, true),
      members: [{ name: 'Extensions', each: EXTENSION }],
    },
  ],
};

/** A certificate. */
export const CERTIFICATE: Shape = {
  name: 'Certificate',
  type: 'Certificate',
  members: [
    TBS,
    algorithm('signatureAlgorithm'),
    (earlier) =>
      wrapping('signatureValue', algorithmAt(earlier[1])?.startsWith('ecdsa-') === true ? ECDSA_SIGNATURE : undefined),
  ],
};

/** A string that may wrap an element. */
export function wrapping(called: string, wraps: Shape | undefined): Shape {
  return { name: called, ...(wraps ? { wraps } : {}) };
}

/** The name of the object identifier that an element is; undefined when it can't be read. */
function oidAt(tlv: der.Tlv | undefined): string | undefined {
  if (tlv?.tag !== der.OBJECT_IDENTIFIER || tlv.end > tlv.bytes.length) return undefined;
  return leniently(() => nameOfOid(der.readOid(tlv)));
}

/** The name of the algorithm of an AlgorithmIdentifier. */
export function algorithmAt(tlv: der.Tlv | undefined): string | undefined {
  if (!tlv) return undefined;
  return leniently(() => oidAt(der.read(tlv.bytes, tlv.contents, tlv.end)));
}

function leniently<T>(read: () => T): T | undefined {
  try {
    return read();
  } catch (error) {
    if (error instanceof Flaw) return undefined;
    throw error;
  }
}

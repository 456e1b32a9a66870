// X.509 v3 extensions (RFC 5280 4.2): the list, and the contents of those that verification looks at.

import { type Bytes, der, Flaw, toHex } from '../bytes/index.ts';
import type { Defect } from './defect.ts';
import { type GeneralName, readGeneralName } from './general-name.ts';
import { type ExtensionName, nameOfOid } from './oid.ts';

export interface Extension {
  readonly oid: string;
  /** For example `basicConstraints`; the OID where we have no name. */
  readonly name: string;
  readonly critical: boolean;
  /** The contents of extnValue. */
  readonly value: Bytes;
}

export interface BasicConstraints {
  readonly ca: boolean;
  readonly pathLength?: number;
}

export const KEY_USAGES = [
  'digitalSignature',
  'nonRepudiation',
  'keyEncipherment',
  'dataEncipherment',
  'keyAgreement',
  'keyCertSign',
  'cRLSign',
  'encipherOnly',
  'decipherOnly',
] as const;

export type KeyUsage = (typeof KEY_USAGES)[number];

export interface NameConstraints {
  readonly permitted: readonly GeneralName[];
  readonly excluded: readonly GeneralName[];
}

export interface AuthorityKeyId {
  readonly keyId?: Bytes;
  /** The serial number of the issuer's certificate, in hex. */
  readonly serial?: string;
}

/** The extensions of a certificate by meaning; those that can't be read are absent here and named in `defects`. */
export interface ParsedExtensions {
  readonly basicConstraints?: BasicConstraints;
  readonly keyUsage?: readonly KeyUsage[];
  /** Names such as `serverAuth`, or dotted OIDs where we have no name. */
  readonly extendedKeyUsage?: readonly string[];
  readonly subjectAltName?: readonly GeneralName[];
  readonly nameConstraints?: NameConstraints;
  readonly subjectKeyId?: Bytes;
  readonly authorityKeyId?: AuthorityKeyId;
}

/** Reads `Extensions`. @throws Flaw when the list itself isn't one */
export function readExtensions(tlv: der.Tlv): readonly Extension[] {
  const list = new der.Elements(tlv, der.SEQUENCE, 'extensions').rest().map(readExtension);
  if (list.length === 0) throw new Flaw({ what: 'no extensions' }, tlv.start);
  return list;
}

function readExtension(tlv: der.Tlv): Extension {
  const members = new der.Elements(tlv, der.SEQUENCE, 'Extension');
  const oid = der.readOid(members.take(der.OBJECT_IDENTIFIER, 'extnID'));
  const criticalTlv = members.maybe(der.BOOLEAN);
  const critical = criticalTlv ? der.readBoolean(criticalTlv) : false;
  if (criticalTlv && !critical) throw new Flaw({ what: 'default written out', of: 'critical' }, criticalTlv.start);
  const value = der.contentsOf(members.take(der.OCTET_STRING, 'extnValue'));
  members.done();
  return { oid, name: nameOfOid(oid), critical, value };
}

type Draft = { -readonly [K in keyof ParsedExtensions]: ParsedExtensions[K] };

/** Reads the contents of known extensions; never throws. */
export function parseExtensions(list: readonly Extension[]): { parsed: ParsedExtensions; defects: readonly Defect[] } {
  const parsed: Draft = {};
  const defects: Defect[] = [];
  const seen = new Set<string>();
  for (const { oid, name, value } of list) {
    if (seen.has(oid)) defects.push({ what: 'extension twice', name, section: 'RFC 5280 4.2' });
    seen.add(oid);
    const known = KNOWN[name as ExtensionName];
    if (!known) continue;
    try {
      known.read(der.readOnly(value), parsed);
    } catch (error) {
      if (!(error instanceof Flaw)) throw error;
      defects.push({ what: 'extension unreadable', name, flaw: error.cause, section: known.section });
    }
  }
  return { parsed, defects };
}

interface Known {
  readonly section: string;
  read(tlv: der.Tlv, into: Draft): void;
}

const KNOWN: Readonly<Partial<Record<ExtensionName, Known>>> = {
  basicConstraints: { section: 'RFC 5280 4.2.1.9', read: readBasicConstraints },
  keyUsage: { section: 'RFC 5280 4.2.1.3', read: readKeyUsage },
  extKeyUsage: {
    section: 'RFC 5280 4.2.1.12',
    read(tlv, into) {
      into.extendedKeyUsage = some(tlv, 'extKeyUsage').map((purpose) => {
        der.expect(purpose, der.OBJECT_IDENTIFIER, 'KeyPurposeId');
        return nameOfOid(der.readOid(purpose));
      });
    },
  },
  subjectAltName: {
    section: 'RFC 5280 4.2.1.6',
    read(tlv, into) {
      into.subjectAltName = some(tlv, 'subjectAltName').map((name) => readGeneralName(name));
    },
  },
  nameConstraints: { section: 'RFC 5280 4.2.1.10', read: readNameConstraints },
  subjectKeyIdentifier: {
    section: 'RFC 5280 4.2.1.2',
    read(tlv, into) {
      der.expect(tlv, der.OCTET_STRING, 'KeyIdentifier');
      into.subjectKeyId = der.contentsOf(tlv);
    },
  },
  authorityKeyIdentifier: { section: 'RFC 5280 4.2.1.1', read: readAuthorityKeyId },
  authorityInfoAccess: {
    section: 'RFC 5280 4.2.2.1',
    read(tlv) {
      for (const description of some(tlv, 'authorityInfoAccess')) {
        const members = new der.Elements(description, der.SEQUENCE, 'AccessDescription');
        der.readOid(members.take(der.OBJECT_IDENTIFIER, 'accessMethod'));
        readGeneralName(members.any('accessLocation'));
        members.done();
      }
    },
  },
};

/** The elements of a SEQUENCE that must have at least one. */
function some(tlv: der.Tlv, of: string, tag = der.SEQUENCE): readonly der.Tlv[] {
  const elements = new der.Elements(tlv, tag, of).rest();
  if (elements.length === 0) throw new Flaw({ what: 'empty list', of }, tlv.start);
  return elements;
}

function readBasicConstraints(tlv: der.Tlv, into: Draft): void {
  const members = new der.Elements(tlv, der.SEQUENCE, 'BasicConstraints');
  const caTlv = members.maybe(der.BOOLEAN);
  const ca = caTlv ? der.readBoolean(caTlv) : false;
  if (caTlv && !ca) throw new Flaw({ what: 'default written out', of: 'cA' }, caTlv.start);
  const limit = members.maybe(der.INTEGER);
  members.done();
  into.basicConstraints = { ca, ...(limit ? { pathLength: Number(der.readUnsigned(limit)) } : {}) };
}

function readKeyUsage(tlv: der.Tlv, into: Draft): void {
  der.expect(tlv, der.BIT_STRING, 'KeyUsage');
  const { bits } = der.readBits(tlv);
  const usages = KEY_USAGES.filter((_, i) => (((bits[i >> 3] ?? 0) << (i & 7)) & 0x80) !== 0);
  if (usages.length === 0) throw new Flaw({ what: 'no usage' }, tlv.start);
  into.keyUsage = usages;
}

function readNameConstraints(tlv: der.Tlv, into: Draft): void {
  const members = new der.Elements(tlv, der.SEQUENCE, 'NameConstraints');
  const permitted = members.maybe(der.context(0, true));
  const excluded = members.maybe(der.context(1, true));
  members.done();
  if (!permitted && !excluded) throw new Flaw({ what: 'no constraint' }, tlv.start);
  into.nameConstraints = { permitted: readSubtrees(permitted), excluded: readSubtrees(excluded) };
}

function readSubtrees(tlv: der.Tlv | undefined): readonly GeneralName[] {
  if (!tlv) return [];
  return some(tlv, 'GeneralSubtrees', tlv.tag).map((subtree) => {
    const members = new der.Elements(subtree, der.SEQUENCE, 'GeneralSubtree');
    const base = readGeneralName(members.any('base'), true);
    // RFC 5280 4.2.1.10: minimum MUST be zero (so DER leaves it out), and maximum MUST be absent.
    members.done();
    return base;
  });
}

function readAuthorityKeyId(tlv: der.Tlv, into: Draft): void {
  const members = new der.Elements(tlv, der.SEQUENCE, 'AuthorityKeyIdentifier');
  const keyId = members.maybe(der.context(0, false));
  const issuer = members.maybe(der.context(1, true));
  const serial = members.maybe(der.context(2, false));
  members.done();
  if ((issuer === undefined) !== (serial === undefined)) throw new Flaw({ what: 'half an issuer' }, tlv.start);
  into.authorityKeyId = {
    ...(keyId ? { keyId: der.contentsOf(keyId) } : {}),
    ...(serial ? { serial: toHex(der.contentsOf(serial)) } : {}),
  };
}

// Lists of revoked certificates (RFC 5280 5): bytes in, a typed list out. Whether one may be believed is the business of whoever checks.

import { type Bytes, der, Flaw, toHex } from '../bytes/index.ts';
import type { SignatureAlgorithm } from './certificate.ts';
import { type Extension, parseExtensions, readExtensions } from './extension.ts';
import { type Name, readName } from './name.ts';
import { nameOfOid } from './oid.ts';
import { readAlgorithm } from './public-key.ts';
import { readTime } from './time.ts';

/** A certificate that was revoked. */
export interface Revoked {
  /** As in a certificate: hex, two digits per byte of the INTEGER. */
  readonly serial: string;
  /** Milliseconds since the Unix epoch. */
  readonly since: number;
  /** RFC 5280 5.3.1: `keyCompromise`; absent where none is given. */
  readonly reason?: string;
}

export interface Crl {
  readonly der: Bytes;
  readonly version: 1 | 2;
  readonly issuer: Name;
  /** Milliseconds since the Unix epoch. */
  readonly thisUpdate: number;
  /** Absent in lists that are never out of date. */
  readonly nextUpdate: number | undefined;
  readonly revoked: readonly Revoked[];
  readonly extensions: readonly Extension[];
  /** Which of the issuer’s keys signed it, where the list says so and it can be read. */
  readonly authorityKeyId: Bytes | undefined;
  readonly signatureAlgorithm: SignatureAlgorithm;
  readonly signature: Bytes;
  /** The signed bytes: TBSCertList with tag and length. */
  readonly tbs: Bytes;
}

/**
 * Reads a CertificateList.
 * @throws Flaw when the bytes are none, with the offset of the first element that isn’t right
 */
export function parseCrl(bytes: Bytes): Crl {
  const members = new der.Elements(der.readOnly(bytes), der.SEQUENCE, 'CertificateList');
  const tbs = members.take(der.SEQUENCE, 'tbsCertList');
  const { oid, parameters } = readAlgorithm(members.take(der.SEQUENCE, 'signatureAlgorithm'));
  const signature = der.readBitBytes(members.take(der.BIT_STRING, 'signatureValue'));
  members.done();
  return {
    der: bytes,
    ...readList(tbs),
    signatureAlgorithm: { oid, name: nameOfOid(oid), parameters: parameters && der.bytesOf(parameters) },
    signature,
    tbs: der.bytesOf(tbs),
  };
}

function readList(tbs: der.Tlv) {
  const members = new der.Elements(tbs, der.SEQUENCE, 'tbsCertList');
  const version = members.maybe(der.INTEGER);
  if (version && der.readUnsigned(version) !== 1n) throw new Flaw({ what: 'version of a list' }, version.start);
  members.take(der.SEQUENCE, 'signature');
  const issuer = readName(members.take(der.SEQUENCE, 'issuer'));
  const thisUpdate = readTime(members.any('thisUpdate'));
  const next = members.maybe(der.UTC_TIME) ?? members.maybe(der.GENERALIZED_TIME);
  const entries = members.maybe(der.SEQUENCE);
  const wrapped = members.maybe(der.context(0, true));
  members.done();
  const extensions = wrapped ? readExtensions(der.readOnly(tbs.bytes, wrapped.contents, wrapped.end)) : [];
  return {
    version: version ? (2 as const) : (1 as const),
    issuer,
    thisUpdate,
    nextUpdate: next && readTime(next),
    revoked: entries ? new der.Elements(entries, der.SEQUENCE, 'revokedCertificates').rest().map(readEntry) : [],
    extensions,
    authorityKeyId: parseExtensions(extensions).parsed.authorityKeyId?.keyId,
  };
}

const REASON_CODE = '2.5.29.21';
const REASONS: Readonly<Record<number, string>> = {
  0: 'unspecified',
  1: 'keyCompromise',
  2: 'cACompromise',
  3: 'affiliationChanged',
  4: 'superseded',
  5: 'cessationOfOperation',
  6: 'certificateHold',
  8: 'removeFromCRL',
  9: 'privilegeWithdrawn',
  10: 'aACompromise',
};

function readEntry(tlv: der.Tlv): Revoked {
  const members = new der.Elements(tlv, der.SEQUENCE, 'revokedCertificates[]');
  const serial = toHex(der.readInteger(members.take(der.INTEGER, 'userCertificate')));
  const since = readTime(members.any('revocationDate'));
  const extensions = members.maybe(der.SEQUENCE);
  members.done();
  const code = extensions && readExtensions(extensions).find(({ oid }) => oid === REASON_CODE);
  const reason = code && REASONS[code.value.at(-1) ?? -1];
  return { serial, since, ...(reason && { reason }) };
}

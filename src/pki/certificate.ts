// X.509 certificates (RFC 5280 4): bytes in, a typed certificate out. Structure only; whether a certificate may be
// trusted is the business of verify.ts. It must not know TLS.

import { type Bytes, der, equal, Flaw, toHex } from '../bytes/index.ts';
import type { PublicKey } from '../crypto/index.ts';
import type { Defect } from './defect.ts';
import { type Extension, type ParsedExtensions, parseExtensions, readExtensions } from './extension.ts';
import { type Name, readName } from './name.ts';
import { nameOfOid } from './oid.ts';
import { readAlgorithm, readPublicKey } from './public-key.ts';
import { mustBeUtcTime, readTime } from './time.ts';

/** A certificate as parsed, with the parts that verification and display need. */
export interface Certificate extends ParsedExtensions {
  readonly der: Bytes;
  readonly version: 1 | 2 | 3;
  /** Hex, two digits per content byte of the INTEGER. */
  readonly serial: string;
  readonly subject: Name;
  readonly issuer: Name;
  /** Milliseconds since the Unix epoch. */
  readonly notBefore: number;
  /** Milliseconds since the Unix epoch; the whole last second is included. */
  readonly notAfter: number;
  /** Undefined when we don't support the algorithm, curve or encoding. */
  readonly publicKey: PublicKey | undefined;
  /** The whole SubjectPublicKeyInfo. */
  readonly spki: Bytes;
  readonly signatureAlgorithm: SignatureAlgorithm;
  readonly signature: Bytes;
  /** The signed bytes: TBSCertificate with tag and length. */
  readonly tbs: Bytes;
  readonly extensions: readonly Extension[];
  /** What reading found to break RFC 5280 without making the certificate unreadable; verification refuses it. */
  readonly defects: readonly Defect[];
  /** What reading found to break a rule for whoever issues; that need not keep anybody from taking it. */
  readonly lapses: readonly Defect[];
}

export interface SignatureAlgorithm {
  readonly oid: string;
  /** For example `ecdsa-with-SHA256`; the OID where we have no name. */
  readonly name: string;
  /** DER; absent where it has none. */
  readonly parameters: Bytes | undefined;
}

/**
 * Reads a certificate.
 * @throws Flaw when the bytes are not a DER certificate, with the offset of the first element that isn't right
 */
export function parseCertificate(bytes: Bytes): Certificate {
  const members = new der.Elements(der.readOnly(bytes), der.SEQUENCE, 'Certificate');
  const tbs = members.take(der.SEQUENCE, 'tbsCertificate');
  const algorithm = members.take(der.SEQUENCE, 'signatureAlgorithm');
  const signature = der.readBitBytes(members.take(der.BIT_STRING, 'signatureValue'));
  members.done();
  const { oid, parameters } = readAlgorithm(algorithm);
  const { algorithmInside, defects, ...body } = readBody(tbs);
  // RFC 5280 4.1.1.2: this field MUST contain the same algorithm identifier as the signature field inside.
  const mismatch: readonly Defect[] = equal(der.bytesOf(algorithm), algorithmInside)
    ? []
    : [{ what: 'algorithms differ', section: 'RFC 5280 4.1.1.2' }];
  return {
    der: bytes,
    ...body,
    tbs: der.bytesOf(tbs),
    signatureAlgorithm: { oid, name: nameOfOid(oid), parameters: parameters && der.bytesOf(parameters) },
    signature,
    defects: [...defects, ...mismatch],
  };
}

function readBody(tbs: der.Tlv) {
  const members = new der.Elements(tbs, der.SEQUENCE, 'tbsCertificate');
  const version = readVersion(members.maybe(der.context(0, true)));
  const serial = toHex(der.readInteger(members.take(der.INTEGER, 'serialNumber')));
  const algorithm = members.take(der.SEQUENCE, 'signature');
  readAlgorithm(algorithm);
  const issuer = readName(members.take(der.SEQUENCE, 'issuer'));
  const validity = new der.Elements(members.take(der.SEQUENCE, 'validity'), der.SEQUENCE, 'validity');
  const [from, to] = [validity.any('notBefore'), validity.any('notAfter')];
  validity.done();
  const [notBefore, notAfter] = [readTime(from), readTime(to)];
  const subject = readName(members.take(der.SEQUENCE, 'subject'));
  const spki = members.take(der.SEQUENCE, 'subjectPublicKeyInfo');
  const publicKey = readPublicKey(spki);
  // issuerUniqueID and subjectUniqueID; nobody uses them.
  for (const number of [1, 2]) members.maybe(der.context(number, false));
  const wrapped = members.maybe(der.context(3, true));
  members.done();
  if (wrapped && version !== 3) throw new Flaw({ what: 'version without extensions', version }, wrapped.start);
  const extensions = wrapped ? readExtensions(der.readOnly(tbs.bytes, wrapped.contents, wrapped.end)) : [];
  const { parsed, defects } = parseExtensions(extensions);
  const times = [
    [from, notBefore],
    [to, notAfter],
  ] as const;
  const forms = times.filter(([{ tag }, time]) => mustBeUtcTime(time) !== (tag === der.UTC_TIME));
  return {
    version,
    serial,
    issuer,
    notBefore,
    notAfter,
    subject,
    publicKey,
    spki: der.bytesOf(spki),
    extensions,
    ...parsed,
    algorithmInside: der.bytesOf(algorithm),
    defects,
    // RFC 5280 4.1.2.5: who uses certificates MUST be able to process dates in either form.
    lapses: forms.slice(0, 1).map((): Defect => ({ what: 'form of time', section: 'RFC 5280 4.1.2.5' })),
  };
}

function readVersion(wrapped: der.Tlv | undefined): 1 | 2 | 3 {
  if (!wrapped) return 1;
  const tlv = der.readOnly(wrapped.bytes, wrapped.contents, wrapped.end);
  der.expect(tlv, der.INTEGER, 'version');
  const value = Number(der.readUnsigned(tlv));
  // DER leaves out version 1, which is the default.
  if (value === 1) return 2;
  if (value === 2) return 3;
  throw new Flaw({ what: 'unknown version', version: value }, tlv.start);
}

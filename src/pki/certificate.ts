// X.509 certificates (RFC 5280 4): bytes in, a typed certificate out. Structure only; whether a certificate may be
// trusted is the business of verify.ts. It must not know TLS.

import type { Bytes, Field } from '../bytes/index.ts';
import type { PublicKey } from '../crypto/index.ts';

/** A certificate as parsed, with the parts that verification and display need. */
export interface Certificate {
  readonly der: Bytes;
  /** RFC 5280's names laid over the DER; tiles `der`; built on first use. */
  readonly field: Field;
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
  readonly basicConstraints?: BasicConstraints;
  readonly keyUsage?: readonly KeyUsage[];
  /** Names such as `serverAuth`, or dotted OIDs where we have no name. */
  readonly extendedKeyUsage?: readonly string[];
  readonly subjectAltName?: readonly GeneralName[];
  readonly nameConstraints?: NameConstraints;
  readonly subjectKeyId?: Bytes;
  readonly authorityKeyId?: AuthorityKeyId;
  /** What breaks RFC 5280 without making the certificate unreadable, in clauses; verification refuses it. */
  readonly defects: readonly string[];
}

/** A distinguished name. */
export interface Name {
  readonly der: Bytes;
  /** `CN=client.example, O=Example`, most specific part first; empty for the empty name. */
  readonly text: string;
  readonly commonName?: string;
}

export interface SignatureAlgorithm {
  readonly oid: string;
  /** For example `ecdsa-with-SHA256`; the OID where we have no name. */
  readonly name: string;
  readonly der: Bytes;
}

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

export type KeyUsage =
  | 'digitalSignature'
  | 'nonRepudiation'
  | 'keyEncipherment'
  | 'dataEncipherment'
  | 'keyAgreement'
  | 'keyCertSign'
  | 'cRLSign'
  | 'encipherOnly'
  | 'decipherOnly';

export type GeneralNameKind =
  | 'otherName'
  | 'rfc822Name'
  | 'dNSName'
  | 'x400Address'
  | 'directoryName'
  | 'ediPartyName'
  | 'uniformResourceIdentifier'
  | 'iPAddress'
  | 'registeredID';

export interface GeneralName {
  readonly kind: GeneralNameKind;
  /** In words: `api.example`, `192.0.2.1`, `10.0.0.0/8` (in constraints), `CN=…`. */
  readonly text: string;
  readonly value: Bytes;
}

export interface NameConstraints {
  readonly permitted: readonly GeneralName[];
  readonly excluded: readonly GeneralName[];
}

export interface AuthorityKeyId {
  readonly keyId?: Bytes;
  readonly serial?: string;
}

/**
 * Reads a certificate.
 * @throws Flaw when the bytes are not a DER certificate, with the offset of the first byte that isn't
 */
export function parseCertificate(der: Bytes): Certificate {
  throw new Error(`not written yet (${der.length})`);
}

/** The field tree of a certificate, as far as it can be read; never throws and always tiles `der`. */
export function certificateField(der: Bytes): Field {
  return { name: 'Certificate', type: 'SEQUENCE', start: 0, end: der.length, children: [] };
}

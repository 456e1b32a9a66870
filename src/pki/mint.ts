// Makes certificates: a template becomes signed DER. The same template, keys and Env give the same bytes.

import { type Bytes, der, EMPTY, fromHex } from '../bytes/index.ts';
import { type Env, type PrivateKey, type PublicKey, sha1 } from '../crypto/index.ts';
import { type Certificate, parseCertificate } from './certificate.ts';
import { KEY_USAGES, type KeyUsage } from './extension.ts';
import { writeGeneralName, writeSubtree } from './general-name.ts';
import { type Attribute, writeName } from './name.ts';
import { oidOfName } from './oid.ts';
import { subjectPublicKeyBits, writePublicKey } from './public-key.ts';
import { type SigningMeans, signerOf } from './signature.ts';
import { writeTime } from './time.ts';

/** What to write into a certificate. */
export interface Template {
  /** Attributes, most general first: `[['O', 'Example'], ['CN', 'client.example']]`; or just a common name. */
  readonly subject: string | readonly Attribute[];
  /** Hex, positive; taken from the Env when absent. */
  readonly serial?: string | undefined;
  /** Milliseconds since the Unix epoch, cut to whole seconds. */
  readonly notBefore: number;
  readonly notAfter: number;
  /** Present on certification authorities. */
  readonly ca?: { readonly pathLength?: number };
  /**
   * When absent: keyCertSign and cRLSign for a CA, else digitalSignature, and keyEncipherment for an RSA server.
   * Leaves the extension out when empty.
   */
  readonly keyUsage?: readonly KeyUsage[];
  /** Names such as `serverAuth`, or dotted OIDs. */
  readonly extendedKeyUsage?: readonly string[];
  /** DNS names and IP addresses. */
  readonly subjectAltNames?: readonly string[];
  /** DNS names, and IP ranges such as `192.0.2.0/24`. */
  readonly nameConstraints?: { readonly permitted?: readonly string[]; readonly excluded?: readonly string[] };
  /** Further extensions: name or dotted OID, and the DER inside extnValue. */
  readonly extensions?: readonly { readonly oid: string; readonly critical: boolean; readonly value: Bytes }[];
  /** Extensions to leave out although they belong there. */
  readonly omit?: readonly ('subjectKeyIdentifier' | 'authorityKeyIdentifier' | 'basicConstraints')[];
}

/** Who signs; `certificate` is absent for a self-signed one. */
export interface Signer {
  readonly certificate?: Certificate | undefined;
  readonly key: PrivateKey;
  /** What the key signs the certificate with, where that is known already. */
  readonly signature?: Bytes | undefined;
  /** Another way to sign than what is usual for the key. */
  readonly means?: SigningMeans | undefined;
}

/**
 * Makes and signs a certificate for a public key (RFC 5280 4.1). The signature algorithm follows from the signer's key:
 * ecdsa-with-SHA256 or -SHA384, Ed25519, sha256WithRSAEncryption; or it is given.
 */
export function mint(template: Template, subjectKey: PublicKey, issuer: Signer, env: Env): Certificate {
  const { subject } = template;
  const subjectName = writeName(typeof subject === 'string' ? [['CN', subject]] : subject);
  const spki = writePublicKey(subjectKey);
  const signer = issuer.means ?? signerOf(issuer.key);
  const extensions = extensionsOf(template, subjectKey, spki, issuer.certificate);
  const tbs = der.sequence(
    der.write(der.context(0, true), der.integer(2)),
    der.integer(template.serial === undefined ? freshSerial(env) : fromHex(template.serial)),
    signer.algorithm,
    issuer.certificate?.subject.der ?? subjectName,
    der.sequence(writeTime(template.notBefore), writeTime(template.notAfter)),
    subjectName,
    spki,
    // RFC 5280 4.1: Extensions ::= SEQUENCE SIZE (1..MAX), so none at all rather than an empty list.
    extensions.length === 0 ? EMPTY : der.write(der.context(3, true), der.sequence(...extensions)),
  );
  return parseCertificate(
    der.sequence(tbs, signer.algorithm, der.bitString(issuer.signature ?? signer.sign(tbs, env))),
  );
}

/** The same certificate with one bit of its signature flipped: the last one, so that its structure stays whole. */
export function signatureSpoiled(certificate: Certificate): Certificate {
  const spoiled = certificate.der.slice();
  spoiled[spoiled.length - 1] = (spoiled.at(-1) ?? 0) ^ 1;
  return parseCertificate(spoiled);
}

/** 16 random bytes, positive and without a leading zero. */
function freshSerial(env: Env): Bytes {
  const serial = env.random(16);
  serial[0] = ((serial[0] ?? 0) & 0x3f) | 0x40;
  return serial;
}

function extensionsOf(
  template: Template,
  key: PublicKey,
  spki: Bytes,
  issuer: Certificate | undefined,
): readonly Bytes[] {
  const { ca, extendedKeyUsage, subjectAltNames, nameConstraints, extensions = [], omit = [] } = template;
  const usages = template.keyUsage ?? usualUsages(template, key);
  const list: Bytes[] = [];
  if (ca && !omit.includes('basicConstraints')) list.push(extension('basicConstraints', true, basicConstraints(ca)));
  if (usages.length > 0) list.push(extension('keyUsage', true, keyUsage(usages)));
  if (extendedKeyUsage) {
    const purposes = extendedKeyUsage.map((purpose) => der.oid(oidOfName(purpose)));
    list.push(extension('extKeyUsage', false, der.sequence(...purposes)));
  }
  if (subjectAltNames) {
    // RFC 5280 4.2.1.6: critical when the subject is empty.
    const critical = template.subject.length === 0;
    list.push(extension('subjectAltName', critical, der.sequence(...subjectAltNames.map(writeGeneralName))));
  }
  if (nameConstraints) {
    const { permitted = [], excluded = [] } = nameConstraints;
    const value = der.sequence(subtrees(0, permitted), subtrees(1, excluded));
    list.push(extension('nameConstraints', true, value));
  }
  if (!omit.includes('subjectKeyIdentifier'))
    list.push(extension('subjectKeyIdentifier', false, der.write(der.OCTET_STRING, keyIdentifier(spki))));
  const issuerKey = issuer?.subjectKeyId;
  if (issuerKey && !omit.includes('authorityKeyIdentifier'))
    list.push(extension('authorityKeyIdentifier', false, der.sequence(der.write(der.context(0, false), issuerKey))));
  return [...list, ...extensions.map(({ oid, critical, value }) => extension(oid, critical, value))];
}

function usualUsages({ ca, extendedKeyUsage }: Template, key: PublicKey): readonly KeyUsage[] {
  if (ca) return ['keyCertSign', 'cRLSign'];
  const rsaServer = key.kind === 'RSA' && extendedKeyUsage?.includes('serverAuth') === true;
  return rsaServer ? ['digitalSignature', 'keyEncipherment'] : ['digitalSignature'];
}

function extension(name: string, critical: boolean, value: Bytes): Bytes {
  const flag = critical ? [der.boolean(true)] : [];
  return der.sequence(der.oid(oidOfName(name)), ...flag, der.write(der.OCTET_STRING, value));
}

function basicConstraints({ pathLength }: { readonly pathLength?: number }): Bytes {
  const limit = pathLength === undefined ? [] : [der.integer(pathLength)];
  return der.sequence(der.boolean(true), ...limit);
}

/** A named bit list ends with its last bit that is set (X.690 11.2.2). */
function keyUsage(usages: readonly KeyUsage[]): Bytes {
  const numbers = usages.map((usage) => KEY_USAGES.indexOf(usage));
  const count = Math.max(...numbers) + 1;
  const bits = new Uint8Array(Math.ceil(count / 8));
  for (const number of numbers) bits[number >> 3] = (bits[number >> 3] ?? 0) | (0x80 >> (number & 7));
  return der.bitString(bits, bits.length * 8 - count);
}

function subtrees(number: number, names: readonly string[]): Bytes {
  return names.length === 0 ? EMPTY : der.write(der.context(number, true), ...names.map(writeSubtree));
}

/** RFC 5280 4.2.1.2, method 1. */
function keyIdentifier(spki: Bytes): Bytes {
  return sha1.digest(subjectPublicKeyBits(spki));
}

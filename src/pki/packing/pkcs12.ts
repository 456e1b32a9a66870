// PKCS#12, written (RFC 7292): a key with its chain, or CAs to trust, in bags under a check value. It must not know what they are for.

import { type Bytes, der, toHex } from '../../bytes/index.ts';
import { type PrivateKey, sha1 } from '../../crypto/index.ts';
import { type DigestName, macOf } from '../../crypto/passwords/index.ts';
import type { Certificate } from '../certificate.ts';
import { bmpString, passwordOf } from '../containers/encryption.ts';
import {
  BAGS,
  DATA,
  ENCRYPTED,
  FRIENDLY_NAME,
  LOCAL_KEY_ID,
  ORACLE_TRUSTED,
  X509_CERTIFICATE,
} from '../containers/numbers.ts';
import { oidOfName } from '../oid.ts';
import { writeEncryptedKey } from './encrypted-key.ts';
import { encrypted, ITERATIONS, type Means, SALT_BYTES, type Strength } from './encrypting.ts';

/** What goes into one file. */
export type Bundle =
  /** A key, and its certificate with those above it, own first. Its name is the alias under which Java finds it. */
  | { readonly name: string; readonly key: PrivateKey; readonly chain: readonly Certificate[] }
  /** CAs to trust, each with the name that it has in a store. */
  | { readonly trusted: readonly { readonly name: string; readonly certificate: Certificate }[] };

interface Check {
  readonly digest: DigestName;
  readonly oid: string;
  readonly length: number;
}

const CHECKS: Readonly<Record<Strength, Check>> = {
  AES: { digest: 'SHA-256', oid: '2.16.840.1.101.3.4.2.1', length: 32 },
  '3DES': { digest: 'SHA-1', oid: '1.3.14.3.2.26', length: 20 },
};

/** DER of a PKCS#12 file: certificates in one encrypted part, the key encrypted by itself, a check value over both. */
export async function writePkcs12(bundle: Bundle, password: string, strength: Strength, means: Means): Promise<Bytes> {
  const certificates = await encrypted(der.sequence(...certificateBags(bundle)), password, strength, means);
  const parts = [
    contentInfo(ENCRYPTED, encryptedData(certificates)),
    ...('key' in bundle ? [octets(der.sequence(await keyBag(bundle, password, strength, means)))] : []),
  ];
  const safe = der.sequence(...parts);
  return der.sequence(der.integer(3), octets(safe), await checkValue(safe, password, CHECKS[strength], means));
}

function certificateBags(bundle: Bundle): readonly Bytes[] {
  if ('trusted' in bundle)
    return bundle.trusted.map(({ name, certificate }) =>
      certificateBag(certificate, friendlyName(name), attribute(ORACLE_TRUSTED, anyPurpose())),
    );
  const [own, ...above] = bundle.chain;
  if (!own) throw new RangeError('a key needs its certificate');
  return [certificateBag(own, ...naming(bundle.name, own)), ...above.map((each) => certificateBag(each))];
}

function certificateBag(certificate: Certificate, ...attributes: readonly Bytes[]): Bytes {
  const value = der.write(der.context(0, true), der.write(der.OCTET_STRING, certificate.der));
  return bag(3, der.sequence(der.oid(X509_CERTIFICATE), value), attributes);
}

async function keyBag(
  { name, key, chain: [own] }: Extract<Bundle, { readonly key: PrivateKey }>,
  password: string,
  strength: Strength,
  means: Means,
): Promise<Bytes> {
  return bag(2, await writeEncryptedKey(key, password, strength, means), own ? naming(name, own) : []);
}

function bag(kind: number, value: Bytes, attributes: readonly Bytes[]): Bytes {
  // A SET OF is in the order of its bytes (X.690 11.6).
  const inOrder = [...attributes].sort((a, b) => (toHex(a) < toHex(b) ? -1 : 1));
  const after = attributes.length === 0 ? [] : [der.write(der.SET, ...inOrder)];
  return der.sequence(der.oid(`${BAGS}.${kind}`), der.write(der.context(0, true), value), ...after);
}

/** What says that a key and a certificate belong together, and how both are called. */
function naming(name: string, certificate: Certificate): readonly Bytes[] {
  return [attribute(LOCAL_KEY_ID, der.write(der.OCTET_STRING, sha1.digest(certificate.der))), friendlyName(name)];
}

function friendlyName(name: string): Bytes {
  return attribute(FRIENDLY_NAME, der.write(der.BMP_STRING, bmpString(name)));
}

function anyPurpose(): Bytes {
  return der.oid(oidOfName('anyExtendedKeyUsage'));
}

function attribute(oid: string, value: Bytes): Bytes {
  return der.sequence(der.oid(oid), der.write(der.SET, value));
}

/** EncryptedData (RFC 5652). */
function encryptedData({ algorithm, data }: { readonly algorithm: Bytes; readonly data: Bytes }): Bytes {
  const content = der.sequence(der.oid(DATA), algorithm, der.write(der.context(0, false), data));
  return der.sequence(der.integer(0), content);
}

function octets(data: Bytes): Bytes {
  return contentInfo(DATA, der.write(der.OCTET_STRING, data));
}

function contentInfo(oid: string, content: Bytes): Bytes {
  return der.sequence(der.oid(oid), der.write(der.context(0, true), content));
}

/** MacData. */
async function checkValue(safe: Bytes, password: string, check: Check, { random, derive }: Means): Promise<Bytes> {
  const { digest, oid, length } = check;
  const salt = random(SALT_BYTES);
  const { wide } = passwordOf(password);
  const key = await derive({
    kind: 'PKCS#12',
    digest,
    password: wide,
    salt,
    iterations: ITERATIONS,
    purpose: 3,
    length,
  });
  const algorithm = der.sequence(der.oid(oid), der.write(der.NULL));
  const mac = der.sequence(algorithm, der.write(der.OCTET_STRING, macOf(digest, key, safe)));
  return der.sequence(mac, der.write(der.OCTET_STRING, salt), der.integer(ITERATIONS));
}

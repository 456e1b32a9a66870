// How the things in one file go together: which key belongs to which certificate, and in which order they stand.

import { equal } from '../../bytes/index.ts';
import { publicOf, samePublicKey } from '../../crypto/index.ts';
import type { Certificate } from '../certificate.ts';
import { sameName } from '../name.ts';
import type { Remark } from './flaw.ts';
import type { Item, KeyItem } from './item.ts';

/** What is odd about the things in a file, taken together. */
export function relations(items: readonly Item[]): readonly Remark[] {
  const keys = items.flatMap((item) => (item.kind === 'private key' ? [item] : []));
  const certificates = items.flatMap((item) => (item.kind === 'certificate' ? [item] : []));
  const readable = certificates.flatMap(({ certificate }) => (certificate ? [certificate] : []));
  const whole = readable.length === certificates.length && keys.every(({ key }) => key);
  return [
    ...(keys.length > 0 && certificates.length === 0 && items.length > keys.length - 1 && inStore(keys)
      ? [{ what: 'key without certificate' } as const]
      : []),
    ...(whole &&
    keys.length > 0 &&
    readable.length > 0 &&
    !keys.some((key) => readable.some((each) => belongs(key, each)))
      ? [{ what: 'key of none' } as const]
      : []),
    ...(keys.length > 1
      ? [{ what: 'several keys', names: keys.flatMap(({ name }) => (name === undefined ? [] : [name])) } as const]
      : []),
    ...(keys.length < 2 && isUpsideDown(readable) ? [{ what: 'wrong order' } as const] : []),
  ];
}

/** A key file has no certificate, and should have none; a store says names. */
function inStore(keys: readonly KeyItem[]): boolean {
  return keys.some(({ name }) => name !== undefined);
}

/** Whether a private key and a certificate have the same public key. */
export function belongs({ key }: KeyItem, { publicKey }: Certificate): boolean {
  return key !== undefined && publicKey !== undefined && samePublicKey(publicOf(key), publicKey);
}

/** Whether one certificate issued another, by its name and its key identifier; the signature is not looked at. */
function issued(issuer: Certificate, subject: Certificate): boolean {
  const wanted = subject.authorityKeyId?.keyId;
  const matches = !wanted || !issuer.subjectKeyId || equal(wanted, issuer.subjectKeyId);
  return issuer !== subject && matches && sameName(issuer.subject, subject.issuer);
}

/** A chain with a CA's certificate before the one that it issued. */
function isUpsideDown(certificates: readonly Certificate[]): boolean {
  const [first, ...others] = certificates;
  if (!first || others.length === 0) return false;
  // Of the hundreds in a bundle, the first has seldom issued any.
  if (!others.some((other) => issued(first, other))) return false;
  const leaves = certificates.filter((each) => !certificates.some((other) => issued(each, other)));
  return leaves.length === 1 && leaves[0] !== first;
}

// Certificates that OpenSSL signed with RSASSA-PSS (tests/vectors/data/rsa-pss.json names the commands), and parameters that nobody may
// take: those that are malformed, and those that a key is not for.

import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { type Bytes, concat, der, equal, fromHex } from '../../../src/bytes/index.ts';
import { type Certificate, certificatesFromPem, parseCertificate, verifyChain } from '../../../src/pki/index.ts';
import { checkReason, checkValue } from '../../../src/words/causes/index.ts';

interface Vectors {
  readonly anchors: Readonly<Record<'root' | 'bound' | 'free', string>>;
  readonly cases: readonly {
    readonly title: string;
    readonly issuer: keyof Vectors['anchors'];
    /** What we name when we refuse it. */
    readonly refused: string | null;
    readonly certificate: string;
  }[];
}

const file = new URL('../../vectors/data/rsa-pss.json', import.meta.url);
const { anchors, cases } = JSON.parse(readFileSync(file, 'utf8')) as Vectors;

const read = (pem: string): Certificate => certificatesFromPem(pem)[0] as Certificate;
const leafOf = (title: string): Certificate => read(cases.find((each) => each.title === title)?.certificate ?? '');
const [root, bound, free] = [read(anchors.root), read(anchors.bound), read(anchors.free)] as const;

function judge(leaf: Certificate, anchor: Certificate) {
  return verifyChain({ chain: [leaf], anchors: [anchor], role: 'client', now: Date.UTC(2030, 0) });
}

/** The certificate with some of its DER replaced wherever it stands; lengths follow. */
function replaced(certificate: Certificate, old: Bytes, by: Bytes): Certificate {
  const rewrite = (bytes: Bytes): Bytes => {
    if (equal(bytes, old)) return by;
    const tlv = der.read(bytes);
    if ((tlv.tag & 0x20) === 0) return bytes;
    return der.write(tlv.tag, ...new der.Elements(tlv, tlv.tag, 'it').rest().map((each) => rewrite(der.bytesOf(each))));
  };
  return parseCertificate(rewrite(certificate.der));
}

const PSS = der.oid('1.2.840.113549.1.1.10');
const algorithm = (parameters: Bytes = new Uint8Array(0)) => der.sequence(PSS, parameters);
const hash = (number: number, ...more: Bytes[]) => der.sequence(der.oid(`2.16.840.1.101.3.4.2.${number}`), ...more);
const mgf1 = (inner: Bytes) => der.sequence(der.oid('1.2.840.113549.1.1.8'), inner);
const at = (number: number, inner: Bytes) => der.write(der.context(number, true), inner);
const NULL = der.write(der.NULL);
const parameters = (more: readonly Bytes[] = [], salt = 32) =>
  der.sequence(at(0, hash(1, NULL)), at(1, mgf1(hash(1, NULL))), at(2, der.integer(salt)), ...more);

/** The AlgorithmIdentifier of a signature. */
function algorithmIn(certificate: Certificate): Bytes {
  const [, outer] = new der.Elements(der.read(certificate.der), der.SEQUENCE, 'it').rest();
  return outer ? der.bytesOf(outer) : expect.fail('no algorithm');
}

describe('a certificate signed with RSASSA-PSS (RFC 4055)', () => {
  it.each(cases.filter(({ refused }) => !refused))('is good: $title', ({ certificate, issuer }) => {
    const verdict = judge(read(certificate), read(anchors[issuer]));
    expect(verdict.failed).toBeUndefined();
    expect(verdict.ok).toBe(true);
  });

  it.each(cases.filter(({ refused }) => refused))('is refused by name: $title', ({ certificate, issuer, refused }) => {
    const { failed } = judge(read(certificate), read(anchors[issuer]));
    expect(failed?.detail).toBe('unsupported-signature');
    expect(failed && checkReason(failed)).toContain(refused ?? '?');
  });

  it.each(cases.filter(({ refused }) => !refused))('is refused when a bit of it is wrong: $title', (each) => {
    const certificate = read(each.certificate);
    const spoiled = certificate.der.slice();
    spoiled[spoiled.length - 1] = (spoiled.at(-1) ?? 0) ^ 1;
    expect(judge(parseCertificate(spoiled), read(anchors[each.issuer])).failed?.detail).toBe('bad-signature');
  });

  it('is refused when its signature was made with a longer or shorter salt than it says', () => {
    const leaf = leafOf('SHA-256, salt of 32 bytes');
    for (const salt of [0, 31, 33]) {
      const other = replaced(leaf, algorithmIn(leaf), algorithm(parameters([], salt)));
      expect(judge(other, root).failed?.detail).toBe('bad-signature');
    }
  });
});

describe('parameters of RSASSA-PSS', () => {
  const leaf = leafOf('SHA-256, salt of 32 bytes');
  const own = algorithmIn(leaf);
  const reasonWith = (given: Bytes) => judge(replaced(leaf, own, algorithm(given)), root).failed;

  it('may be written in each way that RFC 4055 allows', () => {
    // All of these change what was signed: the parameters are taken, and then the signature does not fit.
    for (const given of [
      parameters(),
      parameters([at(3, der.integer(1))]),
      der.sequence(at(0, hash(1)), at(1, mgf1(hash(1))), at(2, der.integer(32))),
    ])
      if (!equal(algorithm(given), own)) expect(reasonWith(given)?.detail).toBe('bad-signature');
  });

  it.each<[string, Bytes, RegExp]>([
    ['none', new Uint8Array(0), /parameters/],
    ['NULL', NULL, /can’t be read/],
    ['another trailer', parameters([at(3, der.integer(2))]), /trailer/],
    ['a negative salt', der.sequence(at(0, hash(1)), at(1, mgf1(hash(1))), at(2, fromHex('0201ff'))), /can’t be read/],
    ['something more', parameters([at(4, NULL)]), /can’t be read/],
    ['the wrong order', der.sequence(at(1, mgf1(hash(1))), at(0, hash(1))), /can’t be read/],
    ['two in one', der.sequence(at(0, concat(hash(1), hash(1)))), /can’t be read/],
    ['a hash with parameters', der.sequence(at(0, hash(1, der.integer(1))), at(1, mgf1(hash(1)))), /can’t be read/],
    ['a mask without a hash', der.sequence(at(0, hash(1)), at(1, mgf1(NULL))), /can’t be read/],
    ['another mask', der.sequence(at(0, hash(1)), at(1, der.sequence(der.oid('1.2.3'), hash(1)))), /1\.2\.3/],
    ['an unknown hash', der.sequence(at(0, der.sequence(der.oid('1.2.3')))), /1\.2\.3/],
    ['no more than the defaults', der.sequence(), /SHA-1/],
  ])('are refused: %s', (_, given, words) => {
    const failed = reasonWith(given);
    expect(failed?.detail).toBe('unsupported-signature');
    expect(failed && checkReason(failed)).toMatch(words);
  });
});

describe('a key for RSASSA-PSS alone', () => {
  it('is named, with its length', () => {
    expect(free.publicKey).toMatchObject({ kind: 'RSA-PSS', bits: 2048 });
    const { checks } = judge(leafOf('SHA-512 by a key for PSS alone'), free);
    expect(checks.filter(({ id, index }) => id === 'key-strength' && index === 1).map(checkValue)).toEqual([
      'RSA-PSS, 2048 bits',
    ]);
  });

  it('signs in no other way than its parameters say', () => {
    const leaf = leafOf('SHA-384 by a key bound to it');
    const own = algorithmIn(leaf);
    const differently = replaced(leaf, own, algorithm(parameters()));
    const { failed } = judge(differently, bound);
    expect(failed?.detail).toBe('unsupported-signature');
    expect(failed && checkReason(failed)).toContain('SHA-384');
    const shorter = der.sequence(at(0, hash(2, NULL)), at(1, mgf1(hash(2, NULL))), at(2, der.integer(47)));
    const short = judge(replaced(leaf, own, algorithm(shorter)), bound).failed;
    expect(short?.detail).toBe('unsupported-signature');
    expect(short && checkReason(short)).toContain('48');
  });

  it('signs nothing with PKCS#1 v1.5', () => {
    const leaf = leafOf('SHA-512 by a key for PSS alone');
    const pkcs1 = der.sequence(der.oid('1.2.840.113549.1.1.11'), NULL);
    expect(judge(replaced(leaf, algorithmIn(leaf), pkcs1), free).ok).toBe(false);
  });
});

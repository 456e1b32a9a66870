// Every case of ten Wycheproof files against src/crypto. What TLS can't use, or must refuse although Wycheproof calls
// it valid or acceptable, is named here with its reason; the totals prove that no case is passed over.

import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { equal, fromHex } from '../../src/bytes/index.ts';
import {
  type Aead,
  aes128gcm,
  aes256gcm,
  type Bytes,
  bitLength,
  chacha20poly1305,
  type Group,
  hkdfExpand,
  hkdfExtract,
  type PublicKey,
  type SchemeName,
  schemeNamed,
  secp256r1,
  sha256,
  toInteger,
  verifyEcdsa,
  x25519,
} from '../../src/crypto/index.ts';

describe('Wycheproof', () => {
  it('aes_gcm: 316 cases, of which 133 in the form that TLS uses', () => {
    const aeads = new Map([
      [128, aes128gcm],
      [256, aes256gcm],
    ]);
    // TLS has no AES-192 (103 cases), and its nonces have 96 bits (80 cases with others).
    expect(runAead('aes_gcm_test', aeads)).toEqual({ cases: 316, right: 133, refusedNonce: 80, noSuchKey: 103 });
  });

  it('chacha20_poly1305: 325 cases, of which 316 in the form that TLS uses', () => {
    const aeads = new Map([[256, chacha20poly1305]]);
    expect(runAead('chacha20_poly1305_test', aeads)).toEqual({ cases: 325, right: 316, refusedNonce: 9, noSuchKey: 0 });
  });

  it('x25519: 518 cases; a zero shared secret is refused, everything else computed', () => {
    const { cases, wrong } = runEcdh('x25519_test', x25519, ({ flags }) => flags.includes('ZeroSharedSecret'));
    // RFC 7748 5 demands that non-canonical values and those on the twist are taken.
    expect({ cases, wrong }).toEqual({ cases: 518, wrong: [] });
  });

  it('ecdh_secp256r1_ecpoint: 355 cases; compressed points are refused', () => {
    // RFC 9846 4.3.8.2: uncompressed points only, hence Wycheproof's acceptable compressed one (tcId 2) isn't.
    const compressed = ({ flags }: Case): boolean => flags.includes('CompressedPoint');
    const { cases, wrong } = runEcdh('ecdh_secp256r1_ecpoint_test', secp256r1, compressed);
    expect({ cases, wrong }).toEqual({ cases: 355, wrong: [] });
  });

  it('ecdsa_secp256r1_sha256: 484 cases, as a TLS scheme and with the hash given', () => {
    const point = (group: TestGroup): PublicKey => ({ kind: 'P-256', point: keyBytes(group, 'uncompressed') });
    expect(runSignatures('ecdsa_secp256r1_sha256_test', 'ecdsa_secp256r1_sha256', point)).toEqual({
      cases: 484,
      wrong: [],
    });
    const free = runSignatures(
      'ecdsa_secp256r1_sha256_test',
      (key, data, sig) => verifyEcdsa(key, sha256, data, sig),
      point,
    );
    expect(free).toEqual({ cases: 484, wrong: [] });
  });

  it('ed25519: 151 cases', () => {
    const point = (group: TestGroup): PublicKey => ({ kind: 'Ed25519', point: keyBytes(group, 'pk') });
    expect(runSignatures('ed25519_test', 'ed25519', point)).toEqual({ cases: 151, wrong: [] });
  });

  it.each([
    ['rsa_pss_2048_sha256_mgf1_32_test', 'rsa_pss_rsae_sha256', 108],
    ['rsa_pss_2048_sha384_mgf1_48_test', 'rsa_pss_rsae_sha384', 141],
    // Acceptable without the NULL in DigestInfo (tcId 8): refused, for only one encoding is right (RFC 8017 8.2.2).
    ['rsa_signature_2048_sha256_test', 'rsa_pkcs1_sha256', 259],
  ] as const)('%s: all cases', (file, scheme, cases) => {
    expect(runSignatures(file, scheme, rsaKey)).toEqual({ cases, wrong: [] });
  });

  it('hkdf_sha256: 86 cases', () => {
    const wrong: number[] = [];
    const cases = load('hkdf_sha256_test');
    for (const { test } of cases) {
      const derive = (): Bytes =>
        hkdfExpand(
          sha256,
          hkdfExtract(sha256, hex(test, 'salt'), hex(test, 'ikm')),
          hex(test, 'info'),
          Number(test.size),
        );
      if (test.result === 'valid' ? !equal(derive(), hex(test, 'okm')) : !throws(derive)) wrong.push(test.tcId);
    }
    expect({ cases: cases.length, wrong }).toEqual({ cases: 86, wrong: [] });
  });
});

interface Case {
  readonly tcId: number;
  readonly flags: readonly string[];
  readonly result: 'valid' | 'invalid' | 'acceptable';
  readonly [name: string]: unknown;
}

interface TestGroup {
  readonly tests: readonly Case[];
  readonly [name: string]: unknown;
}

/** All cases of a file with their group; fails when the file announces another number than it holds. */
function load(name: string): readonly { readonly group: TestGroup; readonly test: Case }[] {
  const text = readFileSync(new URL(`data/wycheproof/${name}.json`, import.meta.url), 'utf8');
  const file = JSON.parse(text) as { numberOfTests: number; testGroups: readonly TestGroup[] };
  const cases = file.testGroups.flatMap((group) => group.tests.map((test) => ({ group, test })));
  expect(cases).toHaveLength(file.numberOfTests);
  return cases;
}

function runAead(name: string, aeads: ReadonlyMap<number, Aead>) {
  const outcome = { cases: 0, right: 0, refusedNonce: 0, noSuchKey: 0 };
  for (const { group, test } of load(name)) {
    outcome.cases++;
    const aead = aeads.get(Number(group.keySize));
    if (!aead) outcome.noSuchKey++;
    else if (group.ivSize !== 96) {
      const open = () => aead.open(hex(test, 'key'), hex(test, 'iv'), hex(test, 'aad'), hex(test, 'ct'));
      const seal = () => aead.seal(hex(test, 'key'), hex(test, 'iv'), hex(test, 'aad'), hex(test, 'msg'));
      if (throws(open) && throws(seal)) outcome.refusedNonce++;
    } else if (isRight(aead, test)) outcome.right++;
  }
  return outcome;
}

function isRight(aead: Aead, test: Case): boolean {
  const [key, nonce, aad, plaintext] = [hex(test, 'key'), hex(test, 'iv'), hex(test, 'aad'), hex(test, 'msg')];
  const sealed = fromHex(`${test.ct}${test.tag}`);
  const opened = aead.open(key, nonce, aad, sealed);
  if (test.result !== 'valid') return opened === undefined;
  return opened !== undefined && equal(opened, plaintext) && equal(aead.seal(key, nonce, aad, plaintext), sealed);
}

function runEcdh(name: string, group: Group, mustRefuse: (test: Case) => boolean) {
  const wrong: number[] = [];
  const cases = load(name);
  for (const { test } of cases) {
    const shared = group.finish(privateKey(test, group.name === 'secp384r1' ? 48 : 32), hex(test, 'public'));
    const refuse = test.result === 'invalid' || mustRefuse(test);
    if (refuse ? shared !== undefined : !shared || !equal(shared, hex(test, 'shared'))) wrong.push(test.tcId);
  }
  return { cases: cases.length, wrong };
}

/** Private keys of the curves are written as DER integers, with a leading zero or with fewer bytes. */
function privateKey(test: Case, length: number): Bytes {
  return fromHex(
    String(test.private)
      .padStart(2 * length, '0')
      .slice(-2 * length),
  );
}

type Verify = (key: PublicKey, data: Bytes, signature: Bytes) => boolean;

function runSignatures(name: string, scheme: SchemeName | Verify, keyOf: (group: TestGroup) => PublicKey) {
  const verify: Verify = typeof scheme === 'string' ? schemeNamed(scheme).verify : scheme;
  const wrong: number[] = [];
  const cases = load(name);
  for (const { group, test } of cases) {
    const fits = verify(keyOf(group), hex(test, 'msg'), hex(test, 'sig'));
    if (fits !== (test.result === 'valid')) wrong.push(test.tcId);
  }
  return { cases: cases.length, wrong };
}

function keyBytes(group: TestGroup, name: string): Bytes {
  return fromHex((group.publicKey as Record<string, string>)[name] ?? '');
}

function rsaKey(group: TestGroup): PublicKey {
  const n = toInteger(keyBytes(group, 'modulus'));
  return { kind: 'RSA', n, e: toInteger(keyBytes(group, 'publicExponent')), bits: bitLength(n) };
}

function hex(test: Case, name: string): Bytes {
  return fromHex(String(test[name]));
}

function throws(action: () => unknown): boolean {
  try {
    action();
    return false;
  } catch {
    return true;
  }
}

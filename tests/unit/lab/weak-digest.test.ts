// The certificate of the catalogue that is signed with SHA-1: it is like the honest one, the same each time, and holds where SHA-1 does.

import { describe, expect, it } from 'vitest';
import { equal, toHex } from '../../../src/bytes/index.ts';
import { sha1, sha256, verifyEcdsa } from '../../../src/crypto/index.ts';
import { defaultScenario, supply } from '../../../src/lab/index.ts';
import { signedWithSha1 } from '../../../src/lab/mischief/weak-digest.ts';
import { run } from '../../../src/lab/run.ts';
import { demoPki, isFailed, parseCertificate, verifyChain } from '../../../src/pki/index.ts';
import { judgeBy } from '../../../src/pki/verifiers/index.ts';
import { wireHash } from '../../conformance/wire-hash.ts';

await supply();

const DIGESTS = {
  'P-256': 'a364d0a50fc43e6ccb504c78fba595709e4756aa90040040196b756ef09059a7',
  'P-384': 'f1c2ec767fe479f82667850d9dd21f271c355ac31e2050df5c6ea568aa0c1ff4',
  RSA: 'cc2bac0baa375564b470d715928078fed031ae72197c4c30dd2803f932b734c5',
  Ed25519: '08f6be145a2a4e2b9f035b02623a2cef23ba76e25ed01f36a2292656296c2afd',
};

const AT = Date.UTC(2026, 10, 23, 12);

describe.each([
  ['P-256', 'ecdsa-with-SHA1'],
  ['P-384', 'ecdsa-with-SHA1'],
  ['RSA', 'sha1WithRSAEncryption'],
  ['Ed25519', 'ecdsa-with-SHA1'],
] as const)('signed for a key of kind %s', (kind, algorithm) => {
  const pki = demoPki(kind, AT);
  const { identity, root } = signedWithSha1(pki);
  const [leaf, issuer] = identity.chain;
  if (!leaf || !issuer) throw new Error('there is no chain');

  it('is like the honest client’s, but for the signature', () => {
    const [honest] = pki.client.chain;
    const looks = (each = honest) =>
      each && [each.subject.text, each.issuer.text, each.notAfter, each.extendedKeyUsage, each.keyUsage, each.spki];
    expect(looks(leaf)).toEqual(looks());
    expect(identity.key).toBe(pki.client.key);
    expect(leaf.signatureAlgorithm.name).toBe(algorithm);
    // SHA-1 is not new to who reads it again.
    expect(parseCertificate(leaf.der).signatureAlgorithm.name).toBe(algorithm);
  });

  it('is refused for its digest alone', () => {
    const input = { chain: identity.chain, anchors: [root], role: 'client', now: AT } as const;
    const { checks } = verifyChain(input);
    expect(checks.filter(isFailed).map(({ detail, index }) => [detail, index])).toEqual([['weak-digest', 0]]);
    expect(judgeBy({ sha1: true })(input).ok).toBe(true);
    expect(judgeBy({ sha1: true })({ ...input, chain: [parseCertificate(spoiled(leaf.der)), issuer] }).ok).toBe(false);
  });

  it('is the same in each run', () => {
    const scenario = { ...defaultScenario, keys: kind, mischief: [{ id: 'client-weak-digest' }] };
    expect(wireHash(run(scenario))).toBe(wireHash(run(scenario)));
    expect(signedWithSha1(pki).identity).toBe(identity);
    // Another lab makes the same.
    expect(toHex(sha256.digest(leaf.der))).toBe(DIGESTS[kind]);
  });
});

it('has a signature with ECDSA that no other hash fits', () => {
  const { identity } = signedWithSha1(demoPki('P-256', AT));
  const [leaf, issuer] = identity.chain;
  const key = issuer?.publicKey;
  if (!leaf || !key) throw new Error('there is no chain');
  expect(verifyEcdsa(key, sha1, leaf.tbs, leaf.signature)).toBe(true);
  expect(equal(leaf.signature, demoPki('P-256', AT).client.chain[0]?.signature ?? new Uint8Array())).toBe(false);
});

function spoiled(bytes: Uint8Array): Uint8Array {
  const other = bytes.slice();
  other[other.length - 1] = (other.at(-1) ?? 0) ^ 1;
  return other;
}

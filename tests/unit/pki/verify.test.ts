import { describe, expect, it } from 'vitest';
import { generateKey, type PrivateKey, publicOf, seededEnv } from '../../../src/crypto/index.ts';
import {
  alertOf,
  type Cause,
  type Certificate,
  type CertificateAlert,
  type ChainInput,
  type CheckId,
  demoPki,
  isFailed,
  mint,
  signatureSpoiled,
  type Template,
  type Verdict,
  verifyChain,
} from '../../../src/pki/index.ts';
import { checkReason, checkValue } from '../../../src/words/causes/index.ts';

const NOW = Date.UTC(2026, 10, 23, 12);
const DAY = 86_400_000;
const env = seededEnv('verify tests', NOW);
const pki = demoPki('P-256', NOW);

interface Made {
  readonly certificate: Certificate;
  readonly key: PrivateKey;
}

function make(template: Partial<Template>, issuer?: Made, key = generateKey('Ed25519', env)): Made {
  const full: Template = { subject: 'someone', notBefore: NOW - DAY, notAfter: NOW + DAY, ...template };
  return { certificate: mint(full, publicOf(key), issuer ?? { key }, env), key };
}

const root = make({ subject: 'Root', ca: {} });
const issuing = make({ subject: 'Issuing', ca: { pathLength: 0 } }, root);

/** Judges client certificates below the root, unless told otherwise. */
function judge(chain: readonly Made[], more: Partial<ChainInput> = {}): Verdict {
  const certificates = chain.map(({ certificate }) => certificate);
  return verifyChain({ chain: certificates, anchors: [root.certificate], role: 'client', now: NOW, ...more });
}

function leafWith(template: Partial<Template>): Made {
  return make({ subject: 'leaf', ...template }, issuing);
}

/** A CA below the root that has given itself a new key again and again, the first first; one CA may stand below it. */
function rollover(count: number): readonly Made[] {
  const made: Made[] = [];
  for (let i = 0; i < count; i++) made.push(make({ subject: 'Rollover', ca: { pathLength: 1 } }, made.at(-1) ?? root));
  return made;
}

function expectRefusal(verdict: Verdict, id: CheckId, detail: Cause, alert: CertificateAlert, index = 0): void {
  expect(verdict.ok).toBe(false);
  expect(verdict.failed).toMatchObject({ id, detail, index, outcome: 'failed' });
  expect(verdict.failed && alertOf(verdict.failed)).toBe(alert);
}

const unknownCritical = { oid: '1.3.6.1.4.1.55738.666.1', critical: true, value: Uint8Array.of(5, 0) };

describe('a good chain', () => {
  it('passes every check, each with what it looked at', () => {
    const { ok, checks, path, failed, pathsTried } = verifyChain({
      chain: pki.server.chain,
      anchors: [pki.serverRoot],
      role: 'server',
      name: 'api.example',
      now: NOW,
    });
    expect({ ok, failed, pathsTried }).toEqual({ ok: true, failed: undefined, pathsTried: 1 });
    expect(path).toEqual([...pki.server.chain, pki.serverRoot]);
    const made = (index: number) =>
      checks
        .filter((check) => check.index === index)
        .map(({ id }) => id)
        .sort();
    const everywhere = ['basic-constraints', 'critical-extensions', 'extended-key-usage', 'key-strength', 'key-usage'];
    const always = [...everywhere, 'signature', 'validity', 'well-formed'];
    expect(made(0)).toEqual([...always, 'key-identifiers', 'name'].sort());
    expect(made(1)).toEqual([...always, 'key-identifiers', 'path-length'].sort());
    expect(made(2)).toEqual([...always, 'path-length', 'trust-anchor'].sort());
    for (const check of checks) {
      expect(check.outcome).toBe('passed');
      expect(checkValue(check), check.id).not.toBe('');
      expect(checkReason(check)).toMatch(/^\S.*\.$/);
      expect(check.section).toMatch(/^RFC \d+ \d/);
      expect(check.profile).toBe('usual');
    }
    expect(checks.filter(({ id }) => id === 'name').map(checkValue)[0]).toBe('expected api.example, found api.example');
  });

  it('may come in any order, with certificates that nobody needs', () => {
    const [leaf, intermediate] = pki.client.chain;
    const chain = [leaf, pki.strangerRoot, pki.clientRoot, intermediate, intermediate].filter(
      (one) => one !== undefined,
    );
    expect(verifyChain({ chain, anchors: [pki.clientRoot], role: 'client', now: NOW }).path).toHaveLength(3);
  });

  // RFC 5280 4.2.1.9 and 6.1.4 (l): what a CA issues to itself, to have a new key, makes a path no longer.
  it('may have self-issued certificates in it, whatever the number of intermediates', () => {
    const [first, ...more] = rollover(4);
    const lower = make({ subject: 'Lower', ca: { pathLength: 0 } }, more.at(-1));
    const chain = [make({}, lower), lower, ...[...more].reverse(), ...(first ? [first] : [])];
    expect(judge(chain, { maxIntermediates: 2 })).toMatchObject({ ok: true, path: { length: 7 } });
    expect(judge(chain, { maxIntermediates: 1 })).toMatchObject({ ok: false, failed: { detail: 'path-too-long' } });
  });

  it('may be one trusted certificate', () => {
    const alone = make({ subject: 'alone' });
    expect(judge([alone], { anchors: [alone.certificate] })).toMatchObject({ ok: true, path: [alone.certificate] });
  });

  it('needs a leaf', () => {
    expect(() => judge([])).toThrow(RangeError);
  });
});

// The alerts of OpenSSL 3.0 as the side that detects it, from tests/vectors/data/alerts.json where it has the case.
describe('a bad chain is refused with the alert that OpenSSL sends', () => {
  const client = { anchors: [pki.clientRoot], role: 'client', now: NOW } as const;
  const server = { anchors: [pki.serverRoot], role: 'server', name: 'api.example', now: NOW } as const;

  it('untrusted CA', () => {
    const verdict = verifyChain({ ...client, chain: pki.strangerClient.chain });
    expectRefusal(verdict, 'trust-anchor', 'no-issuer', 'unknown_ca');
    expect(verdict.failed && checkReason(verdict.failed)).toContain('Stranger Root CA');
    const whole = [...pki.strangerServer.chain, pki.strangerRoot];
    expectRefusal(verifyChain({ ...server, chain: whole }), 'trust-anchor', 'self-signed', 'unknown_ca', 1);
  });

  it('a CA with the name of a trusted one', () => {
    const impostor = make({ subject: 'Root', ca: {} });
    const verdict = judge([make({ subject: 'leaf' }, impostor)]);
    expectRefusal(verdict, 'trust-anchor', 'no-issuer', 'unknown_ca');
    expect(verdict.failed && checkReason(verdict.failed)).toMatch(/another key/);
  });

  it('self-signed', () => {
    expectRefusal(judge([make({ subject: 'self' })]), 'trust-anchor', 'self-signed', 'unknown_ca');
  });

  it('missing intermediate', () => {
    expectRefusal(
      verifyChain({ ...client, chain: pki.client.chain.slice(0, 1) }),
      'trust-anchor',
      'no-issuer',
      'unknown_ca',
    );
  });

  it('expired and not yet valid', () => {
    const late = { now: NOW + 400 * DAY };
    expectRefusal(
      verifyChain({ ...client, ...late, chain: pki.client.chain }),
      'validity',
      'expired',
      'certificate_expired',
    );
    const early = { now: NOW - 400 * DAY };
    const verdict = verifyChain({ ...client, ...early, chain: pki.client.chain });
    expectRefusal(verdict, 'validity', 'not-yet-valid', 'bad_certificate', 2);
  });

  it('wrong purpose', () => {
    const wrong = { ...client, role: 'server' } as const;
    const verdict = verifyChain({ ...wrong, chain: pki.client.chain });
    expectRefusal(verdict, 'extended-key-usage', 'wrong-usage', 'unsupported_certificate');
  });

  it('bad signature', () => {
    const chain = pki.server.chain.map((one, i) => (i === 0 ? signatureSpoiled(one) : one));
    const verdict = verifyChain({ ...server, chain });
    expectRefusal(verdict, 'signature', 'bad-signature', 'decrypt_error');
    expect(verdict.path).toHaveLength(3);
    expect(verdict.checks.filter(isFailed)).toHaveLength(1);
  });

  it('another name', () => {
    const verdict = verifyChain({ ...server, chain: pki.server.chain, name: 'other.example' });
    expectRefusal(verdict, 'name', 'name-mismatch', 'bad_certificate');
  });

  it('unknown critical extension', () => {
    const verdict = judge([leafWith({ extensions: [unknownCritical] }), issuing]);
    expectRefusal(verdict, 'critical-extensions', 'unknown-critical-extension', 'certificate_unknown');
  });

  it('issuer is not a CA', () => {
    const notCa = leafWith({ subject: 'not a CA' });
    const verdict = judge([make({ subject: 'below' }, notCa), notCa, issuing]);
    expectRefusal(verdict, 'basic-constraints', 'issuer-not-ca', 'unknown_ca', 1);
  });

  it('issuer may not sign', () => {
    const mute = make({ subject: 'mute', ca: {}, keyUsage: ['cRLSign'] }, root);
    expectRefusal(judge([make({}, mute), mute]), 'key-usage', 'issuer-may-not-sign', 'unknown_ca', 1);
  });

  it('a key that may not sign in a handshake', () => {
    const verdict = judge([leafWith({ keyUsage: ['keyAgreement'] }), issuing]);
    expectRefusal(verdict, 'key-usage', 'no-digital-signature', 'unsupported_certificate');
    expect(verdict.failed?.section).toBe('RFC 9846 4.5.1.2');
  });

  it('too long a path', () => {
    const lower = make({ subject: 'lower', ca: {} }, issuing);
    expectRefusal(judge([make({}, lower), lower, issuing]), 'path-length', 'path-too-long', 'unknown_ca', 2);
    const verdict = judge([leafWith({}), issuing], { maxIntermediates: 0 });
    expectRefusal(verdict, 'trust-anchor', 'path-too-long', 'unknown_ca', 1);
  });

  it('too long a path, whatever its certificates issue to themselves', () => {
    const many = rollover(40);
    const verdict = judge([make({}, many.at(-1)), ...many], { maxIntermediates: 100 });
    expectRefusal(verdict, 'trust-anchor', 'path-too-long', 'unknown_ca', verdict.path.length - 1);
  });

  it('names outside the constraints', () => {
    const limited = make(
      { subject: 'limited', ca: {}, nameConstraints: { permitted: ['in.test'], excluded: ['10.0.0.0/8'] } },
      root,
    );
    const below = (subjectAltNames: readonly string[]) => judge([make({ subjectAltNames }, limited), limited]);
    expect(below(['a.in.test', '11.0.0.1']).ok).toBe(true);
    expectRefusal(below(['out.test']), 'name-constraints', 'name-not-permitted', 'certificate_unknown');
    expectRefusal(below(['in.test', '10.9.8.7']), 'name-constraints', 'name-excluded', 'certificate_unknown');
  });

  it('malformed', () => {
    const strict = { profile: 'rfc5280' } as const;
    const verdict = judge([leafWith({ serial: '00' }), issuing], strict);
    expectRefusal(verdict, 'well-formed', 'malformed', 'bad_certificate');
    const bare = make({ subject: 'bare', ca: {}, omit: ['authorityKeyIdentifier'] }, root);
    expectRefusal(judge([make({}, bare), bare], strict), 'well-formed', 'malformed', 'bad_certificate', 1);
    const twice = leafWith({
      extensions: [
        { ...unknownCritical, critical: false },
        { ...unknownCritical, critical: false },
      ],
    });
    expectRefusal(judge([twice, issuing]), 'well-formed', 'malformed', 'bad_certificate');
  });
});

describe('of several failures, the one decides that OpenSSL would meet first', () => {
  it('trust before time, purpose before time, name before signature', () => {
    const old = { notBefore: NOW - 2 * DAY, notAfter: NOW - DAY };
    expect(judge([leafWith(old)]).failed?.id).toBe('trust-anchor');
    expect(judge([leafWith({ ...old, extendedKeyUsage: ['serverAuth'] }), issuing]).failed?.id).toBe(
      'extended-key-usage',
    );
    const chain = pki.server.chain.map((one, i) => (i === 0 ? signatureSpoiled(one) : one));
    const verdict = verifyChain({ chain, anchors: [pki.serverRoot], role: 'server', name: 'no.example', now: NOW });
    expect(verdict.failed?.id).toBe('name');
    expect(verdict.checks.filter(isFailed).map(({ id }) => id)).toEqual(['name', 'signature']);
  });
});

describe('several paths', () => {
  it('goes back when the first path is no good', () => {
    const key = generateKey('Ed25519', env);
    const expired = make({ subject: 'Twice', ca: {}, notBefore: NOW - 2 * DAY, notAfter: NOW - DAY }, root, key);
    const limited = make({ subject: 'Twice', ca: {}, nameConstraints: { permitted: ['no.test'] } }, root, key);
    const good = make({ subject: 'Twice', ca: {} }, root, key);
    const leaf = make({ subjectAltNames: ['yes.test'] }, good);
    const verdict = judge([leaf, expired, limited, good]);
    expect(verdict).toMatchObject({ ok: true, pathsTried: 2 });
    expect(verdict.path[1]).toBe(good.certificate);
  });

  it('shows the path that came furthest when none is good', () => {
    const dead = make({ subject: 'Issuing', ca: {} }, make({ subject: 'Nobody', ca: {} }), issuing.key);
    const verdict = judge([leafWith({ extendedKeyUsage: ['serverAuth'] }), dead, issuing]);
    expect(verdict.path.map(({ subject }) => subject.text)).toEqual(['CN=leaf', 'CN=Issuing', 'CN=Root']);
    expect(verdict.failed?.id).toBe('extended-key-usage');
  });

  it('ends soon in a thicket of CAs that all sign each other', () => {
    const keys = Array.from({ length: 7 }, () => generateKey('Ed25519', env));
    const thicket = keys.flatMap((key, i) =>
      keys.flatMap((signer, j) => {
        if (i === j) return [];
        const issuer = make({ subject: `CA ${j}`, ca: {} }, undefined, signer);
        return [make({ subject: `CA ${i}`, ca: {} }, issuer, key)];
      }),
    );
    const leaf = make({}, thicket[0]);
    const verdict = judge([leaf, ...thicket]);
    expect(verdict.ok).toBe(false);
    expect(verdict.failed && alertOf(verdict.failed)).toBe('unknown_ca');
    expect(verdict.pathsTried).toBeLessThanOrEqual(101);
  });
});

describe('profiles', () => {
  const server = { role: 'server', profile: 'webpki' } as const;

  it('webpki demands more, and says who demands it', () => {
    const noName = leafWith({ subject: 'www.test', extendedKeyUsage: ['serverAuth'] });
    expect(judge([noName, issuing], { role: 'server' }).ok).toBe(true);
    const strict = judge([noName, issuing], server);
    expect(strict.failed).toMatchObject({
      id: 'well-formed',
      profile: 'webpki',
      section: expect.stringMatching(/^Baseline/),
    });

    const ca = make(
      { subject: 'CA', ca: {}, keyUsage: ['digitalSignature', 'keyCertSign'], subjectAltNames: ['ca.test'] },
      root,
    );
    expect(judge([ca], { role: 'server' }).ok).toBe(true);
    expect(judge([ca], server).failed).toMatchObject({ detail: 'ca-as-leaf', profile: 'webpki' });

    const any = leafWith({ extendedKeyUsage: ['anyExtendedKeyUsage'], subjectAltNames: ['a.test'] });
    expect(judge([any, issuing], { role: 'server' }).ok).toBe(true);
    expect(judge([any, issuing], server).failed?.detail).toBe('wrong-usage');
  });

  it('never takes the common name for the name of a server', () => {
    const onlyCommonName = leafWith({ subject: 'www.test' });
    const verdict = judge([onlyCommonName, issuing], { role: 'server', name: 'www.test' });
    expectRefusal(verdict, 'name', 'name-mismatch', 'bad_certificate');
  });
});

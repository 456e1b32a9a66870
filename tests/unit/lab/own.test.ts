import { describe, expect, it } from 'vitest';
import { generateKey, type KeyKind, publicOf, seededEnv } from '../../../src/crypto/index.ts';
import { defaultScenario, run, type Scenario, supply, type Timeline } from '../../../src/lab/index.ts';
import { answerOf, type Materials, type Own, ownFrom, placed } from '../../../src/lab/own/index.ts';
import { type Certificate, type Identity, mint, type Template } from '../../../src/pki/index.ts';

await supply();

const env = seededEnv('own', 0);
const DAY = 24 * 60 * 60 * 1000;
const { at } = defaultScenario;
const dates = { notBefore: at - DAY, notAfter: at + 365 * DAY };

function identity(kind: KeyKind, template: Partial<Template>, issuer?: Identity): Identity {
  const key = generateKey(kind, env);
  const by = issuer ? { certificate: issuer.chain[0], key: issuer.key } : { key };
  return { chain: [mint({ subject: 'somebody', ...dates, ...template }, publicOf(key), by, env)], key };
}

const root = identity('P-256', { subject: 'Own Root', ca: {} });
const link = identity('P-256', { subject: 'Own Link', ca: {} }, root);
const client = identity('P-256', { subject: 'own client', extendedKeyUsage: ['clientAuth'] }, link);
const [anchor, between] = [root.chain[0] as Certificate, link.chain[0] as Certificate];
const chain = [...client.chain, between];
const half = (shown: Own['client']['shows'], more: Partial<Own> = {}): Own => ({
  client: { ...(shown && { shows: shown }) },
  server: { trusts: [anchor] },
  ...more,
});
const schemesIn = ({ moments }: Timeline): string =>
  JSON.stringify(
    moments.find((one) => one.who === 'client' && one.insight.kind === 'said'),
    (_, value) => (typeof value === 'bigint' ? String(value) : value),
  );

describe.each(['1.2', '1.3'] as const)('own certificates in TLS %s', (version) => {
  const scenario: Scenario = { ...defaultScenario, version };
  const answer = (own: Own) => answerOf(run(scenario, own), own);

  it('are shown and accepted in place of the demo’s', () => {
    expect(answer(half([{ chain, key: client.key }]))).toMatchObject({
      outcome: 'works',
      clientCertificate: 'accepted',
      why: { what: 'works', client: 'CN=own client' },
      warnings: [
        { what: 'demo', of: 'client', part: 'trust' },
        { what: 'demo', of: 'server', part: 'certificate' },
      ],
    });
  });

  it('of which none leads to a CA that the server names, are not shown', () => {
    const { outcome, refusedBy, clientCertificate } = answer(half([client]));
    expect({ outcome, refusedBy, clientCertificate }).toEqual({
      outcome: 'refused',
      refusedBy: 'server',
      clientCertificate: 'none',
    });
  });

  it('without a key are judged, and nothing is signed', () => {
    const own = half([{ chain }]);
    expect(answer(own)).toMatchObject({ outcome: 'does not start', who: 'client', why: { what: 'key missing' } });
    const verdicts = run(scenario, own).moments.flatMap((one) =>
      one.who === 'server' && one.insight.kind === 'verdict' ? [one.insight.verdict.ok] : [],
    );
    expect(verdicts).toEqual([true]);
    expect(run(scenario, own).steps.map(({ name, from }) => `${from} ${name}`)).not.toContain(
      'client CertificateVerify',
    );
  });

  it('without a key are refused for what is wrong with them', () => {
    const late = identity('P-256', { extendedKeyUsage: ['serverAuth'] }, link);
    expect(answer(half([{ chain: [...late.chain, between] }]))).toMatchObject({
      outcome: 'refused',
      refusedBy: 'server',
      alert: { description: 'unsupported_certificate', code: 43 },
    });
  });

  it.each(['P-384', 'P-521', 'RSA', 'RSA-PSS', 'Ed25519'] as const)('of the kind %s are used on both sides', (kind) => {
    const leaf = identity(kind, { subjectAltNames: ['api.example'] }, root);
    const own: Own = {
      client: { shows: [leaf], trusts: [anchor] },
      server: { shows: [leaf], trusts: [anchor] },
    };
    expect(answer(own)).toMatchObject({ outcome: 'works', clientCertificate: 'accepted' });
  });

  it('change nothing of what the demo offers', () => {
    const before = schemesIn(run(scenario));
    run(scenario, half([identity('P-521', {}, root)]));
    expect(schemesIn(run(scenario))).toBe(before);
  });

  it('are judged as deeply as the server goes', () => {
    const shown = [{ chain, key: client.key }];
    expect(answer(half(shown, { demands: { verifyDepth: 1 } })).outcome).toBe('works');
    expect(answer(half(shown, { demands: { verifyDepth: 0 } }))).toMatchObject({
      outcome: 'refused',
      alert: { description: 'unknown_ca' },
    });
  });
});

it('remembers a run by the object that somebody brought', () => {
  const own = half([{ chain, key: client.key }]);
  expect(run(defaultScenario, own)).toBe(run(defaultScenario, own));
  expect(run(defaultScenario, own)).not.toBe(run(defaultScenario, { ...own }));
  expect(run(defaultScenario)).not.toBe(run(defaultScenario, own));
});

it('puts everything where it belongs, and says why', () => {
  const server = identity('P-256', { subject: 'own server', subjectAltNames: ['api.example'] }, root);
  const stranger = identity('P-256', { subject: 'Stranger', ca: {} }).chain[0] as Certificate;
  const alone = identity('P-256', { subject: 'Alone', ca: {} }).chain[0] as Certificate;
  const held = (thing: Certificate, file: string) => ({ thing, file });
  const materials: Materials = {
    certificates: [
      ...client.chain.map((one) => held(one, 'me.p12')),
      held(between, 'me.p12'),
      ...server.chain.map((one) => held(one, 'site.pem')),
      held(anchor, 'ca-bundle.pem'),
      held(stranger, 'ca-bundle.pem'),
      held(alone, 'alone.pem'),
    ],
    keys: [{ thing: client.key, file: 'me.p12' }],
    lists: [],
  };
  const placing = placed(materials);
  expect(
    placing.certificates.map(({ thing, place, reason }) => [thing.thing.subject.text, place, reason.what]),
  ).toEqual([
    ['CN=own client', 'client shows', 'purpose'],
    ['CN=own server', 'server shows', 'host name'],
    ['CN=Own Link', 'client sends along', 'issued'],
    ['CN=Own Root', 'server trusts', 'issued'],
    ['CN=Stranger', 'server trusts', 'beside'],
    ['CN=Alone', 'nowhere', 'root of nobody'],
  ]);
  const own = ownFrom(placing, materials);
  expect(answerOf(run(defaultScenario, { ...own, server: { trusts: own.server.trusts ?? [] } }), own).outcome).toBe(
    'works',
  );
});

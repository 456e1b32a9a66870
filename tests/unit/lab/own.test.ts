import { describe, expect, it } from 'vitest';
import { generateKey, type KeyKind, publicOf, seededEnv } from '../../../src/crypto/index.ts';
import { defaultScenario, run, type Scenario, supply, type Timeline } from '../../../src/lab/index.ts';
import { answerOf, materialsOf, type Own, ownFrom, placed } from '../../../src/lab/own/index.ts';
import { type Certificate, type Identity, mint, type Template } from '../../../src/pki/index.ts';
import { placeNames, placeReason } from '../../../src/words/own/index.ts';

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
  const authority = (subject: string) => identity('P-256', { subject, ca: {} }).chain[0] as Certificate;
  const file = (name: string, ...all: readonly Certificate[]) => ({
    file: name,
    items: all.map((certificate) => ({ kind: 'certificate', der: certificate.der, certificate, keyType: '' }) as const),
  });
  const key = { kind: 'private key', der: new Uint8Array(), keyType: 'P-256', key: client.key } as const;
  const store = file('me.p12', ...client.chain, between);
  const materials = materialsOf([
    { ...store, items: [key, ...store.items] },
    file('site.pem', ...server.chain),
    file('ca-bundle.pem', anchor, stranger),
    file('alone.pem', alone),
    file('client-ca.pem', authority('For clients')),
    file('client-truststore.pem', authority('For servers')),
    store,
  ]);
  const placing = placed(materials);
  expect(
    placing.certificates.map(({ thing, place, reason }) => [
      thing.thing.subject.text,
      placeNames[place],
      placeReason(reason),
    ]),
  ).toEqual([
    ['CN=own client', 'The client shows', 'It may be used by clients only.'],
    ['CN=own server', 'The server shows', 'It may be used on either side, and has the name of a host.'],
    ['CN=Own Link', 'The client sends along', 'It stands above the certificate of CN=own client.'],
    ['CN=Own Root', 'The server trusts for clients', 'It stands above the certificate of CN=own client.'],
    ['CN=Stranger', 'The server trusts for clients', 'It is in ca-bundle.pem together with a CA that belongs here.'],
    ['CN=Alone', 'In no role', 'It is above none of these certificates.'],
    ['CN=For clients', 'The server trusts for clients', 'The file is called client-ca.pem.'],
    ['CN=For servers', 'The client trusts for servers', 'The file is called client-truststore.pem.'],
  ]);
  const own = ownFrom(placing, materials);
  // The root has issued for the server as well, so the client trusts it, too.
  expect(own.client.trusts).toContain(anchor);
  const half = { client: { shows: own.client.shows ?? [] }, server: { trusts: own.server.trusts ?? [] } };
  expect(answerOf(run(defaultScenario, half), half).outcome).toBe('works');
});

it('puts a certificate where its file says it is meant for, whatever it may be used for', () => {
  const wrong = identity('P-256', { subject: 'own server', extendedKeyUsage: ['clientAuth'] }, root);
  const items = wrong.chain.map(
    (certificate) => ({ kind: 'certificate', der: certificate.der, certificate, keyType: '' }) as const,
  );
  const placeIn = (file: string) => placed(materialsOf([{ file, items }])).certificates[0]?.place;
  expect(placeIn('server.crt')).toBe('server shows');
  expect(placeIn('me.crt')).toBe('client shows');
});

import { describe, expect, it } from 'vitest';
import { der, toHex, walk } from '../../../src/bytes/index.ts';
import { generateKey, publicOf, seededEnv, sha256 } from '../../../src/crypto/index.ts';
import { certificateField } from '../../../src/pki/fields/index.ts';
import { demoPki, mint, parseCertificate, signatureSpoiled, type Template } from '../../../src/pki/index.ts';

const NOW = Date.UTC(2026, 10, 23, 12);
const env = () => seededEnv('mint tests', NOW);
const key = generateKey('P-256', env());

function minted(template: Partial<Template>) {
  return mint({ subject: 'someone', notBefore: NOW, notAfter: NOW + 1000, ...template }, publicOf(key), { key }, env());
}

describe('mint', () => {
  it('gives the same bytes for the same input', () => {
    expect(minted({}).der).toEqual(minted({}).der);
    const other = mint(
      { subject: 'someone', notBefore: NOW, notAfter: NOW + 1000 },
      publicOf(key),
      { key },
      seededEnv('x', NOW),
    );
    expect(other.serial).not.toBe(minted({}).serial);
  });

  it('writes everything that a template says', () => {
    const certificate = minted({
      subject: [
        ['C', 'AT'],
        ['O', 'Äpfel'],
        ['CN', 'a'],
      ],
      serial: '00ff',
      ca: { pathLength: 3 },
      keyUsage: ['digitalSignature', 'decipherOnly'],
      extendedKeyUsage: ['clientAuth', '1.2.3.4'],
      subjectAltNames: ['a.test', '192.0.2.1', '2001:db8::1'],
      nameConstraints: { permitted: ['test'], excluded: ['10.0.0.0/9'] },
      extensions: [{ oid: '1.2.3.5', critical: true, value: Uint8Array.of(5, 0) }],
    });
    expect(certificate).toMatchObject({
      subject: { text: 'CN=a, O=Äpfel, C=AT' },
      issuer: { text: 'CN=a, O=Äpfel, C=AT' },
      serial: '00ff',
      notBefore: NOW,
      notAfter: NOW + 1000,
      basicConstraints: { ca: true, pathLength: 3 },
      keyUsage: ['digitalSignature', 'decipherOnly'],
      extendedKeyUsage: ['clientAuth', '1.2.3.4'],
      subjectAltName: [{ text: 'a.test' }, { text: '192.0.2.1' }, { text: '2001:db8::1' }],
      nameConstraints: { permitted: [{ text: 'test' }], excluded: [{ text: '10.0.0.0/9' }] },
      defects: [],
    });
    expect(certificate.extensions.at(-1)).toMatchObject({ oid: '1.2.3.5', critical: true });
    expect([...walk(certificateField(certificate.der))].filter(({ field }) => field.flaw)).toEqual([]);
  });

  it('writes dates from 2050 on in the other form (RFC 5280 4.1.2.5)', () => {
    const late = minted({ notBefore: Date.UTC(2049, 11, 31), notAfter: Date.UTC(2050, 0, 1) });
    const types = [...walk(certificateField(late.der))]
      .filter(({ field }) => /^not/.test(field.name))
      .map(({ field }) => field.type);
    expect(types).toEqual(['UTCTime', 'GeneralizedTime']);
    expect(late.defects).toEqual([]);
  });

  it('leaves out what it is told to', () => {
    const bare = minted({ ca: {}, keyUsage: [], omit: ['basicConstraints', 'subjectKeyIdentifier'] });
    expect(bare.extensions).toEqual([]);
  });

  it('lets RSA servers encipher keys, which old clients demand', () => {
    const rsa = generateKey('RSA', seededEnv('countersign demo RSA stranger client 0', NOW));
    const usages = (purpose: string) =>
      mint({ subject: 'a', notBefore: NOW, notAfter: NOW, extendedKeyUsage: [purpose] }, publicOf(rsa), { key }, env())
        .keyUsage;
    expect(usages('serverAuth')).toEqual(['digitalSignature', 'keyEncipherment']);
    expect(usages('clientAuth')).toEqual(['digitalSignature']);
  });
});

describe('a certificate without any extension', () => {
  it('has no empty list of extensions, which would be malformed', () => {
    const bare = minted({ keyUsage: [], omit: ['subjectKeyIdentifier'] });
    expect(parseCertificate(bare.der).extensions).toEqual([]);
    expect(toHex(bare.tbs)).not.toMatch(/a3023000$/);
  });
});

describe('signatureSpoiled', () => {
  it('changes one bit of the signature and nothing else', () => {
    const certificate = minted({});
    const spoiled = signatureSpoiled(certificate);
    const bits = certificate.der.reduce(
      (sum, byte, i) => sum + (byte ^ (spoiled.der[i] ?? 0)).toString(2).replace(/0/g, '').length,
      0,
    );
    expect(bits).toBe(1);
    expect(spoiled.tbs).toEqual(certificate.tbs);
    expect(() => der.readOnly(spoiled.signature)).not.toThrow();
  });
});

describe('the demo PKI', () => {
  it('is the same every time and on every machine', () => {
    const hashes = (['P-256', 'Ed25519'] as const).map((kind) => {
      const { server, client, strangerClient, serverRoot } = demoPki(kind, Date.UTC(2026, 10, 23, 5));
      const ders = [...server.chain, ...client.chain, ...strangerClient.chain, serverRoot].map((one) => one.der);
      return toHex(sha256.digest(...ders)).slice(0, 16);
    });
    expect(hashes).toMatchInlineSnapshot(`
      [
        "0a67762f3e0f8b09",
        "d149d3303f7e8021",
      ]
    `);
    expect(demoPki('P-256', NOW)).toBe(demoPki('P-256', NOW + 1000));
    expect(demoPki('P-256', NOW).server).toBe(demoPki('P-256', NOW).server);
  });

  it('names its members', () => {
    const { server, client, strangerServer, strangerClient, issuers, clientRoot } = demoPki('P-256', NOW);
    expect(server.chain.map(({ subject }) => subject.commonName)).toEqual([
      'api.example',
      'Countersign Server Issuing CA',
    ]);
    expect(client.chain.map(({ subject }) => subject.commonName)).toEqual([
      'client.example',
      'Countersign Client Issuing CA',
    ]);
    expect(strangerServer.chain.map(({ issuer }) => issuer.commonName)).toEqual(['Stranger Root CA']);
    expect(strangerClient.chain[0]?.subject.commonName).toBe('client.example');
    expect(issuers.client.chain[0]).toBe(client.chain[1]);
    expect(clientRoot.subject.commonName).toBe('Countersign Client Root');
    const [leaf] = client.chain;
    expect(leaf?.publicKey).toEqual(publicOf(client.key));
  });
});

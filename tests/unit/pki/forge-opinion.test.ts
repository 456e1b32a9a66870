// node-forge knows RSA certificates only; there it is an opinion that owes nothing to our code, in both directions.

import forge from 'node-forge';
import { describe, expect, it } from 'vitest';
import {
  certificatesFromPem,
  demoPki,
  privateKeyFromPem,
  privateKeyToPem,
  signatureSpoiled,
  toPem,
  verifyChain,
} from '../../../src/pki/index.ts';

const NOW = Date.UTC(2026, 10, 23, 12);
const pki = demoPki('RSA', NOW);
const theirs = (der: Uint8Array) => forge.pki.certificateFromPem(toPem('CERTIFICATE', der));

describe('what we mint, in the eyes of node-forge', () => {
  const [leaf, issuing] = pki.server.chain.map(({ der }) => theirs(der));
  const root = theirs(pki.serverRoot.der);

  it('says what we say', () => {
    expect(leaf?.subject.getField('CN').value).toBe('api.example');
    expect(leaf?.issuer.getField('CN').value).toBe('Countersign Server Issuing CA');
    expect(leaf?.serialNumber).toBe(pki.server.chain[0]?.serial);
    expect(leaf?.validity.notAfter.getTime()).toBe(pki.server.chain[0]?.notAfter);
    expect(leaf?.getExtension('subjectAltName')).toMatchObject({ altNames: [{ type: 2, value: 'api.example' }] });
    expect(leaf?.getExtension('keyUsage')).toMatchObject({
      digitalSignature: true,
      keyEncipherment: true,
      keyCertSign: false,
    });
    expect(leaf?.getExtension('extKeyUsage')).toMatchObject({ serverAuth: true });
    expect(issuing?.getExtension('basicConstraints')).toMatchObject({ critical: true, cA: true, pathLenConstraint: 0 });
    expect(issuing?.verifySubjectKeyIdentifier()).toBe(true);
  });

  it('is a good chain', () => {
    if (!leaf || !issuing) return expect.fail('the demo chain has two certificates');
    const store = forge.pki.createCaStore([root]);
    const options = { validityCheckDate: new Date(NOW) };
    expect(forge.pki.verifyCertificateChain(store, [leaf, issuing], options)).toBe(true);
    const [ours] = pki.server.chain;
    const spoiled = ours ? theirs(signatureSpoiled(ours).der) : leaf;
    expect(() => forge.pki.verifyCertificateChain(store, [spoiled, issuing], options)).toThrow();
  });

  it('is a private key that goes with its certificate', () => {
    const key = forge.pki.privateKeyFromPem(privateKeyToPem(pki.server.key));
    const digest = forge.md.sha256.create().update('hello');
    const signature = key.sign(digest);
    const publicKey = leaf?.publicKey as forge.pki.rsa.PublicKey | undefined;
    expect(publicKey?.verify(digest.digest().getBytes(), signature)).toBe(true);
    expect(privateKeyFromPem(forge.pki.privateKeyToPem(key))).toEqual(pki.server.key);
  });
});

describe('what node-forge makes, in our eyes', () => {
  function made(
    subject: string,
    key: string,
    issuer: string,
    issuerKey: string,
    extensions: readonly object[],
    hash: { create(): forge.md.MessageDigest } = forge.md.sha384,
  ) {
    const certificate = forge.pki.createCertificate();
    const pair = forge.pki.privateKeyFromPem(key);
    certificate.publicKey = forge.pki.setRsaPublicKey(pair.n, pair.e);
    certificate.serialNumber = '0123';
    certificate.validity.notBefore = new Date(NOW - 1000);
    certificate.validity.notAfter = new Date(NOW + 1000);
    certificate.setSubject([{ name: 'commonName', value: subject }]);
    certificate.setIssuer([{ name: 'commonName', value: issuer }]);
    certificate.setExtensions([...extensions, { name: 'subjectKeyIdentifier' }]);
    certificate.sign(forge.pki.privateKeyFromPem(issuerKey), hash.create());
    return certificatesFromPem(forge.pki.certificateToPem(certificate));
  }

  const rootKey = privateKeyToPem(pki.issuers.stranger.key);
  const leafKey = privateKeyToPem(pki.server.key);
  const ca = [
    { name: 'basicConstraints', cA: true, critical: true },
    { name: 'keyUsage', keyCertSign: true },
  ];
  const end = [
    {
      name: 'subjectAltName',
      altNames: [
        { type: 2, value: 'forge.test' },
        { type: 7, ip: '192.0.2.1' },
      ],
    },
  ];

  it.each(['sha256', 'sha384', 'sha512'] as const)('is a good chain, signed with %s', (name) => {
    const hash: { create(): forge.md.MessageDigest } = forge.md[name];
    const anchors = made('root', rootKey, 'root', rootKey, ca, hash);
    const chain = made('leaf', leafKey, 'root', rootKey, end, hash);
    for (const host of ['forge.test', '192.0.2.1'])
      expect(verifyChain({ chain, anchors, role: 'server', name: host, now: NOW }).failed).toBeUndefined();
    expect(chain[0]).toMatchObject({
      subject: { commonName: 'leaf' },
      publicKey: { kind: 'RSA', bits: 2048 },
      serial: '0123',
    });
  });

  it('is not good with SHA-1, nor when another key signed', () => {
    const anchors = made('root', rootKey, 'root', rootKey, ca);
    const sha1 = made('leaf', leafKey, 'root', rootKey, end, forge.md.sha1);
    expect(verifyChain({ chain: sha1, anchors, role: 'server', now: NOW }).failed?.detail).toBe('weak-digest');
    const forged = made('leaf', leafKey, 'root', leafKey, end);
    expect(verifyChain({ chain: forged, anchors, role: 'server', now: NOW }).failed?.detail).toBe('bad-signature');
  });
});

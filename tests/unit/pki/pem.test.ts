import { describe, expect, it } from 'vitest';
import { fromHex } from '../../../src/bytes/index.ts';
import { generateKey, seededEnv } from '../../../src/crypto/index.ts';
import {
  certificatesFromPem,
  demoPki,
  PkiFault,
  parsePem,
  privateKeyFromPem,
  privateKeyToPem,
  toPem,
} from '../../../src/pki/index.ts';
import { fileSentence } from '../../../src/words/causes/index.ts';

const NOW = Date.UTC(2026, 10, 23, 12);
const { server } = demoPki('P-256', NOW);
const chainPem = server.chain.map(({ der }) => toPem('CERTIFICATE', der)).join('');

describe('PEM', () => {
  it('comes back as it went', () => {
    expect(certificatesFromPem(chainPem).map(({ der }) => der)).toEqual(server.chain.map(({ der }) => der));
    expect(parsePem(toPem('ANY THING', fromHex('00ff')))).toEqual([{ label: 'ANY THING', der: fromHex('00ff') }]);
    for (const kind of ['P-256', 'P-384', 'Ed25519'] as const) {
      const key = generateKey(kind, seededEnv(kind, NOW));
      expect(privateKeyFromPem(privateKeyToPem(key))).toEqual(key);
    }
  });

  it('is found between other text, with any line ends', () => {
    const text = `subject=CN = x\r\n${chainPem.replace(/\n/g, '\r\n')}\r\n${privateKeyToPem(server.key)}`;
    expect(certificatesFromPem(text)).toHaveLength(2);
    expect(privateKeyFromPem(text)).toEqual(server.key);
  });

  const cut = chainPem.slice(0, 200);
  const odd = chainPem.replace('MII', 'M%I');
  const wrong = toPem('CERTIFICATE', fromHex('3003020101'));
  it.each([
    ['no certificate', 'hello', 'There is no certificate in this file'],
    ['a block cut off', cut, 'cut off'],
    ['broken base64', odd, 'is not base64'],
    [
      'something else inside',
      wrong,
      'Certificate 1 of 1 can’t be read: the tbsCertificate should be SEQUENCE, but is INTEGER (at byte 2).',
    ],
    ['ends with another label', chainPem.replace('END CERTIFICATE', 'END X'), 'begins as CERTIFICATE but ends as X'],
  ])('says what is wrong with certificates: %s', (_, text, words) => {
    expect(faultOf(() => certificatesFromPem(text))).toContain(words);
  });

  const encrypted = toPem('ENCRYPTED PRIVATE KEY', fromHex('3000'));
  const legacy = `-----BEGIN RSA PRIVATE KEY-----\nProc-Type: 4,ENCRYPTED\nDEK-Info: AES-256-CBC,00\n\nAAAA\n-----END RSA PRIVATE KEY-----\n`;
  const dsa = toPem('PRIVATE KEY', fromHex('3010 020100 300906072a8648ce380401 0400'));
  const other = toPem('EC PRIVATE KEY', fromHex('3010 020101 040101 a007 06052b8104000a 0000').subarray(0, 18));
  it.each([
    ['none', chainPem, 'There is no private key in this file'],
    ['encrypted', encrypted, 'is encrypted'],
    ['encrypted the old way', legacy, 'is encrypted'],
    ['DSA', dsa, 'keys of the kind DSA are not supported'],
    ['another curve', other, 'the curve 1.3.132.0.10 is not supported'],
    ['nonsense', toPem('PRIVATE KEY', fromHex('0500')), 'should be SEQUENCE'],
    [
      'RSA whose primes do not fit',
      toPem('RSA PRIVATE KEY', fromHex('301b 020100 020123 020103 020103 020105 020106 020101 020101 020101')),
      'do not multiply',
    ],
  ])('says what is wrong with private keys: %s', (_, text, words) => {
    expect(faultOf(() => privateKeyFromPem(text))).toContain(words);
  });
});

/** What is wrong with a file, in a sentence. */
function faultOf(read: () => unknown): string {
  try {
    read();
  } catch (error) {
    if (error instanceof PkiFault) return fileSentence(error.found);
  }
  throw new Error('nothing is wrong with it');
}

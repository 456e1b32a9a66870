// How programs judge chains that are in no situation of the corpus: who accepted what, as it was measured with such certificates.

import { describe, expect, it } from 'vitest';
import { fromHex } from '../../../src/bytes/index.ts';
import { generateKey, publicOf, seededEnv } from '../../../src/crypto/index.ts';
import { type MannerName, manners } from '../../../src/lab/manners/index.ts';
import { type Certificate, type Identity, mint, type Template } from '../../../src/pki/index.ts';
import { judgeBy } from '../../../src/pki/verifiers/index.ts';

const DAY = 24 * 60 * 60 * 1000;
const now = Date.UTC(2026, 10, 23, 12);
const env = seededEnv('manners', now);
const measured = ['openssl', 'node', 'node26', 'go', 'gnutls', 'java'] as const;

function identity(template: Partial<Template>, issuer?: Identity): Identity {
  const key = generateKey('P-256', env);
  const by = issuer ? { certificate: issuer.chain[0], key: issuer.key } : { key };
  const dates = { notBefore: now - 30 * DAY, notAfter: now + 365 * DAY };
  return { chain: [mint({ subject: 'somebody', ...dates, ...template }, publicOf(key), by, env)], key };
}
const only = ({ chain: [first] }: Identity): Certificate => first as Certificate;

/** The programs whose server accepts a client with this certificate, under a CA and a root. */
function accepting(
  leaf: Partial<Template>,
  ca: Partial<Template> = {},
  root: Partial<Template> = {},
): readonly MannerName[] {
  const above = identity({ subject: 'Manners Root', ca: {}, ...root });
  const link = identity({ subject: 'Manners CA', ca: {}, ...ca }, above);
  const shown = identity({ subject: 'client', extendedKeyUsage: ['clientAuth'], ...leaf }, link);
  const input = { chain: [only(shown), only(link)], anchors: [only(above)], role: 'client' as const, now };
  return measured.filter((name) => judgeBy(manners[name].judges.client)(input).ok);
}

describe('a client’s chain', () => {
  it('that is in order is accepted by all', () => expect(accepting({})).toEqual(measured));

  it('whose leaf is for encipherment only is accepted by Go alone', () =>
    expect(accepting({ keyUsage: ['keyEncipherment'] })).toEqual(['go']));

  it('whose leaf is for key agreement only is accepted where OpenSSL judges, and by Go', () =>
    expect(accepting({ keyUsage: ['keyAgreement'] })).toEqual(['openssl', 'node', 'node26', 'go']));

  it('whose CA is for servers only is accepted by those who ask the leaf alone, or nobody', () =>
    expect(accepting({}, { extendedKeyUsage: ['serverAuth'] })).toEqual(['gnutls', 'java']));

  it('under an expired root is accepted by Java alone', () =>
    expect(accepting({}, {}, { notAfter: now - DAY })).toEqual(['java']));

  it('with a CA that demands a policy is accepted where policies are looked at on request only', () => {
    // requireExplicitPolicy: 0.
    const value = fromHex('3003800100');
    expect(accepting({}, { extensions: [{ oid: '2.5.29.36', critical: true, value }] })).toEqual([
      ...['openssl', 'node', 'node26'],
    ]);
  });

  it('whose leaf names another key as its issuer’s is accepted by Go alone', () => {
    const value = fromHex('30068004deadbeef');
    const leaf = {
      omit: ['authorityKeyIdentifier'] as const,
      extensions: [{ oid: '2.5.29.35', critical: false, value }],
    };
    expect(accepting(leaf)).toEqual(['go']);
  });
});

// What is told about other implementations is what was measured, and the catalogue names only failures that were.

import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { catalogue, defaultScenario, expectationOf, supply } from '../../../src/lab/index.ts';
import { conductOf, measuredWith, type PeerConduct } from '../../../src/lab/peers/index.ts';
import { alertDescriptions, type Version } from '../../../src/tls/index.ts';

await supply();

interface Row {
  readonly scenario: string;
  readonly version: Version;
  readonly detector: string;
  readonly impl: 'openssl' | 'gnutls' | 'node';
  readonly accepted: boolean;
  readonly alerts: readonly { readonly number: number }[];
}
interface Table {
  readonly meta: { readonly versions: Readonly<Record<string, string>> };
  readonly groundTruth: readonly Row[];
}

const file = new URL('../../vectors/data/alerts.json', import.meta.url);
const table = JSON.parse(readFileSync(file, 'utf8')) as Table;
const names = { openssl: 'OpenSSL', gnutls: 'GnuTLS', node: 'Node.js' } as const;

function conductIn({ impl, accepted, alerts }: Row): PeerConduct {
  const numbers = alerts.map(({ number }) => number);
  const does = numbers.length > 0 ? 'alerts' : accepted ? 'accepts' : 'closes';
  return { program: names[impl], does, alerts: numbers };
}

describe('the conduct of real peers', () => {
  it.each([...new Set(table.groundTruth.map(({ scenario, version }) => `${scenario} ${version}`))])('%s', (id) => {
    const [scenario = '', version] = id.split(' ');
    const rows = table.groundTruth.filter((row) => row.scenario === scenario && row.version === version);
    const told = conductOf(scenario, version as Version);
    expect(told).toHaveLength(rows.length);
    expect(told).toEqual(expect.arrayContaining(rows.map(conductIn)));
  });

  it('was measured with the versions that are named', () => {
    const { openssl, gnutls, node } = table.meta.versions;
    for (const text of [openssl, gnutls, node]) {
      const [number = '?'] = /\d+\.\d+\.\d+/.exec(text ?? '') ?? [];
      expect(measuredWith).toContain(number);
    }
  });

  it('is nothing for what nobody measured', () => {
    expect(conductOf('gremlins', '1.3')).toEqual([]);
  });
});

// RFC 9846 4.5.1.2 demands digitalSignature where OpenSSL doesn't look for it.
const stricter: readonly string[] = ['client_ku_no_digital_signature', 'server_ku_no_digital_signature'];

describe('the catalogue', () => {
  it.each(
    catalogue().flatMap((entry) =>
      (['1.3', '1.2'] as const).flatMap((version) => (entry.measured ? [[entry.id, version, entry] as const] : [])),
    ),
  )('expects of %s in TLS %s the alert that OpenSSL sends', (_, version, entry) => {
    const [openssl] = conductOf(entry.measured ?? '', version).filter(({ program }) => program === 'OpenSSL');
    const expectation = expectationOf(entry, { ...defaultScenario, version }, { id: entry.id });
    if (!openssl || !expectation || stricter.includes(entry.measured ?? '')) return;
    if (openssl.does !== 'alerts') return;
    expect(expectation).toMatchObject({ noticed: true });
    expect(openssl.alerts).toContain(expectation.noticed === true && alertDescriptions.codes[expectation.alert]);
  });

  it('names failures that were measured', () => {
    for (const { measured } of catalogue()) {
      if (measured === undefined) continue;
      const versions = (['1.3', '1.2'] as const).filter((version) => conductOf(measured, version).length > 0);
      expect(versions, measured).not.toEqual([]);
    }
  });
});

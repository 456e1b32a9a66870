// Error lines out of public reports, whose cause is known (tests/corpus/errors): each leads to the run that ends like that, among the first
// so many; or is answered with what it does and does not say.

import { describe, expect, it } from 'vitest';
import { diagnose } from '../../../src/lab/diagnose/index.ts';
import { catalogue, supply } from '../../../src/lab/index.ts';
import { alertDescriptions } from '../../../src/tls/index.ts';
import { readingSentence } from '../../../src/words/catalogue/index.ts';
import reports from '../../corpus/errors/reports.json' with { type: 'json' };

await supply();

/** By id: the entry it must reach, and the place, counted from 1, that it may have at most. */
const reached: Readonly<Record<string, readonly [entry: string, within: number, or?: string]>> = {
  'http-shortcuts-373': ['no-client-certificate', 1],
  'httpx-gigachat-116': ['no-client-certificate', 1],
  'bc-java-1762': ['no-client-certificate', 1],
  'sba-1612-client': ['no-client-certificate', 1],
  'netty-13993': ['no-client-certificate', 1],
  'mbedtls-4088': ['no-client-certificate', 1],
  'mod-md-172': ['no-client-certificate', 2],
  'nginx-ingress-849': ['no-client-certificate', 1],
  'reqwest-1808-alert': ['no-client-certificate', 1],
  'tokio-rustls-83': ['no-client-certificate', 1],
  'openssl-28942': ['client-cannot-sign', 2],
  'okhttp-9437-none': ['client-cannot-sign', 2],
  'okhttp-9437-sigalg': ['no-common-scheme', 1],
  'etcd-puppet-132-server': ['client-wrong-eku', 1],
  'etcd-puppet-132-client': ['client-wrong-eku', 2],
  // An intermediate without clientAuth: what the catalogue has is close to it.
  'etcd-16802': ['client-wrong-eku', 1],
  'docker-nginx-175-log': ['client-wrong-eku', 1],
  'swarm-9-master': ['client-wrong-eku', 3],
  'requests-3219': ['client-missing-intermediate', 3],
  'haproxy-404': ['untrusted-ca', 1],
  // The server’s verify depth; or what is close to it, where the catalogue lacks that.
  'uwsgi-1563': ['client-path-too-long', 3, 'verify-depth-exceeded'],
  'curl-winssl-127': ['untrusted-ca', 3],
  'kubewebhook-109': ['server-wrong-name', 3],
  'topf-10': ['client-not-yet-valid', 2],
  'kuma-11807': ['client-not-yet-valid', 2],
  'linkerd-2762': ['client-not-yet-valid', 3],
  // The report is older than the entry.
  'openvpn-angristan-78': ['revocation-list-outdated', 1],
  'kubesphere-3112-java': ['client-key-of-another', 3],
  'envoy-3551': ['hello-request', 1],
  // The ten that were held back.
  'mosquitto-1355': ['no-client-certificate', 1],
  'golang-76671-client': ['no-client-certificate', 1],
  'tpm2-pkcs11-357-server': ['bad-signature', 3],
  'docker-nginx-175-browser': ['client-wrong-eku', 3],
  'rabbitmq-9999': ['client-wrong-eku', 1],
  'iis-kb2802568-7': ['authorities-match-nothing', 3],
  // The report is older than the entry.
  'openvpn-nyr-352': ['revocation-list-outdated', 1],
};

/** By id, of lines that no other run ends in than what they tell of: what there is to say of them. */
const answered: Readonly<Record<string, string>> = {
  'kafka-zookeeper-6182': 'no-anchors',
  'selfsigned-33': 'weak-key',
  'ics-openvpn-1402': 'weak-digest',
  'credhub-65': 'keystore-password',
  'xca-617': 'mac',
  'dotnet-103101': 'key-out-of-reach',
  'curl-17626': 'windows-security',
  'requests-pkcs12-17': 'after-the-handshake',
  'nginx-560': 'misdirected',
  'openssl-6609': 'authorities-too-long',
  'openradar-41009229': 'url-session-required',
  'curl-16686': 'no-file',
  'librdkafka-3002': 'no-certificate-set',
};

/** An alert, or an end, whose cause no run has: what it leads to is said to be one of many. */
const unsure = ['openssl-4819-server'];

function read(id: string) {
  const report = reports.find((each) => each.id === id);
  return diagnose(report?.lines.join('\n') ?? '', catalogue());
}

describe('a line out of a report', () => {
  it.each(Object.entries(reached).map(([id, [entry, within, or]]) => [id, entry, within, or] as const))(
    '%s leads to %s, at the latest in place %i',
    (id, entry, within, or) => {
      const diagnosis = read(id);
      const ids = diagnosis.known ? diagnosis.suggestions.map((each) => each.entry.id) : [];
      expect(ids.slice(0, within).filter((each) => each === entry || each === or)).not.toEqual([]);
    },
  );

  it.each(Object.entries(answered))('%s is about %s, and leads to no other run', (id, remark) => {
    const diagnosis = read(id);
    expect(diagnosis).toMatchObject({ known: true, readings: [{ remark }] });
    for (const { because } of diagnosis.known ? diagnosis.suggestions : []) expect(because.why).toBe('shown');
  });

  it.each(unsure)('%s is told that its alert does not tell why', (id) => {
    const diagnosis = read(id);
    const [first] = diagnosis.known ? diagnosis.readings : [];
    expect(first && readingSentence(first, true, alertDescriptions.codes)).toContain('it can be any of them');
  });

  it('has its row here', () => {
    expect(new Set([...Object.keys(reached), ...Object.keys(answered), ...unsure])).toEqual(
      new Set(reports.map(({ id }) => id)),
    );
  });
});

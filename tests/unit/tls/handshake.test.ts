import { describe, expect, it } from 'vitest';
import { fromText, toHex } from '../../../src/bytes/index.ts';
import type { DemoKind } from '../../../src/pki/index.ts';
import type { Insight, Role } from '../../../src/tls/index.ts';
import { secretName } from '../../../src/tls/keys/index.ts';
import { configs, faultIn, handshake, messageWith, pair, recordWith } from './pair.ts';

const kinds: readonly DemoKind[] = ['P-256', 'RSA', 'Ed25519'];
const of = <K extends Insight['kind']>(insights: readonly Insight[], kind: K) =>
  insights.filter((insight): insight is Extract<Insight, { kind: K }> => insight.kind === kind);
const said = (insights: readonly Insight[]) => of(insights, 'said').map(({ message }) => message.name);
const EMPTY = new Uint8Array(0);

describe.each(kinds)('a mutual handshake with %s certificates', (keys) => {
  const { client, server, insights } = handshake({ keys });
  it('ends connected on both sides, each knowing the other', () => {
    expect(client.status.facts?.peer).toContain('CN=api.example');
    expect(server.status.facts?.peer).toContain('CN=client.example');
    expect({ ...client.status.facts, peer: '' }).toEqual({ ...server.status.facts, peer: '' });
  });
  it('says exactly the messages of RFC 9846 section 2', () => {
    expect(said(insights.client)).toEqual(['ClientHello', 'Certificate', 'CertificateVerify', 'Finished']);
    const flight = [
      'ServerHello',
      'EncryptedExtensions',
      'CertificateRequest',
      'Certificate',
      'CertificateVerify',
      'Finished',
    ];
    expect(said(insights.server)).toEqual(flight);
  });
  it('derives the same secrets on both sides', () => {
    const secrets = (who: Role) =>
      of(insights[who], 'secret')
        .filter(({ secret }) => secret.kind !== 'share' && secret.kind !== 'agreed')
        .map(({ secret }) => `${secretName(secret.id)} ${toHex(secret.value)}`);
    expect(secrets('client').length).toBe(15);
    expect(secrets('client')).toEqual(secrets('server'));
  });
  it('exports the same keying material, and other material for another label or context', () => {
    const value = toHex(client.export('EXPORTER-test', EMPTY, 32));
    expect(toHex(server.export('EXPORTER-test', EMPTY, 32))).toBe(value);
    expect(toHex(server.export('EXPORTER-tesT', EMPTY, 32))).not.toBe(value);
    expect(toHex(server.export('EXPORTER-test', Uint8Array.of(1), 32))).not.toBe(value);
  });
});

describe('client authentication', () => {
  it('off: the server never asks', () => {
    const { server, insights } = handshake({ server: { clientAuthentication: 'off' } });
    expect(said(insights.server)).not.toContain('CertificateRequest');
    expect(server.status.facts?.peer).toBeNull();
  });
  it('asked, nothing to show: connected to nobody', () => {
    const { server, insights } = handshake({ server: { clientAuthentication: 'asked' }, client: { identities: [] } });
    expect(said(insights.client)).toEqual(['ClientHello', 'Certificate', 'Finished']);
    expect(server.status).toMatchObject({ state: 'CONNECTED', facts: { peer: null } });
  });
  it('required, nothing to show: certificate_required, after the client was connected', () => {
    const { client, insights } = handshake({ client: { identities: [] } });
    expect(faultIn(insights.server)).toMatchObject({ cause: 'no-client-certificate', alert: 'certificate_required' });
    expect(client.status.state).toBe('CONNECTED');
    expect(of(insights.client, 'alert')).toMatchObject([{ direction: 'received', code: 116, epoch: 'application' }]);
  });
  it('the client picks its certificate by the authorities that the server names', () => {
    const { pki } = configs();
    const { insights } = handshake({ client: { identities: [pki.strangerClient, pki.client] } });
    const [choice] = of(insights.client, 'chose').filter((each) => each.what === 'certificate');
    expect(choice?.value).toContain('CN=client.example');
  });
  it('the client shows nothing when no authority fits', () => {
    const { pki } = configs();
    const { insights } = handshake({ client: { identities: [pki.strangerClient] } });
    expect(of(insights.client, 'chose').some(({ what }) => what === 'no certificate')).toBe(true);
    expect(faultIn(insights.server)?.cause).toBe('no-client-certificate');
  });
  it('a certificate from a stranger’s CA: unknown_ca', () => {
    const { pki } = configs();
    const { insights } = handshake({
      client: { identities: [pki.strangerClient] },
      server: { nameAuthorities: false },
    });
    expect(faultIn(insights.server)).toMatchObject({ cause: 'untrusted-issuer', alert: 'unknown_ca' });
  });
});

describe('negotiation', () => {
  it.each(['TLS_AES_128_GCM_SHA256', 'TLS_AES_256_GCM_SHA384', 'TLS_CHACHA20_POLY1305_SHA256'])('%s', (suite) => {
    const { client, server } = handshake({ server: { suites: [suite] } });
    expect([client.status.facts?.suite, server.status.facts?.suite]).toEqual([suite, suite]);
  });
  it.each(['secp256r1', 'secp384r1'])('HelloRetryRequest to %s, with and without a cookie', (group) => {
    for (const cookie of [true, false]) {
      const { client, server, insights } = handshake({ server: { groups: [group], cookie } });
      expect(said(insights.server)[0]).toBe('HelloRetryRequest');
      expect([client.status.facts?.group, server.status.facts?.group]).toEqual([group, group]);
    }
  });
  it('ALPN: the server’s first choice; none in common is refused', () => {
    const agreed = handshake({ client: { alpn: ['h2', 'http/1.1'] }, server: { alpn: ['http/1.1', 'h2'] } });
    expect(agreed.client.status.facts?.alpn).toBe('http/1.1');
    const refused = handshake({ client: { alpn: ['h2'] }, server: { alpn: ['http/1.1'] } });
    expect(faultIn(refused.insights.server)?.alert).toBe('no_application_protocol');
  });
  it.each([
    [
      { client: { suites: ['TLS_AES_128_GCM_SHA256'] }, server: { suites: ['TLS_AES_256_GCM_SHA384'] } },
      'handshake_failure',
    ],
    [{ client: { groups: ['x25519'] }, server: { groups: ['secp256r1'] } }, 'handshake_failure'],
    [{ client: { schemes: ['ed25519'] } }, 'handshake_failure'],
  ] as const)('nothing in common %#: %s', (options, alert) => {
    const { insights } = handshake(options);
    expect(faultIn(insights.server)?.alert).toBe(alert);
    expect(of(insights.client, 'alert')).toMatchObject([{ direction: 'received', description: alert }]);
  });
});

describe('the record layer', () => {
  const shapes = [
    { coalesce: true, fragment: 2 ** 14, padding: 0, compatibility: true },
    { coalesce: true, fragment: 100, padding: 7, compatibility: false },
    { coalesce: false, fragment: 1, padding: 300, compatibility: true },
  ];
  it.each(shapes)('works with coalesce $coalesce, fragments of $fragment, padding $padding', (records) => {
    const { client, server, play, insights } = handshake({ client: { records }, server: { records } });
    expect([client.status.state, server.status.state]).toEqual(['CONNECTED', 'CONNECTED']);
    play('client', client.send(fromText('hello')));
    const received = of(insights.server, 'data').filter(({ direction }) => direction === 'received');
    expect(received.map(({ bytes }) => new TextDecoder().decode(bytes)).join('')).toBe('hello');
  });
  it('tells which part of a record belongs to which message', () => {
    const records = { coalesce: true, fragment: 300, padding: 0, compatibility: false };
    const { insights } = handshake({ server: { records } });
    const sent = of(insights.server, 'sealed').map(({ record }) => record.parts);
    const heard = of(insights.client, 'opened').map(({ record }) => record.parts);
    expect(heard).toEqual(sent);
    for (const { message } of of(insights.client, 'heard')) {
      const parts = sent.flat().filter((part) => part.message === message.ordinal);
      expect(parts.reduce((sum, part) => sum + part.end - part.start, 0)).toBe(message.bytes.length);
    }
  });
  it('KeyUpdate renews both directions when asked to, and data flows on', () => {
    const { client, server, play, insights } = handshake();
    play('client', client.updateKeys(true));
    play('server', server.updateKeys(false));
    play('client', client.send(fromText('up')));
    play('server', server.send(fromText('down')));
    const generations = of(insights.client, 'keys').filter(({ epoch }) => epoch === 'application');
    expect(generations.map(({ direction, generation }) => `${direction} ${generation}`)).toEqual([
      'read 0',
      'write 0',
      'write 1',
      'read 1',
      'read 2',
    ]);
    expect(of(insights.client, 'data').length + of(insights.server, 'data').length).toBe(4);
  });
  it('tickets are shown and not used; close_notify closes one direction', () => {
    const { client, server, play, insights } = handshake({ server: { tickets: 2 } });
    expect(of(insights.client, 'ignored').filter(({ what }) => what === 'NewSessionTicket')).toHaveLength(2);
    play('client', client.close());
    expect(client.status.canSend).toBe(false);
    expect(server.status).toMatchObject({ open: false, canSend: true });
    play('server', server.send(fromText('still')));
    expect(of(insights.client, 'data')).toHaveLength(1);
    play('server', server.close());
    expect(client.status.open).toBe(false);
  });
});

describe('alerts of the other side', () => {
  it('a server takes an alert about its flight in the clear, before the client’s first protected record', () => {
    const { deliveries } = handshake({ snapshots: true });
    const first = deliveries.find(({ to, keys }) => to === 'server' && keys !== undefined);
    const turn = first?.before.receive(recordWith({ keys: undefined }, Uint8Array.of(2, 48), 21)) ?? [];
    expect(faultIn(turn)).toBeUndefined();
    expect(
      turn.some((item) => item.kind === 'insight' && item.insight.kind === 'alert' && item.insight.code === 48),
    ).toBe(true);
    const encrypted = first?.before.status;
    expect(encrypted?.open).toBe(false);
  });
  it('but not after it', () => {
    const { deliveries } = handshake({ snapshots: true });
    const last = deliveries.filter(({ to }) => to === 'server').at(-1);
    expect(faultIn(last?.before.receive(recordWith({ keys: undefined }, Uint8Array.of(2, 48), 21)) ?? [])?.alert).toBe(
      'unexpected_message',
    );
  });
});

describe('a message that the state does not accept', () => {
  const { deliveries } = handshake({ snapshots: true });
  const types = [0, 1, 2, 4, 5, 8, 11, 12, 13, 14, 15, 16, 20, 24, 254, 99];
  const accepted: Record<string, number[]> = {
    START: [1],
    WAIT_SH: [2],
    WAIT_EE: [8],
    WAIT_CERT_CR: [11, 13],
    WAIT_CERT: [11],
    WAIT_CV: [15],
    WAIT_FINISHED: [20],
    CONNECTED: [4, 24],
  };
  it.each(deliveries.map((delivery, index) => [delivery.before.role, delivery.before.status.state, index] as const))(
    '%s in %s (%i)',
    (_, state, index) => {
      const delivery = deliveries[index];
      if (!delivery) throw new Error('no such delivery');
      for (const type of types) {
        const turn = delivery.before.fork().receive(recordWith(delivery, messageWith(type, new Uint8Array(8))));
        const fault = faultIn(turn);
        if (accepted[state]?.includes(type)) expect(fault?.cause).not.toBe('unexpected-message');
        else expect(fault).toMatchObject({ cause: 'unexpected-message', alert: 'unexpected_message' });
      }
    },
  );
});

describe('a fork', () => {
  it('goes its own way, and the original goes on as if nothing had been', () => {
    const { client, server, play } = pair();
    play('server', server.start());
    const started = client.fork();
    play('client', client.start());
    expect(started.status.state).toBe('START');
    const copy = client.fork();
    expect(copy.send(fromText('x'))).toEqual(client.send(fromText('x')));
    copy.close();
    expect([copy.status.canSend, client.status.canSend]).toEqual([false, true]);
  });
});

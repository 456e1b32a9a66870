import { describe, expect, it } from 'vitest';
import { concat, fromHex, fromText, fromUint, toHex } from '../../../src/bytes/index.ts';
import { generateKey, publicOf, seededEnv } from '../../../src/crypto/index.ts';
import { type DemoKind, demoPki, type Identity, type KeyUsage, mint } from '../../../src/pki/index.ts';
import type { Insight, Role, Turn, Version } from '../../../src/tls/index.ts';
import { keyLogLabel, secretName } from '../../../src/tls/keys/index.ts';
import { suites12 } from '../../../src/tls/keys/suite.ts';
import { configs, faultIn, handshake, keysIn, messageWith, NOW, type Options, pair, recordWith } from './pair.ts';

const of = <K extends Insight['kind']>(insights: readonly Insight[], kind: K) =>
  insights.filter((insight): insight is Extract<Insight, { kind: K }> => insight.kind === kind);
const said = (insights: readonly Insight[]) => of(insights, 'said').map(({ message }) => message.name);
const EMPTY = new Uint8Array(0);
const old: readonly Version[] = ['1.2'];
const both: readonly Version[] = ['1.2', '1.3'];

/** Both sides speak TLS 1.2 only, unless told otherwise. */
function handshake12(options: Options = {}) {
  const client = { versions: old, ...options.client };
  return handshake({ ...options, client, server: { versions: old, ...options.server } });
}

const kinds: readonly DemoKind[] = ['P-256', 'RSA', 'Ed25519'];
const suitesOf = (kind: DemoKind) => suites12.filter(({ kx }) => (kind === 'RSA') !== (kx === 'ECDHE_ECDSA'));
const rows = kinds.flatMap((keys) =>
  suitesOf(keys).flatMap((suite) =>
    (['off', 'asked', 'required'] as const).map((authentication) => [keys, suite.name, authentication, suite] as const),
  ),
);

describe.each(rows)('%s · %s · client %s', (keys, name, clientAuthentication, { kx }) => {
  const { client, server, insights, play } = handshake12({ keys, server: { suites: [name], clientAuthentication } });
  const shown = clientAuthentication !== 'off';

  it('ends connected on both sides, each knowing the other', () => {
    const group = kx === 'RSA' ? null : 'x25519';
    expect(client.status.facts).toMatchObject({ version: '1.2', suite: name, group, serverName: 'api.example' });
    expect({ ...client.status.facts, peer: '' }).toEqual({ ...server.status.facts, peer: '' });
    expect(client.status.facts?.peer).toContain('CN=api.example');
    expect(server.status.facts?.peer ?? '').toContain(shown ? 'CN=client.example' : '');
  });

  it('says exactly the messages of RFC 5246 section 7.3', () => {
    const exchange = kx === 'RSA' ? [] : ['ServerKeyExchange'];
    const request = shown ? ['CertificateRequest'] : [];
    const flight = ['ServerHello', 'Certificate', ...exchange, ...request, 'ServerHelloDone', 'Finished'];
    expect(said(insights.server)).toEqual(flight);
    const proof = shown ? ['CertificateVerify'] : [];
    const certificate = shown ? ['Certificate'] : [];
    const answer = ['ClientHello', ...certificate, 'ClientKeyExchange', ...proof, 'Finished'];
    expect(said(insights.client)).toEqual(answer);
    for (const side of [insights.client, insights.server]) {
      const changes = of(side, 'sealed').filter(({ record }) => record.type === 'change_cipher_spec');
      expect(changes).toHaveLength(1);
      expect(of(side, 'said').at(-1)?.message.epoch).toBe('application');
    }
  });

  it('derives the same secrets on both sides', () => {
    const secrets = (who: Role) =>
      of(insights[who], 'secret').map(
        ({ secret }) => `${secretName(secret.id)} ${toHex(secret.value)} ${keyLogLabel(secret.id) ?? ''}`,
      );
    expect(secrets('client').map((text) => text.split(' ')[0])).toEqual([
      'pre_master_secret',
      'master_secret',
      'key_block',
    ]);
    expect(secrets('client')).toEqual(secrets('server'));
    expect(secrets('client')[1]).toMatch(/ [0-9a-f]{96} CLIENT_RANDOM$/);
  });

  it('exports the same keying material, carries data, and closes', () => {
    const value = toHex(client.export('EXPORTER-test', EMPTY, 32));
    expect(toHex(server.export('EXPORTER-test', EMPTY, 32))).toBe(value);
    expect(toHex(server.export('EXPORTER-test', Uint8Array.of(1), 32))).not.toBe(value);
    expect(toHex(server.export('EXPORTER-test', null, 32))).not.toBe(value);
    expect(client.export('EXPORTER-test', null, 32)).toEqual(server.export('EXPORTER-test', null, 32));
    play('client', client.send(fromText('up')));
    play('server', server.send(fromText('down')));
    expect(of(insights.server, 'data').map(({ direction }) => direction)).toEqual(['received', 'sent']);
    expect(of(insights.client, 'data').map(({ direction }) => direction)).toEqual(['sent', 'received']);
    play('client', client.close());
    expect(server.status.open).toBe(false);
  });
});

describe('the version that is agreed on', () => {
  const lists: readonly (readonly Version[])[] = [['1.2'], ['1.3'], both];
  const table = lists.flatMap((offer) => lists.map((own) => [offer, own] as const));
  it.each(table)('client %j, server %j', (offer, own) => {
    const { client, server, insights } = handshake({ client: { versions: offer }, server: { versions: own } });
    const best = (['1.3', '1.2'] as const).find((version) => offer.includes(version) && own.includes(version));
    expect([client.status.facts?.version, server.status.facts?.version]).toEqual([best, best]);
    if (best) return;
    expect(faultIn(insights.server)).toMatchObject({ cause: 'no-common-version', alert: 'protocol_version' });
    expect(of(insights.client, 'alert')).toMatchObject([{ direction: 'received', code: 70 }]);
  });
  it('a hello of TLS 1.3 alone says nothing about TLS 1.2', () => {
    const { insights } = handshake();
    const [hello] = of(insights.client, 'said');
    expect(toHex(hello?.message.bytes ?? EMPTY)).not.toMatch(/c02b|ff01000100/);
  });
  it('the server marks its random when it could have done better', () => {
    const random = (own: readonly Version[]) => {
      const { insights } = handshake12({ server: { versions: own } });
      return new TextDecoder('latin1').decode(of(insights.server, 'said')[0]?.message.bytes.subarray(30, 38));
    };
    expect(random(both)).toBe('DOWNGRD\x01');
    expect(random(old)).not.toContain('DOWNGRD');
  });
  it('a client whose offer was stripped of TLS 1.3 notices', () => {
    // supported_versions (43), under a number that nobody knows.
    const bend = bent('ClientHello', '002b000504', '0a9b000504');
    const { insights } = handshake({ client: { versions: both, seams: { bend } }, server: { versions: both } });
    expect(faultIn(insights.client)).toMatchObject({ cause: 'downgrade-sentinel', alert: 'illegal_parameter' });
  });
  it('a fallback that says so is refused', () => {
    const suites = ['TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256', 'TLS_FALLBACK_SCSV'];
    const refused = handshake12({ client: { suites }, server: { versions: both } });
    expect(faultIn(refused.insights.server)).toMatchObject({ alert: 'inappropriate_fallback' });
    expect(handshake12({ client: { suites } }).client.status.state).toBe('CONNECTED');
  });
});

/** A seam that replaces bytes, in hex, in every message of a name. */
function bent(message: string, from: string, to: string) {
  return ({ name, bytes }: { name: string; bytes: Uint8Array }) => {
    if (name !== message) return [bytes];
    if (!toHex(bytes).includes(from)) throw new Error(`no ${from} in ${name}`);
    return [fromHex(toHex(bytes).replace(from, to))];
  };
}

describe('client authentication', () => {
  it('asked, nothing to show: connected to nobody', () => {
    const { server, insights } = handshake12({ server: { clientAuthentication: 'asked' }, client: { identities: [] } });
    expect(said(insights.client)).toEqual(['ClientHello', 'Certificate', 'ClientKeyExchange', 'Finished']);
    expect(server.status).toMatchObject({ state: 'CONNECTED', facts: { peer: null } });
  });
  it('required, nothing to show: handshake_failure, and neither side was connected', () => {
    const { client, server, insights } = handshake12({ client: { identities: [] } });
    expect(faultIn(insights.server)).toMatchObject({ cause: 'no-client-certificate', alert: 'handshake_failure' });
    expect([client.status.state, server.status.facts]).toEqual(['WAIT_CCS', undefined]);
    expect(of(insights.client, 'alert')).toMatchObject([{ direction: 'received', code: 40, epoch: 'cleartext' }]);
  });
  it('a certificate from a stranger’s CA: unknown_ca', () => {
    const { pki } = configs();
    const { insights } = handshake12({
      client: { identities: [pki.strangerClient] },
      server: { nameAuthorities: false },
    });
    expect(faultIn(insights.server)).toMatchObject({ cause: 'untrusted-issuer', alert: 'unknown_ca' });
  });
  it.each(kinds)('certificates of %s with a server of another kind', (kind) => {
    const other = configs({ keys: kind === 'RSA' ? 'P-256' : 'RSA' }).pki;
    const { pki } = configs({ keys: kind });
    const { server } = handshake12({
      client: { identities: [pki.client], anchors: [other.serverRoot] },
      server: { identities: [other.server], anchors: [pki.clientRoot] },
    });
    expect(server.status.facts?.peer).toContain('CN=client.example');
  });
  // RFC 9846 4.3.3: in TLS 1.2, ecdsa_secp384r1_sha384 is the hash alone, whatever curve the key is on.
  const curves = ['P-256', 'P-384'] as const;
  const ecdsa = ['ecdsa_secp256r1_sha256', 'ecdsa_secp384r1_sha384'] as const;
  it.each(curves.flatMap((kind) => ecdsa.map((scheme) => [kind, scheme] as const)))(
    'a %s key on both sides signs with %s where the peer takes nothing else',
    (kind, scheme) => {
      const identities = identitiesOf(kind);
      const client = { schemes: [scheme], identities: [identities.client] };
      const { server, insights } = handshake12({ client, server: { identities: [identities.server] } });
      expect(server.status.facts?.peer).toContain('CN=client.example');
      expect(schemesIn(insights.server)).toEqual([scheme, scheme]);
    },
  );
  it.each([
    ['P-256', 'ecdsa_secp256r1_sha256'],
    ['P-384', 'ecdsa_secp384r1_sha384'],
  ] as const)('a %s key signs with %s where it may choose', (kind, scheme) => {
    const { client, server } = identitiesOf(kind);
    const { insights } = handshake12({ client: { identities: [client] }, server: { identities: [server] } });
    expect(schemesIn(insights.server)).toEqual([scheme, scheme]);
  });
  it('in TLS 1.3 a P-256 key goes with SHA-256 alone', () => {
    const schemes = ['ecdsa_secp384r1_sha384'];
    const served = handshake({ client: { schemes } });
    expect(faultIn(served.insights.server)).toMatchObject({ cause: 'no-common-scheme', alert: 'handshake_failure' });
    const bend = bent('CertificateVerify', '0403', '0503');
    const signed = handshake({ server: { seams: { bend } } });
    expect(faultIn(signed.insights.client)).toMatchObject({
      cause: 'scheme-does-not-fit-key',
      alert: 'illegal_parameter',
    });
  });
  it('a signature by PKCS#1 v1.5 will do', () => {
    const schemes = ['rsa_pkcs1_sha256', 'rsa_pkcs1_sha384'];
    const { client, insights } = handshake12({ keys: 'RSA', client: { schemes }, server: { schemes } });
    expect(client.status.state).toBe('CONNECTED');
    const checks = of(insights.server, 'check').filter(({ what }) => what === 'signature');
    expect(checks).toMatchObject([{ value: 'rsa_pkcs1_sha256', ok: true }]);
  });
});

/** Both sides’ leaves with keys on this curve, below the issuers of the demo PKI of P-256. */
function identitiesOf(kind: 'P-256' | 'P-384'): Readonly<Record<Role, Identity>> {
  const { issuers } = demoPki('P-256', NOW);
  const key = generateKey(kind, seededEnv(kind, NOW));
  const below = (issuer: Identity, host: string): Identity => {
    const template = { subject: host, notBefore: NOW - 1, notAfter: NOW + 1e9, subjectAltNames: [host] };
    const signer = { ...(issuer.chain[0] && { certificate: issuer.chain[0] }), key: issuer.key };
    return { chain: [mint(template, publicOf(key), signer, seededEnv(host, NOW)), ...issuer.chain], key };
  };
  return { server: below(issuers.server, 'api.example'), client: below(issuers.client, 'client.example') };
}

/** The schemes with which a side and its peer signed. */
function schemesIn(insights: readonly Insight[]): readonly (string | undefined)[] {
  const chosen = of(insights, 'chose').find((each) => each.what === 'scheme');
  const checked = of(insights, 'check').find((each) => each.what === 'signature');
  return [chosen?.value, checked?.value];
}

describe('negotiation', () => {
  it('the extended master secret differs from the classic one, which a server without it falls back to', () => {
    const drop = bent('ClientHello', '00170000', 'fafa0000');
    const { client, server, insights } = handshake12({ client: { seams: { bend: drop } } });
    expect([client.status.state, server.status.state]).toEqual(['CONNECTED', 'CONNECTED']);
    const labels = of(insights.client, 'secret').flatMap(({ secret }) => ('label' in secret ? [secret.label] : []));
    expect(labels).toEqual(['master secret', 'key expansion']);
    expect(of(insights.client, 'check')).toContainEqual(
      expect.objectContaining({ what: 'extended master secret', ok: false }),
    );
  });
  it('ALPN, and none in common', () => {
    const agreed = handshake12({ client: { alpn: ['h2', 'http/1.1'] }, server: { alpn: ['http/1.1', 'h2'] } });
    expect(agreed.client.status.facts?.alpn).toBe('http/1.1');
    const refused = handshake12({ client: { alpn: ['h2'] }, server: { alpn: ['http/1.1'] } });
    expect(faultIn(refused.insights.server)?.alert).toBe('no_application_protocol');
  });
  it.each(['x25519', 'secp256r1', 'secp384r1'])('%s', (group) => {
    const { client } = handshake12({ server: { groups: [group] } });
    expect(client.status.facts?.group).toBe(group);
  });
  // RFC 8422 4: a client that lists no groups leaves the choice to the server; secp256r1 is what everybody can do.
  it.each([
    [['x25519', 'secp256r1', 'secp384r1'], 'secp256r1', '030017'],
    [['secp384r1', 'x25519'], 'secp384r1', '030018'],
  ] as const)('a server of %j and a client that lists no groups: %s', (groups, group, params) => {
    // supported_groups (10), under a number that nobody knows.
    const bend = bent('ClientHello', '000a00080006', '0afa00080006');
    const { client, server, insights } = handshake12({ client: { seams: { bend } }, server: { groups } });
    expect([client.status.facts?.group, server.status.facts?.group]).toEqual([group, group]);
    const exchange = of(insights.server, 'said').find(({ message }) => message.name === 'ServerKeyExchange');
    expect(toHex(exchange?.message.bytes ?? EMPTY).slice(8, 14)).toBe(params);
    const [choice] = of(insights.server, 'chose').filter(({ what }) => what === 'group');
    expect(choice).toMatchObject({ value: group, among: [], reason: { what: 'no groups listed' } });
  });
  it('forward secrecy comes first where both are possible', () => {
    const { client } = handshake12({ keys: 'RSA' });
    expect(client.status.facts?.suite).toBe('TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256');
  });
  it.each([
    [
      {
        server: { suites: ['TLS_ECDHE_ECDSA_WITH_AES_256_GCM_SHA384'] },
        client: { suites: ['TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256'] },
      },
      'no-common-suite',
    ],
    [{ client: { groups: ['x25519'] }, server: { groups: ['secp256r1'] } }, 'no-common-group'],
    [{ client: { schemes: ['rsa_pss_rsae_sha256'] } }, 'no-common-scheme'],
    [{ server: { suites: ['TLS_RSA_WITH_AES_128_GCM_SHA256'] } }, 'no-common-scheme'],
  ] as const)('nothing in common %#: handshake_failure', (options, cause) => {
    expect(faultIn(handshake12(options).insights.server)).toMatchObject({ cause, alert: 'handshake_failure' });
  });
});

describe('static RSA', () => {
  it('answers a bad premaster secret with a random one: nothing is noticed before Finished', () => {
    const spoil = ({ name, bytes }: { name: string; bytes: Uint8Array }) => [
      name === 'ClientKeyExchange' ? bytes.map((byte, i) => (i === 40 ? byte ^ 1 : byte)) : bytes,
    ];
    const server = { suites: ['TLS_RSA_WITH_AES_128_GCM_SHA256'] };
    const { insights } = handshake12({ keys: 'RSA', server, client: { seams: { bend: spoil } } });
    expect(of(insights.server, 'state').at(-1)?.name).toBe('WAIT_FINISHED');
    expect(faultIn(insights.server)).toMatchObject({ cause: 'bad-record-mac', alert: 'bad_record_mac' });
  });
});

/** The demo server’s identity with another leaf, whose key may be used like this. */
function serverWith(kind: DemoKind, keyUsage: readonly KeyUsage[]): Identity {
  const { server, issuers } = demoPki(kind, NOW);
  const [issuer] = issuers.server.chain;
  const template = {
    subject: `api.example with ${kind}`,
    notBefore: NOW - 1,
    notAfter: NOW + 1e9,
    subjectAltNames: ['api.example'],
  };
  const signer = { ...(issuer && { certificate: issuer }), key: issuers.server.key };
  const leaf = mint({ ...template, keyUsage }, publicOf(server.key), signer, seededEnv('leaf', NOW));
  return { ...server, chain: [leaf, ...server.chain.slice(1)] };
}

// RFC 5246 7.4.2, RFC 8422 5.3: what a certificate allows must go with the key exchange.
describe('a server’s key that may not sign', () => {
  const forbidden = serverWith('P-256', ['keyAgreement']);
  const shownOf = (identities: readonly Identity[]) => {
    const anchors = (['P-256', 'RSA'] as const).map((kind) => demoPki(kind, NOW).serverRoot);
    const { insights } = handshake12({ client: { anchors }, server: { identities } });
    const [chosen] = of(insights.server, 'chose').filter((each) => each.what === 'certificate');
    return [chosen?.value, faultIn(insights.client)?.cause];
  };
  it('is not used where another one may, whatever suite that takes', () => {
    for (const kind of ['P-256', 'RSA'] as const) {
      const { server } = demoPki(kind, NOW);
      expect(shownOf([forbidden, server])).toEqual([server.chain[0]?.subject.text, undefined]);
    }
  });
  it('is not used where another one may decrypt instead', () => {
    const decrypting = serverWith('RSA', ['keyEncipherment']);
    expect(shownOf([forbidden, decrypting])).toEqual(['CN=api.example with RSA', undefined]);
  });
  it('is used where there is no other, and refused by the client', () => {
    expect(shownOf([forbidden])).toEqual(['CN=api.example with P-256', 'certificate-wrong-purpose']);
  });
});

describe('the server’s key in static RSA', () => {
  const served = (keyUsage: readonly KeyUsage[]): Options => {
    const identities = [serverWith('RSA', keyUsage)];
    return { keys: 'RSA', server: { identities, suites: ['TLS_RSA_WITH_AES_128_GCM_SHA256'] } };
  };
  // RFC 5246 7.4.2: keyEncipherment is what counts, since nothing is signed.
  it('need not be one that signs', () => {
    const { client, insights } = handshake12(served(['keyEncipherment']));
    expect(client.status.state).toBe('CONNECTED');
    const [verdict] = of(insights.client, 'verdict');
    expect(verdict?.verdict.checks.find(({ id, index }) => id === 'key-usage' && index === 0)).toMatchObject({
      outcome: 'passed',
      section: 'RFC 5246 7.4.2',
    });
  });
  it('must be one that decrypts', () => {
    const lenient = served(['digitalSignature']);
    // The honest server would not choose static RSA for this key; a certificate without keyUsage gets it past that.
    const { insights } = handshake12(lenient);
    expect(faultIn(insights.server)).toMatchObject({ cause: 'no-common-scheme' });
    const [honest, wrong] = [served([]), lenient].map(({ server }) => server?.identities?.[0]?.chain[0]);
    const bend = ({ name, bytes }: { name: string; bytes: Uint8Array }) =>
      name === 'Certificate' && honest && wrong ? [replaced(bytes, honest.der, wrong.der)] : [bytes];
    const bent = handshake12({ ...served([]), server: { ...served([]).server, seams: { bend } } });
    expect(faultIn(bent.insights.client)).toMatchObject({
      cause: 'certificate-wrong-purpose',
      alert: 'unsupported_certificate',
    });
  });
});

describe('what TLS 1.2 allows beside the handshake', () => {
  it('records of any shape', () => {
    const records = { coalesce: true, fragment: 40, padding: 9, compatibility: true };
    const { client, server, insights, play } = handshake12({ client: { records }, server: { records } });
    expect([client.status.state, server.status.state]).toEqual(['CONNECTED', 'CONNECTED']);
    play('client', client.send(new Uint8Array(100)));
    expect(of(insights.server, 'data').map(({ bytes }) => bytes.length)).toEqual([40, 40, 20]);
  });
  it('another handshake is refused with a warning, and the connection goes on', () => {
    const { server, insights, play } = handshake12();
    const hello = of(insights.client, 'said')[0]?.message.bytes ?? EMPTY;
    play('server', server.receive(sealedBy(insights.client, hello)));
    expect(of(insights.server, 'alert')).toMatchObject([{ direction: 'sent', level: 'warning', code: 100 }]);
    expect(of(insights.client, 'ignored').map(({ what }) => what)).toContain('no_renegotiation');
    expect(server.status.canSend).toBe(true);
  });
  it('so is a request for another handshake', () => {
    const { client, server, insights, play } = handshake12();
    play('client', client.receive(sealedBy(insights.server, messageWith(0, EMPTY))));
    expect(of(insights.client, 'alert')).toMatchObject([{ direction: 'sent', level: 'warning', code: 100 }]);
    expect([client.status.canSend, server.status.canSend]).toEqual([true, true]);
  });
  describe.each(['P-256', 'RSA'] as const)('a request for another handshake in the middle of one, %s', (keys) => {
    const suite = keys === 'RSA' ? 'TLS_RSA_WITH_AES_128_GCM_SHA256' : 'TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256';
    const options: Options = { keys, server: { suites: [suite] } };
    const request = messageWith(0, EMPTY);
    it('is passed over in every state', () => {
      const before = handshake12({ ...options, snapshots: true }).deliveries.filter(({ to }) => to === 'client');
      const states = before.map((delivery) => {
        const { state } = delivery.before.status;
        const turn = delivery.before.receive(recordWith(delivery, request));
        expect(faultIn(turn)).toBeUndefined();
        expect(ignoredIn(turn)).toEqual(['HelloRequest']);
        expect(delivery.before.status).toMatchObject({ state, open: true });
        return state;
      });
      const exchange = keys === 'RSA' ? [] : ['WAIT_SKE'];
      const flight = ['WAIT_SH', 'WAIT_CERT', ...exchange, 'WAIT_CR_SHD', 'WAIT_SHD'];
      expect(states).toEqual([...flight, 'WAIT_CCS', 'WAIT_FINISHED']);
    });
    // RFC 5246 7.4.1.1: it MUST NOT be included in the message hashes.
    it('does not count among what was said', () => {
      const { client, server, insights } = handshake12({ ...options, before: { client: recordWith({}, request) } });
      expect(of(insights.client, 'ignored')).toHaveLength(keys === 'RSA' ? 5 : 6);
      expect([client.status.state, server.status.state]).toEqual(['CONNECTED', 'CONNECTED']);
    });
  });
  it('what is no request for another handshake, or comes to somebody else, is not passed over', () => {
    const heard = (who: Role, versions: readonly Version[], message: Uint8Array) => {
      const sides = pair({ client: { versions }, server: { versions } });
      sides[who].start();
      return faultIn(sides[who].receive(recordWith({}, message)))?.alert;
    };
    expect(heard('client', old, messageWith(0, Uint8Array.of(0)))).toBe('decode_error');
    expect(heard('server', old, messageWith(0, EMPTY))).toBe('unexpected_message');
    expect(heard('client', ['1.3'], messageWith(0, EMPTY))).toBe('unexpected_message');
    expect(heard('client', both, messageWith(0, EMPTY))).toBeUndefined();
  });
  it('nor is one that comes after a HelloRetryRequest, which has picked TLS 1.3', () => {
    const groups = { client: ['x25519', 'secp256r1'], server: ['secp256r1'] } as const;
    const { deliveries } = handshake({
      client: { versions: both, groups: groups.client },
      server: { versions: both, groups: groups.server },
      snapshots: true,
    });
    const request = recordWith({}, messageWith(0, EMPTY));
    const heard = deliveries.filter(({ to, before }) => to === 'client' && before.status.state === 'WAIT_SH');
    const faults = heard.map(({ before }) => faultIn(before.receive(request))?.alert);
    // Before the HelloRetryRequest, before the ChangeCipherSpec that follows it, and before the ServerHello.
    expect(faults).toEqual([undefined, 'unexpected_message', 'unexpected_message']);
  });
  it('keys can’t be renewed', () => {
    expect(() => handshake12().client.updateKeys(true)).toThrow(RangeError);
  });
});

function ignoredIn(turn: Turn): string[] {
  const insights = turn.flatMap((item) => (item.kind === 'insight' ? [item.insight] : []));
  return of(insights, 'ignored').map(({ what }) => what);
}

/** A Certificate message of TLS 1.2 with another leaf. */
function replaced(message: Uint8Array, leaf: Uint8Array, other: Uint8Array): Uint8Array {
  const others = message.subarray(4 + 3 + 3 + leaf.length);
  const list = concat(fromUint(other.length, 3), other, others);
  return messageWith(11, concat(fromUint(list.length, 3), list));
}

/** The next record of a side, or the one `ahead` of it, as that side would have protected it. */
function sealedBy(insights: readonly Insight[], content: Uint8Array, type = 22, ahead = 0): Uint8Array {
  const keys = keysIn(insights, 'write');
  return recordWith({ keys: keys && { ...keys, sequence: keys.sequence + ahead } }, content, type);
}

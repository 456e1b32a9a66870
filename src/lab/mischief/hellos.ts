// What can be wrong with a ClientHello, and with either side’s half of the key exchange.

import { type Bytes, EMPTY, fromText } from '../../bytes/index.ts';
import { seededEnv } from '../../crypto/index.ts';
import { schemeOf, signedParams } from '../../tls/keys/index.ts';
import { clientHelloExtensions, extension, randomOf, serverHelloExtensions } from '../../tls/wire/index.ts';
import type { Cast } from '../cast.ts';
import { byClient, byServer, type Entry, type Expectation, inBoth } from '../catalogue/entry.ts';
import type { Scenario } from '../scenario.ts';
import { inClientHello, inServerHello, replacing, reworded, watching, without } from './reword.ts';

/** RFC 3749: the method that only older versions speak. */
const DEFLATE = 1;
/** RFC 4492 section 5.1.2: ansiX962_compressed_prime. */
const COMPRESSED = 1;

export const hellos: readonly Entry[] = [
  {
    id: 'duplicate-extension',
    who: 'client',
    topic: 'negotiation',
    expect: inBoth(() => byServer('duplicate-extension', 'illegal_parameter', 'ClientHello')),
    apply: (cast) => {
      const name = { name_type: 0, host_name: fromText('other.example') };
      const second = extension(clientHelloExtensions, 'server_name', { server_name_list: [name] });
      return inClientHello(cast, (hello) => ({ ...hello, extensions: [...hello.extensions, second] }));
    },
  },
  {
    id: 'missing-extension',
    who: 'client',
    topic: 'negotiation',
    expect: { '1.3': () => byServer('missing-extension', 'missing_extension', 'ClientHello') },
    apply: (cast) =>
      inClientHello(cast, (hello) => ({ ...hello, extensions: without(hello.extensions, 'signature_algorithms') })),
  },
  {
    id: 'missing-key-share',
    who: 'client',
    topic: 'negotiation',
    expect: { '1.3': () => byServer('missing-extension', 'missing_extension', 'ClientHello') },
    apply: (cast) => inClientHello(cast, (hello) => ({ ...hello, extensions: without(hello.extensions, 'key_share') })),
  },
  {
    id: 'no-null-compression',
    who: 'client',
    topic: 'negotiation',
    // RFC 9846 4.2.2 names the alert, which RFC 5246 does not; OpenSSL sends decode_error in both versions.
    expect: inBoth(() => byServer('bad-compression', 'illegal_parameter', 'ClientHello')),
    apply: (cast) => inClientHello(cast, (hello) => ({ ...hello, legacy_compression_methods: [DEFLATE] })),
  },
  {
    id: 'point-formats-without-uncompressed',
    who: 'client',
    topic: 'negotiation',
    // RFC 8422 5.1.2 names the alert; OpenSSL only says that there is no suite in common.
    expect: { '1.2': () => byServer('bad-point-formats', 'illegal_parameter', 'ClientHello') },
    apply: (cast) => {
      const formats = extension(clientHelloExtensions, 'ec_point_formats', { ec_point_format_list: [COMPRESSED] });
      return inClientHello(cast, (hello) => ({ ...hello, extensions: replacing(hello.extensions, formats) }));
    },
  },
  {
    id: 'bad-key-share',
    who: 'client',
    topic: 'negotiation',
    expect: {
      '1.3': () => byServer('bad-key-share', 'illegal_parameter', 'ClientHello'),
      '1.2': unlessStatic(() => byServer('bad-key-share', 'illegal_parameter', 'ClientKeyExchange')),
    },
    apply: (cast) => (cast.scenario.version === '1.3' ? pointlessClient13(cast) : pointlessClient12(cast)),
  },
  {
    id: 'server-bad-key-share',
    who: 'server',
    topic: 'negotiation',
    expect: {
      '1.3': () => byClient('bad-key-share', 'illegal_parameter', 'ServerHello'),
      '1.2': unlessStatic(whenComputing),
    },
    apply: (cast) => (cast.scenario.version === '1.3' ? pointlessServer13(cast) : pointlessServer12(cast)),
  },
];

function unlessStatic(expectation: (scenario: Scenario) => Expectation): (scenario: Scenario) => Expectation {
  const because = 'static-rsa-no-share';
  return (scenario) => (scenario.keyExchange === 'static' ? { noticed: false, because } : expectation(scenario));
}

/** The client computes the secret when it is its turn, and by then it has shown its certificate, if it was asked for one. */
function whenComputing({ clientAuthentication }: Scenario): Expectation {
  const silent = clientAuthentication === 'off';
  const at = silent
    ? ({ from: 'server', name: 'ServerHelloDone' } as const)
    : ({ from: 'client', name: 'Certificate' } as const);
  return { noticed: true, by: 'client', cause: 'bad-key-share', alert: 'illegal_parameter', at };
}

/**
 * A share of the same length that must be refused. For x25519 it is a point of small order, whose secret is zero for everybody (RFC 7748
 * section 6.1); for the others it has the first byte of a point and is not on the curve.
 */
function pointless(share: Bytes): Bytes {
  const pointless = new Uint8Array(share.length);
  if (share.length !== 32) pointless[0] = 4;
  return pointless;
}

function pointlessClient13(cast: Cast): Cast {
  return inClientHello(cast, (hello) => ({
    ...hello,
    extensions: hello.extensions.map((each) => {
      if (each.name !== 'key_share') return each;
      const client_shares = each.body.client_shares.map(({ group, key_exchange }) => ({
        group,
        key_exchange: pointless(key_exchange),
      }));
      return extension(clientHelloExtensions, 'key_share', { client_shares });
    }),
  }));
}

function pointlessClient12(cast: Cast): Cast {
  const client = reworded(cast.client, 'ClientKeyExchange', '1.2', ({ exchange_keys }) => ({
    exchange_keys: { point: pointless(exchange_keys.point) },
  }));
  return { ...cast, client };
}

function pointlessServer13(cast: Cast): Cast {
  return inServerHello(cast, (hello) => ({
    ...hello,
    extensions: hello.extensions.map((each) => {
      if (each.name !== 'key_share') return each;
      const { group, key_exchange } = each.body.server_share;
      const server_share = { group, key_exchange: pointless(key_exchange) };
      return extension(serverHelloExtensions, 'key_share', { server_share });
    }),
  }));
}

/** Its signature is made again, so that the share is all that is wrong. */
function pointlessServer12(cast: Cast): Cast {
  const { scenario, server } = cast;
  const randoms = { client: EMPTY, server: EMPTY };
  const listening = watching(server, (insight) => {
    if (insight.kind !== 'heard' && insight.kind !== 'said') return;
    const { name, bytes } = insight.message;
    if (name === 'ClientHello') randoms.client = randomOf(bytes);
    if (name === 'ServerHello') randoms.server = randomOf(bytes);
  });
  const env = seededEnv(`${scenario.seed} server bad key share`, scenario.at);
  const lying = reworded(listening, 'ServerKeyExchange', '1.2', (exchange) => {
    const scheme = schemeOf(exchange.algorithm);
    const key = server.identities[0]?.key;
    if (!scheme || !key) return exchange;
    const params = { ...exchange.params, public: pointless(exchange.params.public) };
    return { ...exchange, params, signature: scheme.sign(key, signedParams(randoms, params), env) };
  });
  return { ...cast, server: lying };
}

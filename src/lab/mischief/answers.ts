// What a server can answer that was not offered, or in a form that answers nothing: a version, a suite, a group, a protocol, an
// extension.

import { type Bytes, concat, EMPTY, fromHex, fromText, fromUint } from '../../bytes/index.ts';
import { type AlertName, extensionTypes, type FaultCause, groupNames, suites, versions } from '../../tls/index.ts';
import { decodeMessage, encodeMessage, extension, RETRY_RANDOM, serverHelloExtensions } from '../../tls/wire/index.ts';
import type { Cast } from '../cast.ts';
import { bent } from '../catalogue/bend.ts';
import { byClient, type Entry, type Expectation, inBoth } from '../catalogue/entry.ts';
import type { Scenario } from '../scenario.ts';
import { inAnswers, inServerHello, opaque, replacing, reworded, without } from './reword.ts';

const ALPN = 'application_layer_protocol_negotiation';
const tls11 = versions.codes['TLS 1.1'];

export const answers: readonly Entry[] = [
  {
    id: 'second-retry',
    who: 'server',
    topic: 'negotiation',
    expect: { '1.3': () => byClient('second-retry', 'unexpected_message', 'HelloRetryRequest') },
    // A client that sends no share at all gives an honest server reason for the first one.
    apply: (cast) => ({
      ...cast,
      client: cast.scenario.retry ? cast.client : { ...cast.client, shares: [] },
      server: bent(cast.server, 'ServerHello', (bytes) => [askingAgain(bytes)]),
    }),
  },
  {
    id: 'server-picks-version-not-offered',
    who: 'server',
    topic: 'negotiation',
    // RFC 9846 4.3.1 has an alert for supported_versions, RFC 5246 E.1 another one for the version of a ServerHello.
    expect: {
      '1.3': () => byClient('version-not-offered', 'illegal_parameter', 'ServerHello'),
      '1.2': () => byClient('no-common-version', 'protocol_version', 'ServerHello'),
    },
    apply: (cast) => {
      const older = extension(serverHelloExtensions, 'supported_versions', { selected_version: tls11 });
      return inServerHello(cast, (hello) =>
        cast.scenario.version === '1.3'
          ? { ...hello, extensions: replacing(hello.extensions, older) }
          : { ...hello, legacy_version: tls11 },
      );
    },
  },
  {
    id: 'server-picks-suite-not-offered',
    who: 'server',
    topic: 'negotiation',
    expect: inBoth(() => byClient('suite-not-offered', 'illegal_parameter', 'ServerHello')),
    apply: (cast) => {
      const { TLS_AES_128_CCM_SHA256, TLS_RSA_WITH_AES_128_CBC_SHA } = suites.codes;
      const cipher_suite = cast.scenario.version === '1.3' ? TLS_AES_128_CCM_SHA256 : TLS_RSA_WITH_AES_128_CBC_SHA;
      return inServerHello(cast, (hello) => ({ ...hello, cipher_suite }));
    },
  },
  {
    id: 'server-picks-group-not-offered',
    who: 'server',
    topic: 'negotiation',
    expect: {
      '1.3': () => byClient('group-without-share', 'illegal_parameter', 'ServerHello'),
      '1.2': ({ keyExchange }) =>
        keyExchange === 'static'
          ? { noticed: false, because: 'static-rsa-no-server-share' }
          : byClient('group-not-offered', 'illegal_parameter', 'ServerKeyExchange'),
    },
    apply: (cast) => (cast.scenario.version === '1.3' ? inForeignGroup13(cast) : inForeignGroup12(cast)),
  },
  {
    id: 'server-missing-key-share',
    who: 'server',
    topic: 'negotiation',
    expect: { '1.3': () => byClient('missing-extension', 'missing_extension', 'ServerHello') },
    apply: (cast) => inServerHello(cast, (hello) => ({ ...hello, extensions: without(hello.extensions, 'key_share') })),
  },
  {
    id: 'server-picks-protocol-not-offered',
    who: 'server',
    topic: 'negotiation',
    // RFC 7301 names no alert, and OpenSSL sends decode_error; but the list can be read, it only says what is not true. Where the
    // client offers nothing at all, the answer as such is out of place.
    expect: inBoth((scenario) =>
      scenario.alpn === 'none'
        ? inAnswer('unsolicited-extension', 'unsupported_extension')(scenario)
        : inAnswer('protocol-not-offered', 'illegal_parameter')(scenario),
    ),
    // A list with one name in it.
    apply: (cast) => {
      const name = fromText(cast.client.alpn.includes('h2') ? 'http/1.0' : 'h2');
      const list = concat(fromUint(name.length + 1, 2), fromUint(name.length, 1), name);
      return inAnswers(cast, (extensions) => [...without(extensions, ALPN), opaque(ALPN, list)]);
    },
  },
  {
    id: 'server-duplicate-extension',
    who: 'server',
    topic: 'negotiation',
    expect: inBoth((scenario) =>
      scenario.alpn === 'unanswered' || scenario.alpn === 'none'
        ? { noticed: false, because: 'no-protocol-answered' }
        : inAnswer('duplicate-extension', 'illegal_parameter')(scenario),
    ),
    apply: (cast) =>
      inAnswers(cast, (extensions) =>
        extensions.flatMap((each) => (each.type === extensionTypes.codes[ALPN] ? [each, each] : [each])),
      ),
  },
  {
    id: 'unsolicited-extension',
    who: 'server',
    topic: 'negotiation',
    expect: inBoth(inAnswer('unsolicited-extension', 'unsupported_extension')),
    // RFC 6066 4: 1 stands for 512 bytes.
    apply: (cast) => inAnswers(cast, (extensions) => [...extensions, opaque('max_fragment_length', Uint8Array.of(1))]),
  },
  {
    id: 'misplaced-extension',
    who: 'server',
    topic: 'negotiation',
    expect: inBoth(() => byClient('misplaced-extension', 'illegal_parameter', 'ServerHello')),
    // In TLS 1.3 the protocol is told in EncryptedExtensions; in TLS 1.2 a server has no signature_algorithms to tell of (RFC 5246
    // 7.4.1.4.1).
    apply: (cast) => {
      const misplaced =
        cast.scenario.version === '1.3'
          ? extension(serverHelloExtensions, ALPN, { protocol_name_list: [fromText('http/1.1')] })
          : opaque('signature_algorithms', fromHex('0002 0403'));
      return inServerHello(cast, (hello) => ({ ...hello, extensions: [...hello.extensions, misplaced] }));
    },
  },
  {
    id: 'session-id-not-echoed',
    who: 'server',
    topic: 'negotiation',
    expect: {
      '1.3': ({ compatibility }) =>
        compatibility
          ? byClient('session-id-not-echoed', 'illegal_parameter', 'ServerHello')
          : { noticed: false, because: 'no-session-id' },
    },
    apply: (cast) => inServerHello(cast, (hello) => ({ ...hello, legacy_session_id_echo: EMPTY })),
  },
  {
    id: 'no-secure-renegotiation',
    who: 'server',
    topic: 'negotiation',
    expect: { '1.2': () => byClient('no-secure-renegotiation', 'handshake_failure', 'ServerHello') },
    apply: (cast) =>
      inServerHello(cast, (hello) => ({ ...hello, extensions: without(hello.extensions, 'renegotiation_info') })),
  },
  {
    id: 'renegotiation-info-not-empty',
    who: 'server',
    topic: 'negotiation',
    // RFC 5746 3.4 names the alert; OpenSSL sends illegal_parameter.
    expect: { '1.2': () => byClient('bad-renegotiation-info', 'handshake_failure', 'ServerHello') },
    // RFC 5746 3.5: the length that the data of two Finished would have.
    apply: (cast) => {
      const tied = { renegotiated_connection: new Uint8Array(24).fill(0x5a) };
      const other = extension(serverHelloExtensions, 'renegotiation_info', tied);
      return inServerHello(cast, (hello) => ({ ...hello, extensions: replacing(hello.extensions, other) }));
    },
  },
];

/** Noticed in the message in which the server answers extensions. */
function inAnswer(cause: FaultCause, alert: AlertName): (scenario: Scenario) => Expectation {
  return ({ version }) => byClient(cause, alert, version === '1.3' ? 'EncryptedExtensions' : 'ServerHello');
}

/** A HelloRetryRequest in the place of a ServerHello: it asks for another group than the one of the server’s share. */
function askingAgain(bytes: Bytes): Bytes {
  const decoded = decodeMessage(bytes, '1.3');
  if (!decoded.ok || decoded.value.name !== 'ServerHello') return bytes;
  const { body } = decoded.value;
  const share = body.extensions.find(({ name }) => name === 'key_share');
  const taken = share?.name === 'key_share' ? share.body.server_share.group : undefined;
  const { secp256r1, secp384r1 } = groupNames.codes;
  const selected_group = taken === secp384r1 ? secp256r1 : secp384r1;
  const { supported_versions, key_share } = extensionTypes.codes;
  const extensions = [
    { name: 'supported_versions', type: supported_versions, body: { selected_version: versions.codes['TLS 1.3'] } },
    { name: 'key_share', type: key_share, body: { selected_group } },
  ] as const;
  return encodeMessage({ name: 'HelloRetryRequest', body: { ...body, random: RETRY_RANDOM, extensions } }).bytes;
}

/** A share in a group that nobody here speaks; RFC 7748 section 6.2 says how long it is. */
const foreign = { group: groupNames.codes.x448, key_exchange: new Uint8Array(56).fill(9) };

function inForeignGroup13(cast: Cast): Cast {
  const other = extension(serverHelloExtensions, 'key_share', { server_share: foreign });
  return inServerHello(cast, (hello) => ({ ...hello, extensions: replacing(hello.extensions, other) }));
}

/** Its signature no longer fits, but whoever reads the message looks at the group first. */
function inForeignGroup12(cast: Cast): Cast {
  const server = reworded(cast.server, 'ServerKeyExchange', '1.2', ({ params, ...exchange }) => ({
    ...exchange,
    params: { ...params, named_curve: foreign.group, public: foreign.key_exchange },
  }));
  return { ...cast, server };
}

// What a client offers: its first ClientHello, and the second one after a HelloRetryRequest (RFC 9846 section 4.2.2).

import { type Bytes, EMPTY, fromText } from '../../bytes/index.ts';
import { ipBytes } from '../../pki/index.ts';
import { type ClientConfig, peerSchemesOf } from '../config.ts';
import { groupOf } from '../keys/code.ts';
import { freshShare } from '../keys/exchange.ts';
import type { Share } from '../keys/secret.ts';
import { codesOf, suiteCodes } from '../negotiation.ts';
import { noteSecret, type Outbox } from '../outbox.ts';
import type { Version } from '../terms.ts';
import { clientHelloExtensions as bodies, type Extension, extension } from '../wire/extension.ts';
import { groupNames, pskModes, signatureSchemes, versions } from '../wire/iana.ts';
import type { ClientHello } from '../wire/message.ts';

type Out = Outbox<ClientConfig>;
type HelloExtension = Extension<typeof bodies>;
/** The shares that are sent, by group code. */
export type Shares = ReadonlyMap<number, Share>;

/** Versions as supported_versions lists them, the best one first (RFC 9846 section 4.3.1). */
const preference: readonly Version[] = ['1.3', '1.2'];

/** The first ClientHello, and its shares. */
export function firstHello(out: Out): { hello: ClientHello; shares: Shares } {
  const { config, env } = out;
  const offers13 = config.versions.includes('1.3');
  const random = env.random(32);
  const sessionId = offers13 && config.records.compatibility ? env.random(32) : EMPTY;
  const groups = offers13 ? codesOf(config.shares, groupNames) : [];
  const shares = new Map(groups.map((code) => [code, shareIn(code, out)]));
  const hello: ClientHello = {
    legacy_version: versions.codes['TLS 1.2'],
    random,
    legacy_session_id: sessionId,
    cipher_suites: suiteCodes(config.suites, config.versions),
    legacy_compression_methods: [0],
    extensions: extensionsOf(config, shares),
  };
  return { hello, shares };
}

function extensionsOf(config: ClientConfig, shares: Shares): HelloExtension[] {
  const { serverName } = config;
  // RFC 6066 3: a literal address is no HostName.
  const host = serverName !== null && !ipBytes(serverName) ? [fromText(serverName)] : [];
  const names = { server_name_list: host.map((host_name) => ({ name_type: 0, host_name })) };
  const protocols = { protocol_name_list: config.alpn.map(fromText) };
  return [
    ...(host.length > 0 ? [extension(bodies, 'server_name', names)] : []),
    ...(config.versions.includes('1.2') ? extensions12() : []),
    extension(bodies, 'supported_groups', { named_group_list: codesOf(config.groups, groupNames) }),
    extension(bodies, 'signature_algorithms', {
      supported_signature_algorithms: codesOf(peerSchemesOf(config), signatureSchemes),
    }),
    ...(config.alpn.length > 0 ? [extension(bodies, 'application_layer_protocol_negotiation', protocols)] : []),
    ...(config.versions.includes('1.3') ? extensions13(config, shares) : []),
  ];
}

/** What only TLS 1.2 looks at: RFC 7627 section 5.1, RFC 5746 section 3.4, RFC 8422 section 5.1.2. */
function extensions12(): HelloExtension[] {
  return [
    extension(bodies, 'extended_master_secret', null),
    extension(bodies, 'renegotiation_info', { renegotiated_connection: EMPTY }),
    extension(bodies, 'ec_point_formats', { ec_point_format_list: [0] }),
  ];
}

/** What only TLS 1.3 looks at. */
function extensions13(config: ClientConfig, shares: Shares): HelloExtension[] {
  const offered = preference.filter((version) => config.versions.includes(version));
  return [
    extension(bodies, 'supported_versions', { versions: offered.map((version) => versions.codes[`TLS ${version}`]) }),
    extension(bodies, 'psk_key_exchange_modes', { ke_modes: [pskModes.codes.psk_dhe_ke] }),
    extension(bodies, 'key_share', { client_shares: entriesOf(shares) }),
  ];
}

function entriesOf(shares: Shares) {
  return [...shares].map(([group, share]) => ({ group, key_exchange: share.value }));
}

/** A share in the group with this code. @throws RangeError when this engine doesn't speak the group */
export function shareIn(code: number, out: Out): Share {
  const group = groupOf(code);
  if (!group) throw new RangeError(`no key share can be made for group ${code}`);
  const share = freshShare(group, 'client', out.env);
  noteSecret(out)(share);
  return share;
}

/** RFC 9846 section 4.2.2: the second ClientHello is the first one but for its shares, and the cookie. */
export function secondHello(first: ClientHello, shares: Shares, cookie: { cookie: Bytes } | undefined): ClientHello {
  const kept = first.extensions.map((each) =>
    each.name === 'key_share' ? extension(bodies, 'key_share', { client_shares: entriesOf(shares) }) : each,
  );
  return { ...first, extensions: cookie ? [...kept, extension(bodies, 'cookie', cookie)] : kept };
}

// Extensions: one codec per body, one table per message that may carry them (RFC 9846 section 4.3).
// Unknown ones, and known ones in the wrong message, are opaque here; whether that is a fault is for the state machines to say.

import {
  type Bytes,
  type Codec,
  many,
  nothing,
  rest,
  sized,
  struct,
  toText,
  uint,
  type Value,
} from '../../bytes/index.ts';
import { type ExtensionName, extensionTypes, groupNames, pskModes, signatureSchemes, versions } from './iana.ts';

export const version = uint(2, 'ProtocolVersion', versions.name);
export const group = uint(2, 'NamedGroup', groupNames.name);
export const scheme = uint(2, 'SignatureScheme', signatureSchemes.name);
const extensionType = uint(2, 'ExtensionType', extensionTypes.name);

const text = (bytes: Bytes): string => toText(bytes);

const serverName = struct('ServerName', {
  name_type: uint(1, 'NameType', (code) => (code === 0 ? 'host_name' : undefined)),
  host_name: sized(2, rest('opaque', text), { min: 1 }),
});
const keyShareEntry = struct('KeyShareEntry', { group, key_exchange: sized(2, rest(), { min: 1 }) });
const protocolName = sized(1, rest('ProtocolName', text), { min: 1 });
const distinguishedName = sized(2, rest('DistinguishedName'), { min: 1 });

const serverNames = sized(2, many(serverName), { min: 1 });
const supportedGroups = struct('NamedGroupList', { named_group_list: sized(2, many(group), { min: 2 }) });
const signatureAlgorithms = struct('SignatureSchemeList', {
  supported_signature_algorithms: sized(2, many(scheme), { min: 2, max: 65534 }),
});
const protocols = struct('ProtocolNameList', { protocol_name_list: sized(2, many(protocolName), { min: 2 }) });
const authorities = struct('CertificateAuthoritiesExtension', {
  authorities: sized(2, many(distinguishedName), { min: 3 }),
});
const cookie = struct('Cookie', { cookie: sized(2, rest(), { min: 1 }) });
const pskKeyExchangeModes = struct('PskKeyExchangeModes', {
  ke_modes: sized(1, many(uint(1, 'PskKeyExchangeMode', pskModes.name)), { min: 1 }),
});
const renegotiationInfo = struct('RenegotiationInfo', { renegotiated_connection: sized(1, rest()) });
const pointFormats = struct('ECPointFormatList', {
  ec_point_format_list: sized(1, many(uint(1, 'ECPointFormat', (code) => (code === 0 ? 'uncompressed' : undefined))), {
    min: 1,
  }),
});

/** The messages that carry extensions. SH12 is the ServerHello of TLS 1.2, CT an entry of a Certificate, NST a NewSessionTicket. */
export type Place = 'CH' | 'SH' | 'SH12' | 'HRR' | 'EE' | 'CR' | 'CT' | 'NST';

/** It may stand there, and this engine doesn't look inside. */
const opaque = null;
const serverNameList = struct('ServerNameList', { server_name_list: serverNames });
const selectedVersion = struct('SupportedVersions', { selected_version: version });

/**
 * Where each extension may stand, and its body there (RFC 9846 section 4.3). `server_name` is a list of names in a ClientHello only. What
 * a ServerHello of TLS 1.2 carries in the clear, TLS 1.3 has moved to EncryptedExtensions.
 */
const rows = {
  server_name: { CH: serverNameList, SH12: nothing, EE: nothing },
  max_fragment_length: { CH: opaque, SH12: opaque, EE: opaque },
  status_request: { CH: opaque, SH12: opaque, CR: opaque, CT: opaque },
  supported_groups: { CH: supportedGroups, EE: supportedGroups },
  // Of TLS 1.2; a ClientHello that offers both versions carries them.
  ec_point_formats: { CH: pointFormats, SH12: pointFormats },
  signature_algorithms: { CH: signatureAlgorithms, CR: signatureAlgorithms },
  use_srtp: { CH: opaque, SH12: opaque, EE: opaque },
  heartbeat: { CH: opaque, SH12: opaque, EE: opaque },
  application_layer_protocol_negotiation: { CH: protocols, SH12: protocols, EE: protocols },
  signed_certificate_timestamp: { CH: opaque, SH12: opaque, CR: opaque, CT: opaque },
  client_certificate_type: { CH: opaque, SH12: opaque, EE: opaque },
  server_certificate_type: { CH: opaque, SH12: opaque, EE: opaque },
  padding: { CH: opaque },
  encrypt_then_mac: { CH: opaque, SH12: opaque },
  extended_master_secret: { CH: nothing, SH12: nothing },
  session_ticket: { CH: opaque, SH12: opaque },
  pre_shared_key: { CH: opaque, SH: opaque },
  early_data: { CH: nothing, EE: opaque, NST: opaque },
  supported_versions: {
    CH: struct('SupportedVersions', { versions: sized(1, many(version), { min: 2, max: 254 }) }),
    SH: selectedVersion,
    HRR: selectedVersion,
  },
  cookie: { CH: cookie, HRR: cookie },
  psk_key_exchange_modes: { CH: pskKeyExchangeModes },
  certificate_authorities: { CH: authorities, CR: authorities },
  oid_filters: { CR: opaque },
  post_handshake_auth: { CH: opaque },
  signature_algorithms_cert: { CH: signatureAlgorithms, CR: signatureAlgorithms },
  key_share: {
    CH: struct('KeyShareClientHello', { client_shares: sized(2, many(keyShareEntry)) }),
    SH: struct('KeyShareServerHello', { server_share: keyShareEntry }),
    HRR: struct('KeyShareHelloRetryRequest', { selected_group: group }),
  },
  renegotiation_info: { CH: renegotiationInfo, SH12: renegotiationInfo },
} satisfies Readonly<Partial<Record<ExtensionName, Readonly<Partial<Record<Place, unknown>>>>>>;

type Rows = typeof rows;
/** The bodies that are read in one message, by the extensions' names. */
type Bodies<P extends Place> = {
  // biome-ignore lint/suspicious/noExplicitAny: bodies of unlike types stand side by side in one table
  readonly [N in keyof Rows as Rows[N] extends Readonly<Record<P, Codec<any>>> ? N : never]: Rows[N] extends Readonly<
    Record<P, infer C>
  >
    ? C
    : never;
};

function bodiesIn<P extends Place>(place: P): Bodies<P> {
  const entries = Object.entries(rows as Readonly<Record<string, Readonly<Partial<Record<Place, unknown>>>>>);
  return Object.fromEntries(entries.flatMap(([name, row]) => (row[place] ? [[name, row[place]]] : []))) as Bodies<P>;
}

export const clientHelloExtensions = bodiesIn('CH');
export const serverHelloExtensions = { ...bodiesIn('SH'), ...bodiesIn('SH12') };
export const helloRetryRequestExtensions = bodiesIn('HRR');
export const encryptedExtensions = bodiesIn('EE');
export const certificateRequestExtensions = bodiesIn('CR');
/** This engine neither asks for nor sends extensions beside a certificate; all are opaque, and so are a ticket’s. */
export const certificateEntryExtensions = bodiesIn('CT');
export const ticketExtensions = bodiesIn('NST');

/** Whether an extension may stand in a message; of one that isn't known here, nobody can say it may not. */
export function mayStand(type: number, place: Place): boolean {
  const name = extensionTypes.name(type);
  const row = name === undefined ? undefined : (rows as Readonly<Partial<Record<string, object>>>)[name];
  return row === undefined || place in row;
}

// biome-ignore lint/suspicious/noExplicitAny: bodies of unlike types stand side by side in one table
export type ExtensionTable = Readonly<Record<string, Codec<any>>>;

/** One extension: known in its message, with a typed body, or opaque. */
export type Extension<T extends ExtensionTable> = Known<T> | Opaque;
type Known<T extends ExtensionTable> = {
  readonly [N in keyof T & string]: { readonly name: N; readonly type: number; readonly body: Value<T[N]> };
}[keyof T & string];
export interface Opaque {
  readonly name: undefined;
  readonly type: number;
  readonly body: Bytes;
}

/** `Extension extensions<min..2^16-1>`, with the bodies that `table` knows. */
export function extensionList<T extends ExtensionTable>(table: T, min = 0): Codec<readonly Extension<T>[]> {
  return sized(2, many(extensionOf(table)), { min });
}

function extensionOf<T extends ExtensionTable>(table: T): Codec<Extension<T>> {
  const opaqueBody = sized(2, rest());
  const bodies = new Map(Object.entries(table).map(([name, codec]) => [name, sized(2, codec)]));
  const known = (type: number): string | undefined => {
    const name = extensionTypes.name(type);
    return name !== undefined && bodies.has(name) ? name : undefined;
  };
  return {
    type: 'Extension',
    composite: true,
    read: (r) => {
      const type = r.field('extension_type', extensionType);
      const name = known(type);
      const body = r.field('extension_data', (name && bodies.get(name)) || opaqueBody);
      return { name, type, body } as Extension<T>;
    },
    write: (w, extension) => {
      w.field('extension_type', extensionType, extension.type);
      w.field('extension_data', (extension.name && bodies.get(extension.name)) || opaqueBody, extension.body);
    },
    label: ({ type }) => extensionTypes.name(type) ?? `extension ${type}`,
  };
}

/** An extension to be sent. */
export function extension<T extends ExtensionTable, N extends keyof T & keyof typeof extensionTypes.codes & string>(
  _table: T,
  name: N,
  body: Value<T[N]>,
): Extension<T> {
  return { name, type: extensionTypes.codes[name], body } as unknown as Extension<T>;
}

/** The body of the extension `name`, when it is there. */
export function find<T extends ExtensionTable, N extends keyof T & string>(
  extensions: readonly Extension<T>[],
  name: N,
): Value<T[N]> | undefined {
  return extensions.find((candidate) => candidate.name === name)?.body as Value<T[N]> | undefined;
}

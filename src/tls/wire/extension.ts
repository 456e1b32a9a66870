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
import { extensionTypes, groupNames, pskModes, signatureSchemes, versions } from './iana.ts';

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

/** Bodies in a ClientHello. `server_name` is a list of names there. */
export const clientHelloExtensions = {
  server_name: struct('ServerNameList', { server_name_list: serverNames }),
  supported_groups: supportedGroups,
  ec_point_formats: pointFormats,
  signature_algorithms: signatureAlgorithms,
  signature_algorithms_cert: signatureAlgorithms,
  application_layer_protocol_negotiation: protocols,
  extended_master_secret: nothing,
  supported_versions: struct('SupportedVersions', { versions: sized(1, many(version), { min: 2, max: 254 }) }),
  early_data: nothing,
  cookie,
  psk_key_exchange_modes: pskKeyExchangeModes,
  certificate_authorities: authorities,
  key_share: struct('KeyShareClientHello', { client_shares: sized(2, many(keyShareEntry)) }),
  renegotiation_info: renegotiationInfo,
};

export const serverHelloExtensions = {
  supported_versions: struct('SupportedVersions', { selected_version: version }),
  key_share: struct('KeyShareServerHello', { server_share: keyShareEntry }),
  // What a TLS 1.2 ServerHello carries in the clear; 1.3 moved these to EncryptedExtensions.
  server_name: nothing,
  ec_point_formats: pointFormats,
  application_layer_protocol_negotiation: protocols,
  extended_master_secret: nothing,
  renegotiation_info: renegotiationInfo,
};

export const helloRetryRequestExtensions = {
  supported_versions: struct('SupportedVersions', { selected_version: version }),
  key_share: struct('KeyShareHelloRetryRequest', { selected_group: group }),
  cookie,
};

export const encryptedExtensions = {
  server_name: nothing,
  supported_groups: supportedGroups,
  application_layer_protocol_negotiation: protocols,
};

export const certificateRequestExtensions = {
  signature_algorithms: signatureAlgorithms,
  signature_algorithms_cert: signatureAlgorithms,
  certificate_authorities: authorities,
};

/** This engine neither asks for nor sends extensions beside a certificate; all are opaque. */
export const certificateEntryExtensions = {};
export const ticketExtensions = {};

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

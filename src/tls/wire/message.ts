// The handshake messages of RFC 9846 section 4: one codec per message, for both directions. What depends on the version is
// chosen by the caller's dialect, never guessed.

import {
  type Bytes,
  type Codec,
  concat,
  type Decoded,
  decode,
  type Encoded,
  encode,
  equal,
  fromHex,
  many,
  omissible,
  opaque,
  rest,
  sized,
  struct,
  u32,
  uint,
  type Value,
} from '../../bytes/index.ts';
import {
  certificateEntryExtensions,
  certificateRequestExtensions,
  clientHelloExtensions,
  encryptedExtensions,
  extensionList,
  helloRetryRequestExtensions,
  scheme,
  serverHelloExtensions,
  ticketExtensions,
  version,
} from './extension.ts';
import { handshakeTypes, suites } from './iana.ts';

/** RFC 9846 section 4.2.3: SHA-256 of "HelloRetryRequest", the random that turns a ServerHello into one. */
export const RETRY_RANDOM: Bytes = fromHex('cf21ad74e59a6111be1d8c021e65b891c2a211167abb8c5e079e09e2c8a8339c');

const suite = uint(2, 'CipherSuite', suites.name);
const compression = uint(1, 'CompressionMethod', (code) => (code === 0 ? 'null' : undefined));
const random = opaque(32);
const sessionId = sized(1, rest(), { max: 32 });

// The hellos of TLS 1.2 may come without extensions (RFC 5246 7.4.1.2). They must be understood to be refused for their version,
// so the hellos have no minimum here; what TLS 1.3 demands is checked by name.
const clientHello = struct('ClientHello', {
  legacy_version: version,
  random,
  legacy_session_id: sessionId,
  cipher_suites: sized(2, many(suite), { min: 2, max: 65534 }),
  legacy_compression_methods: sized(1, many(compression), { min: 1 }),
  extensions: omissible(extensionList(clientHelloExtensions), []),
});

const helloHead = {
  legacy_version: version,
  random,
  legacy_session_id_echo: sessionId,
  cipher_suite: suite,
  legacy_compression_method: compression,
};
const serverHello = struct('ServerHello', {
  ...helloHead,
  extensions: omissible(extensionList(serverHelloExtensions), []),
});
const helloRetryRequest = struct('HelloRetryRequest', {
  ...helloHead,
  extensions: extensionList(helloRetryRequestExtensions, 6),
});

const encryptedExtensionsMessage = struct('EncryptedExtensions', { extensions: extensionList(encryptedExtensions) });

const certificateRequest = struct('CertificateRequest', {
  certificate_request_context: sized(1, rest()),
  extensions: extensionList(certificateRequestExtensions, 2),
});

const certificateEntry = struct('CertificateEntry', {
  cert_data: sized(3, rest('X.509'), { min: 1 }),
  extensions: extensionList(certificateEntryExtensions),
});
const certificate = struct('Certificate', {
  certificate_request_context: sized(1, rest()),
  certificate_list: sized(3, many(certificateEntry)),
});

const certificateVerify = struct('CertificateVerify', { algorithm: scheme, signature: sized(2, rest()) });
const finished = struct('Finished', { verify_data: rest() });

const newSessionTicket = struct('NewSessionTicket', {
  ticket_lifetime: u32,
  ticket_age_add: u32,
  ticket_nonce: sized(1, rest()),
  ticket: sized(2, rest(), { min: 1 }),
  extensions: extensionList(ticketExtensions),
});

const keyUpdate = struct('KeyUpdate', {
  request_update: uint(1, 'KeyUpdateRequest', (code) => ['update_not_requested', 'update_requested'][code]),
});

/** Which version's bodies to expect: `hello` before the version is agreed. */
export type Dialect = 'hello' | '1.3';

const bodies = {
  ClientHello: clientHello,
  ServerHello: serverHello,
  HelloRetryRequest: helloRetryRequest,
  EncryptedExtensions: encryptedExtensionsMessage,
  CertificateRequest: certificateRequest,
  Certificate: certificate,
  CertificateVerify: certificateVerify,
  Finished: finished,
  NewSessionTicket: newSessionTicket,
  KeyUpdate: keyUpdate,
} as const;

const typeOf = {
  ClientHello: handshakeTypes.codes.client_hello,
  ServerHello: handshakeTypes.codes.server_hello,
  HelloRetryRequest: handshakeTypes.codes.server_hello,
  EncryptedExtensions: handshakeTypes.codes.encrypted_extensions,
  CertificateRequest: handshakeTypes.codes.certificate_request,
  Certificate: handshakeTypes.codes.certificate,
  CertificateVerify: handshakeTypes.codes.certificate_verify,
  Finished: handshakeTypes.codes.finished,
  NewSessionTicket: handshakeTypes.codes.new_session_ticket,
  KeyUpdate: handshakeTypes.codes.key_update,
} as const satisfies Record<keyof typeof bodies, number>;

/** The struct name of a message that this engine speaks. */
export type MessageName = keyof typeof bodies;
export type Body<N extends MessageName> = Value<(typeof bodies)[N]>;
export type ClientHello = Body<'ClientHello'>;
export type ServerHello = Body<'ServerHello'>;
export type HelloRetryRequest = Body<'HelloRetryRequest'>;

/** A message in the two dialects' common shape; `Unknown` carries a type that the dialect has no codec for. */
export type Message =
  | { readonly [N in MessageName]: { readonly name: N; readonly body: Body<N> } }[MessageName]
  | UnknownMessage;
export interface UnknownMessage {
  readonly name: 'Unknown';
  readonly type: number;
  readonly body: Bytes;
}

const dialects: Readonly<Record<Dialect, readonly MessageName[]>> = {
  hello: ['ClientHello', 'ServerHello', 'HelloRetryRequest'],
  '1.3': Object.keys(bodies) as MessageName[],
};

/** The name of the handshake message in these bytes, header included; `Unknown` for a type outside the dialect. */
export function messageName(bytes: Bytes, dialect: Dialect): MessageName | 'Unknown' {
  const type = bytes[0];
  const name = dialects[dialect].find((candidate) => typeOf[candidate] === type) ?? 'Unknown';
  return name === 'ServerHello' && equal(bytes.subarray(6, 38), RETRY_RANDOM) ? 'HelloRetryRequest' : name;
}

const typeField = uint(1, 'HandshakeType', handshakeTypes.name);

function handshakeOf(name: MessageName | 'Unknown', type: number): Codec<unknown> {
  const body: Codec<unknown> = name === 'Unknown' ? struct('Unknown', { body: rest() }) : bodies[name];
  const inner = sized(3, body);
  return {
    type: 'Handshake',
    composite: true,
    read: (r) => {
      r.field('msg_type', typeField);
      return inner.read(r);
    },
    write: (w, value) => {
      w.field('msg_type', typeField, type);
      inner.write(w, value);
    },
  };
}

const codecs = new Map<string, Codec<unknown>>();
function handshake(name: MessageName | 'Unknown', type: number): Codec<unknown> {
  const key = `${name}/${type}`;
  const known = codecs.get(key) ?? handshakeOf(name, type);
  codecs.set(key, known);
  return known;
}

/** Bytes and field tree of a message, its four-byte header included. */
export function encodeMessage(message: Message): Encoded {
  if (message.name === 'Unknown') return encode(handshake('Unknown', message.type), { body: message.body }, 'Unknown');
  return encode(handshake(message.name, typeOf[message.name]), message.body, message.name);
}

/**
 * Reads one whole handshake message, header included. Never throws for bad bytes: the tree is there in any case.
 */
export function decodeMessage(bytes: Bytes, dialect: Dialect): Decoded<Message> {
  const name = messageName(bytes, dialect);
  const type = bytes[0] ?? 0;
  const decoded = decode(handshake(name, type), bytes, name);
  if (!decoded.ok) return decoded;
  const value =
    name === 'Unknown' ? { name, type, body: (decoded.value as { body: Bytes }).body } : { name, body: decoded.value };
  return { ok: true, value: value as Message, field: decoded.field };
}

/** RFC 9846 section 4.5.1: the message that stands for the first ClientHello once a HelloRetryRequest was sent. */
export function messageHash(hash: Bytes): Bytes {
  return concat(Uint8Array.of(handshakeTypes.codes.message_hash, 0, 0, hash.length), hash);
}

// Handshake messages in the versions' dialects: names, header, and the codec for each. One codec per message, for both directions.
// Which dialect is spoken is told by the caller's state, never guessed.

import {
  type Bytes,
  type Codec,
  concat,
  type Decoded,
  decode,
  type Encoded,
  encode,
  rest,
  sized,
  struct,
  uint,
  type Value,
} from '../../bytes/index.ts';
import { helloBodies, isRetry } from './hello.ts';
import { handshakeTypes } from './iana.ts';
import { bodies12, bodies12Rsa } from './tls12.ts';
import { bodies13 } from './tls13.ts';

const dialects = {
  /** Before the version is agreed. */
  hello: { ...helloBodies, HelloRequest: bodies12.HelloRequest },
  '1.3': { ...helloBodies, ...bodies13 },
  '1.2': { ...helloBodies, ...bodies12 },
  '1.2 RSA': { ...helloBodies, ...bodies12Rsa },
};

/** Which messages to expect, and which bodies in them. */
export type Dialect = keyof typeof dialects;
/** What is spoken in TLS 1.2: with ECDHE, or with static RSA. */
export type Dialect12 = '1.2' | '1.2 RSA';
type Bodies<D extends Dialect> = (typeof dialects)[D];
/** The struct names of a dialect's messages. */
export type Spoken<D extends Dialect> = keyof Bodies<D> & string;
/** The struct name of a message that this engine speaks. */
export type MessageName = { readonly [D in Dialect]: Spoken<D> }[Dialect];
export type Body<N extends Spoken<D>, D extends Dialect = '1.3'> = Value<Bodies<D>[N]>;
export type ClientHello = Body<'ClientHello'>;

/** A message of one dialect. Without a dialect: the hellos and TLS 1.3. */
type In<D extends Dialect> = {
  readonly [N in Spoken<D>]: { readonly name: N; readonly dialect?: D; readonly body: Body<N, D> };
}[Spoken<D>];
type Tagged<D extends Dialect> = {
  readonly [N in Spoken<D>]: { readonly name: N; readonly dialect: D; readonly body: Body<N, D> };
}[Spoken<D>];
/** A message; `Unknown` carries a type that its dialect has no codec for. */
export type Message = In<'1.3'> | Tagged<'1.2'> | Tagged<'1.2 RSA'> | UnknownMessage;
export interface UnknownMessage {
  readonly name: 'Unknown';
  readonly type: number;
  readonly body: Bytes;
}

const { codes } = handshakeTypes;
const typeOf: Readonly<Record<MessageName, number>> = {
  HelloRequest: codes.hello_request,
  ClientHello: codes.client_hello,
  ServerHello: codes.server_hello,
  HelloRetryRequest: codes.server_hello,
  EncryptedExtensions: codes.encrypted_extensions,
  CertificateRequest: codes.certificate_request,
  Certificate: codes.certificate,
  ServerKeyExchange: codes.server_key_exchange,
  ServerHelloDone: codes.server_hello_done,
  ClientKeyExchange: codes.client_key_exchange,
  CertificateVerify: codes.certificate_verify,
  Finished: codes.finished,
  NewSessionTicket: codes.new_session_ticket,
  KeyUpdate: codes.key_update,
};

/** The name of the handshake message in these bytes, header included; `Unknown` for a type outside the dialect. */
export function messageName(bytes: Bytes, dialect: Dialect): MessageName | 'Unknown' {
  const names = Object.keys(dialects[dialect]) as MessageName[];
  const name = names.find((candidate) => typeOf[candidate] === bytes[0]) ?? 'Unknown';
  return name === 'ServerHello' && isRetry(bytes) ? 'HelloRetryRequest' : name;
}

const typeField = uint(1, 'HandshakeType', handshakeTypes.name);

function handshakeOf(body: Codec<unknown>, type: number): Codec<unknown> {
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
function handshake(name: MessageName | 'Unknown', dialect: Dialect, type: number): Codec<unknown> {
  const key = `${dialect}/${name}/${type}`;
  const bodies: Readonly<Partial<Record<string, Codec<unknown>>>> = dialects[dialect];
  const known = codecs.get(key) ?? handshakeOf(bodies[name] ?? struct('Unknown', { body: rest() }), type);
  codecs.set(key, known);
  return known;
}

/** Bytes and field tree of a message, its four-byte header included. */
export function encodeMessage(message: Message): Encoded {
  if (message.name === 'Unknown')
    return encode(handshake('Unknown', 'hello', message.type), { body: message.body }, 'Unknown');
  return encode(handshake(message.name, message.dialect ?? '1.3', typeOf[message.name]), message.body, message.name);
}

/** Reads one whole handshake message, header included. Never throws for bad bytes: the tree is there in any case. */
export function decodeMessage(bytes: Bytes, dialect: Dialect): Decoded<Message> {
  const name = messageName(bytes, dialect);
  const type = bytes[0] ?? 0;
  const decoded = decode(handshake(name, dialect, type), bytes, name);
  if (!decoded.ok) return decoded;
  const tag = dialect === '1.2' || dialect === '1.2 RSA' ? { dialect } : {};
  const value =
    name === 'Unknown'
      ? { name, type, body: (decoded.value as { body: Bytes }).body }
      : { name, ...tag, body: decoded.value };
  return { ok: true, value: value as Message, field: decoded.field };
}

/** RFC 9846 section 4.1: the message that stands for the first ClientHello once a HelloRetryRequest was sent. */
export function messageHash(hash: Bytes): Bytes {
  return concat(Uint8Array.of(codes.message_hash, 0, 0, hash.length), hash);
}

export { DOWNGRADED, isDowngraded, RETRY_RANDOM, randomOf } from './hello.ts';

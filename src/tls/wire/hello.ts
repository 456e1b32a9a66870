// The hellos: the only messages that both versions share, because they choose the version (RFC 9846 section 4.2).

import { type Bytes, equal, fromHex, many, omissible, opaque, rest, sized, struct, uint } from '../../bytes/index.ts';
import {
  clientHelloExtensions,
  extensionList,
  helloRetryRequestExtensions,
  serverHelloExtensions,
  version,
} from './extension.ts';
import { suites } from './iana.ts';

/** RFC 9846 section 4.2.3: SHA-256 of "HelloRetryRequest", the random that turns a ServerHello into one. */
export const RETRY_RANDOM: Bytes = fromHex('cf21ad74e59a6111be1d8c021e65b891c2a211167abb8c5e079e09e2c8a8339c');

/** Whether a message, header included, is a ServerHello with that random. */
export function isRetry(bytes: Bytes): boolean {
  return equal(randomOf(bytes), RETRY_RANDOM);
}

/** RFC 9846 section 4.2.3: "DOWNGRD" and 1, the end of a random by a server of TLS 1.2 that could have spoken TLS 1.3. */
export const DOWNGRADED: Bytes = fromHex('444f574e47524401');

/** Whether a random has that mark, or the one that stands for still less. */
export function isDowngraded(random: Bytes): boolean {
  return equal(random.subarray(24, 31), DOWNGRADED.subarray(0, 7));
}

/** The random of a hello, header included. */
export function randomOf(hello: Bytes): Bytes {
  return hello.subarray(6, 38);
}

const suite = uint(2, 'CipherSuite', suites.name);
const compression = uint(1, 'CompressionMethod', (code) => (code === 0 ? 'null' : undefined));
const random = opaque(32);
const sessionId = sized(1, rest(), { max: 32 });

// The hellos of TLS 1.2 may come without extensions (RFC 5246 7.4.1.2), so they have no minimum here; what TLS 1.3 demands is
// checked by name.
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

export const helloBodies = { ClientHello: clientHello, ServerHello: serverHello, HelloRetryRequest: helloRetryRequest };

// RFC 9846 appendix E.5: whoever hears a hello with the version number of SSL 3.0 aborts, whatever supported_versions says beside it.

import { describe, expect, it } from 'vitest';
import type { Bytes } from '../../../src/bytes/index.ts';
import type { Seams } from '../../../src/tls/index.ts';
import { faultIn, handshake, type Options } from './pair.ts';

/** A bend that writes another legacy_version into the hello with this place among the messages of its name. */
function saying(hello: string, legacy: number, place = 0): Seams {
  let before = 0;
  return {
    bend: ({ name, bytes }) => (name === hello && before++ === place ? [relabelled(bytes, legacy)] : [bytes]),
  };
}

function relabelled(hello: Bytes, legacy: number): Bytes {
  const changed = hello.slice();
  changed.set([legacy >> 8, legacy & 0xff], 4);
  return changed;
}

const options = (side: 'client' | 'server', seams: Seams, rest: Options): Options => {
  const { versions } = rest.client ?? {};
  const both = versions ? { versions } : {};
  return {
    ...rest,
    client: { ...rest.client },
    server: { ...both, ...rest.server },
    [side]: { ...rest[side], ...both, seams },
  };
};
const retried: Options = { server: { groups: ['secp256r1'] } };
const hellos: readonly (readonly [string, 'client' | 'server', string, number, Options])[] = [
  ['a ClientHello of TLS 1.3', 'client', 'ClientHello', 0, {}],
  ['the ClientHello after a HelloRetryRequest', 'client', 'ClientHello', 1, retried],
  ['a ClientHello of TLS 1.2', 'client', 'ClientHello', 0, { client: { versions: ['1.2'] } }],
  ['a ClientHello of both versions', 'client', 'ClientHello', 0, { client: { versions: ['1.2', '1.3'] } }],
  ['a ServerHello of TLS 1.3', 'server', 'ServerHello', 0, {}],
  ['a HelloRetryRequest', 'server', 'HelloRetryRequest', 0, retried],
  ['the ServerHello after a HelloRetryRequest', 'server', 'ServerHello', 0, retried],
  ['a ServerHello of TLS 1.2', 'server', 'ServerHello', 0, { client: { versions: ['1.2'] } }],
];

describe.each(hellos)('%s', (_, side, hello, place, rest) => {
  const played = (legacy: number) => handshake(options(side, saying(hello, legacy, place), rest));

  // SSL 2.0 (0x0200, 0x0002) must not be sent either; OpenSSL refuses what lies below 0x0300, too.
  it.each([0x0300, 0x0200, 0x0002])('is refused with legacy_version %i', (legacy) => {
    const { insights } = played(legacy);
    const hearer = side === 'client' ? 'server' : 'client';
    const values = { version: legacy };
    expect(faultIn(insights[hearer])).toMatchObject({ cause: 'obsolete-version', alert: 'protocol_version', values });
    expect(insights[side]).toContainEqual(expect.objectContaining({ kind: 'alert', direction: 'received', code: 70 }));
  });
});

describe('another legacy_version beside supported_versions', () => {
  // RFC 9846 4.3.1: where supported_versions is there, legacy_version MUST be ignored.
  it.each([0x0301, 0x0302, 0x0304])('%i is passed over', (legacy) => {
    for (const [side, hello] of [
      ['client', 'ClientHello'],
      ['server', 'ServerHello'],
    ] as const) {
      const { client, server } = handshake(options(side, saying(hello, legacy), {}));
      expect([client.status.state, server.status.state]).toEqual(['CONNECTED', 'CONNECTED']);
    }
  });
});

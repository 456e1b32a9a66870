import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Bytes, decode, toHex } from '../../src/bytes/index.ts';
import {
  certificateRequestExtensions,
  clientHelloExtensions,
  type ExtensionTable,
  encryptedExtensions,
  extension,
  helloRetryRequestExtensions,
  serverHelloExtensions,
} from '../../src/tls/wire/extension.ts';
import { decodeMessage, encodeMessage, type Message, RETRY_RANDOM } from '../../src/tls/wire/message.ts';
import { decodeInner, encodeInner, recordField } from '../../src/tls/wire/record.ts';
import { handshake } from '../unit/tls/pair.ts';
import { flawIn, gapIn } from './tiles.ts';

const bytes = (min: number, max: number) => fc.uint8Array({ minLength: min, maxLength: max });
const u8 = fc.integer({ min: 0, max: 255 });
const u16 = fc.integer({ min: 0, max: 65535 });
const u32 = fc.integer({ min: 0, max: 2 ** 32 - 1 });
const codes = (max = 8) => fc.array(u16, { minLength: 1, maxLength: max });

const share = fc.record({ group: u16, key_exchange: bytes(1, 140) });
const bodies: Readonly<Record<string, fc.Arbitrary<unknown>>> = {
  server_name: fc.record({
    server_name_list: fc.array(fc.record({ name_type: u8, host_name: bytes(1, 40) }), { minLength: 1, maxLength: 3 }),
  }),
  supported_groups: fc.record({ named_group_list: codes() }),
  ec_point_formats: fc.record({ ec_point_format_list: fc.array(u8, { minLength: 1, maxLength: 4 }) }),
  signature_algorithms: fc.record({ supported_signature_algorithms: codes() }),
  signature_algorithms_cert: fc.record({ supported_signature_algorithms: codes() }),
  application_layer_protocol_negotiation: fc.record({
    protocol_name_list: fc.array(bytes(1, 12), { minLength: 1, maxLength: 3 }),
  }),
  extended_master_secret: fc.constant(null),
  supported_versions: fc.record({ versions: codes() }),
  early_data: fc.constant(null),
  cookie: fc.record({ cookie: bytes(1, 60) }),
  psk_key_exchange_modes: fc.record({ ke_modes: fc.array(u8, { minLength: 1, maxLength: 3 }) }),
  certificate_authorities: fc.record({ authorities: fc.array(bytes(1, 60), { minLength: 1, maxLength: 3 }) }),
  key_share: fc.record({ client_shares: fc.array(share, { maxLength: 3 }) }),
  renegotiation_info: fc.record({ renegotiated_connection: bytes(0, 12) }),
};
const serverBodies = {
  ...bodies,
  server_name: fc.constant(null),
  supported_versions: fc.record({ selected_version: u16 }),
  key_share: fc.record({ server_share: share }),
};
const retryBodies = { ...serverBodies, key_share: fc.record({ selected_group: u16 }) };

/** Any extensions of a table, and some that it doesn't know; GREASE among them. */
function extensions(table: ExtensionTable, from: typeof bodies, atLeast = 0): fc.Arbitrary<never> {
  const known = Object.keys(table).map((name) =>
    (from[name] as fc.Arbitrary<never>).map((body) => extension(table, name as 'cookie', body)),
  );
  const unknownTypes = fc.oneof(fc.constantFrom(0x0a0a, 0x8a8a, 0xfafa), fc.integer({ min: 1000, max: 2000 }));
  const unknown = fc.record({ name: fc.constant(undefined), type: unknownTypes, body: bytes(2, 20) });
  return fc.array(fc.oneof(...known, unknown), { minLength: atLeast, maxLength: 6 }) as unknown as fc.Arbitrary<never>;
}

const helloHead = {
  legacy_version: u16,
  random: bytes(32, 32).filter((random) => toHex(random) !== toHex(RETRY_RANDOM)),
  legacy_session_id_echo: bytes(0, 32),
  cipher_suite: u16,
  legacy_compression_method: u8,
};
const context = bytes(0, 20);
const message = (name: string, body: fc.Arbitrary<unknown>) =>
  fc.record({ name: fc.constant(name), body }) as unknown as fc.Arbitrary<Message>;

const messages: readonly (readonly [string, fc.Arbitrary<Message>])[] = [
  [
    'ClientHello',
    message(
      'ClientHello',
      fc.record({
        legacy_version: u16,
        random: bytes(32, 32),
        legacy_session_id: bytes(0, 32),
        cipher_suites: codes(20),
        legacy_compression_methods: fc.array(u8, { minLength: 1, maxLength: 3 }),
        extensions: extensions(clientHelloExtensions, bodies, 2),
      }),
    ),
  ],
  [
    'ServerHello',
    message('ServerHello', fc.record({ ...helloHead, extensions: extensions(serverHelloExtensions, serverBodies, 2) })),
  ],
  [
    'HelloRetryRequest',
    message(
      'HelloRetryRequest',
      fc.record({
        ...helloHead,
        random: fc.constant(RETRY_RANDOM),
        extensions: extensions(helloRetryRequestExtensions, retryBodies, 1),
      }),
    ),
  ],
  [
    'EncryptedExtensions',
    message('EncryptedExtensions', fc.record({ extensions: extensions(encryptedExtensions, serverBodies) })),
  ],
  [
    'CertificateRequest',
    message(
      'CertificateRequest',
      fc.record({
        certificate_request_context: context,
        extensions: extensions(certificateRequestExtensions, bodies, 1),
      }),
    ),
  ],
  [
    'Certificate',
    message(
      'Certificate',
      fc.record({
        certificate_request_context: context,
        certificate_list: fc.array(fc.record({ cert_data: bytes(1, 300), extensions: extensions({}, {}) }), {
          maxLength: 3,
        }),
      }),
    ),
  ],
  ['CertificateVerify', message('CertificateVerify', fc.record({ algorithm: u16, signature: bytes(0, 300) }))],
  ['Finished', message('Finished', fc.record({ verify_data: bytes(0, 64) }))],
  [
    'NewSessionTicket',
    message(
      'NewSessionTicket',
      fc.record({
        ticket_lifetime: u32,
        ticket_age_add: u32,
        ticket_nonce: bytes(0, 20),
        ticket: bytes(1, 100),
        extensions: extensions({}, {}),
      }),
    ),
  ],
  ['KeyUpdate', message('KeyUpdate', fc.record({ request_update: u8 }))],
  [
    'Unknown',
    fc.record({
      name: fc.constant('Unknown'),
      type: fc.constantFrom(0, 5, 12, 99, 254),
      body: bytes(0, 40),
    }) as unknown as fc.Arbitrary<Message>,
  ],
];

describe.each(messages)('%s', (_, arbitrary) => {
  it('encodes and decodes to itself, with one and the same tree, which tiles the bytes', () => {
    fc.assert(
      fc.property(arbitrary, (value) => {
        const encoded = encodeMessage(value);
        const decoded = decodeMessage(encoded.bytes, '1.3');
        if (!decoded.ok) throw decoded.flaw;
        expect(decoded.value).toEqual(value);
        expect(decoded.field).toEqual(encoded.field);
        expect(gapIn(encoded.field, encoded.bytes.length)).toBeUndefined();
      }),
      { numRuns: 60 },
    );
  });
  it('cut anywhere, is refused and still drawn', () => {
    fc.assert(
      fc.property(arbitrary, (value) => {
        const { bytes: whole } = encodeMessage(value);
        for (let length = 0; length < whole.length; length++) expectRefused(whole.subarray(0, length));
      }),
      { numRuns: 4 },
    );
  });
});

function expectRefused(cut: Bytes): void {
  const decoded = decodeMessage(cut, '1.3');
  if (decoded.ok) throw new Error(`${toHex(cut)} was accepted`);
  const gap = gapIn(decoded.field, cut.length);
  if (gap) throw new Error(gap);
  if (!flawIn(decoded.field)) throw new Error('no field carries the flaw');
}

describe('real messages', () => {
  const { insights } = handshake({ server: { tickets: 1, groups: ['secp256r1'] } });
  const said = [...insights.client, ...insights.server].flatMap((insight) =>
    insight.kind === 'said' ? [insight.message] : [],
  );
  it.each(said.map((each) => [each.name, each] as const))('%s, cut at every length', (_, { bytes: whole, field }) => {
    expect(gapIn(field, whole.length)).toBeUndefined();
    for (let length = 0; length < whole.length; length++) expectRefused(whole.subarray(0, length));
  });
  it('all message names were there', () => {
    expect(new Set(said.map(({ name }) => name)).size).toBe(9);
  });
});

describe('any bytes at all', () => {
  it('as a message, a record or an inner plaintext: a tree that tiles them, no exception', () => {
    fc.assert(
      fc.property(bytes(0, 200), (garbage) => {
        for (const dialect of ['hello', '1.3'] as const)
          expect(gapIn(decodeMessage(garbage, dialect).field, garbage.length)).toBeUndefined();
        for (const sealed of [true, false]) expect(gapIn(recordField(garbage, sealed), garbage.length)).toBeUndefined();
        expect(gapIn(decodeInner(garbage).field, garbage.length)).toBeUndefined();
        const [first = 0] = garbage;
        const inHello = Uint8Array.from([[1, 2, 8, 11, 13][first % 5] as number, 0, 0, garbage.length, ...garbage]);
        expect(gapIn(decodeMessage(inHello, '1.3').field, inHello.length)).toBeUndefined();
        for (const codec of Object.values(clientHelloExtensions))
          expect(gapIn(decode(codec as never, garbage).field, garbage.length)).toBeUndefined();
      }),
    );
  });
  it('inner plaintext: round trip with any padding', () => {
    fc.assert(
      fc.property(
        bytes(0, 80),
        fc.constantFrom(21, 22, 23),
        fc.integer({ min: 0, max: 50 }),
        (content, type, padding) => {
          const inner = encodeInner(content, type, padding);
          const decoded = decodeInner(inner.bytes);
          if (!decoded.ok) throw decoded.flaw;
          expect(decoded.value).toMatchObject({ content, type });
          expect(decoded.field).toEqual(inner.field);
        },
      ),
    );
  });
});

// What may stand in a message and what may not: messages are rewritten before they are sealed, with the real keys, so that only
// the change itself can be what the other side refuses.

import { describe, expect, it } from 'vitest';
import { fromText } from '../../../src/bytes/index.ts';
import type { Insight, Role, Seams } from '../../../src/tls/index.ts';
import { extensionTypes } from '../../../src/tls/wire/iana.ts';
import { decodeMessage, encodeMessage, type Message, type MessageName } from '../../../src/tls/wire/message.ts';
import { faultIn, handshake } from './pair.ts';

type AnyExtension = { readonly name: undefined; readonly type: number; readonly body: Uint8Array };
type Rewrite = (body: never) => unknown;

/** A bend that rewrites the body of every message of one name. */
function rewriting(name: MessageName, rewrite: Rewrite): Seams {
  return {
    bend: (said) => {
      const decoded = decodeMessage(said.bytes, '1.3');
      if (said.name !== name || !decoded.ok) return [said.bytes];
      return [encodeMessage({ ...decoded.value, body: rewrite(decoded.value.body as never) } as Message).bytes];
    },
  };
}

const opaque = (type: number, body: Uint8Array = new Uint8Array(0)): AnyExtension => ({ name: undefined, type, body });
const adding =
  (...more: readonly AnyExtension[]): Rewrite =>
  ({ extensions, ...rest }: { extensions: readonly unknown[] }) => ({ ...rest, extensions: [...extensions, ...more] });
const addingFirst =
  (...more: readonly AnyExtension[]): Rewrite =>
  ({ extensions, ...rest }: { extensions: readonly unknown[] }) => ({ ...rest, extensions: [...more, ...extensions] });
const without =
  (name: string): Rewrite =>
  ({ extensions, ...rest }: { extensions: readonly { name?: string }[] }) => ({
    ...rest,
    extensions: extensions.filter((each) => each.name !== name),
  });

const saidBy = (role: Role, name: MessageName, rewrite: Rewrite) =>
  handshake({ [role]: { seams: rewriting(name, rewrite) } });
const heardNames = (insights: readonly Insight[], name: MessageName): string[] =>
  insights.flatMap((insight) =>
    insight.kind === 'heard' && insight.message.name === name ? [JSON.stringify(insight.message.field)] : [],
  );

describe('unknown and GREASE values', () => {
  it('in a ClientHello are carried, shown and ignored', () => {
    const greased: Rewrite = ({
      extensions,
      cipher_suites,
      ...rest
    }: {
      extensions: { name: string; body: Record<string, unknown[]> }[];
      cipher_suites: number[];
    }) => ({
      ...rest,
      cipher_suites: [0x2a2a, 0x9999, ...cipher_suites],
      extensions: [
        opaque(0x4a4a),
        ...extensions.map((each) => {
          if (each.name === 'supported_groups')
            return { ...each, body: { named_group_list: [0x6a6a, ...(each.body.named_group_list ?? [])] } };
          if (each.name === 'supported_versions')
            return { ...each, body: { versions: [0x8a8a, ...(each.body.versions ?? [])] } };
          return each;
        }),
        opaque(0xfafa, Uint8Array.of(0)),
        opaque(4242, fromText('unheard of')),
      ],
    });
    const { server, client, insights } = saidBy('client', 'ClientHello', greased);
    // The client goes on from what was really said, so both sides agree on the transcript and on everything else.
    expect(faultIn(insights.server)).toBeUndefined();
    expect([client.status.state, server.status.state]).toEqual(['CONNECTED', 'CONNECTED']);
    const [shown = ''] = heardNames(insights.server, 'ClientHello');
    for (const text of ['GREASE (0x2a2a)', '0x9999', 'GREASE (0x6a6a)', 'GREASE (0x8a8a)', 'extension 4242'])
      expect(shown).toContain(text);
  });
  it('in a CertificateRequest are ignored too', () => {
    const { server, insights } = saidBy('server', 'CertificateRequest', adding(opaque(0x1a1a), opaque(4242)));
    expect(faultIn(insights.client)).toBeUndefined();
    expect(server.status.state).toBe('CONNECTED');
  });
});

describe('extensions that are refused', () => {
  const { codes } = extensionTypes;
  const cookie = Uint8Array.of(0, 1, 7);
  it.each([
    ['client', 'ClientHello', 'twice', adding(opaque(4242), opaque(4242)), 'duplicate-extension', 'illegal_parameter'],
    [
      'client',
      'ClientHello',
      'that only a CertificateRequest may carry',
      adding(opaque(codes.oid_filters, Uint8Array.of(0, 0))),
      'misplaced-extension',
      'illegal_parameter',
    ],
    [
      'client',
      'ClientHello',
      'pre_shared_key that isn’t the last',
      addingFirst(opaque(codes.pre_shared_key)),
      'misplaced-extension',
      'illegal_parameter',
    ],
    ['client', 'ClientHello', 'without key_share', without('key_share'), 'missing-extension', 'missing_extension'],
    [
      'client',
      'ClientHello',
      'without supported_groups',
      without('supported_groups'),
      'missing-extension',
      'missing_extension',
    ],
    [
      'client',
      'ClientHello',
      'without signature_algorithms',
      without('signature_algorithms'),
      'missing-extension',
      'missing_extension',
    ],
    [
      'client',
      'ClientHello',
      'without supported_versions',
      without('supported_versions'),
      'no-common-version',
      'protocol_version',
    ],
    ['server', 'ServerHello', 'not offered', adding(opaque(4242)), 'unsolicited-extension', 'unsupported_extension'],
    [
      'server',
      'ServerHello',
      'with a cookie',
      adding(opaque(codes.cookie, cookie)),
      'misplaced-extension',
      'illegal_parameter',
    ],
    ['server', 'ServerHello', 'without key_share', without('key_share'), 'missing-extension', 'missing_extension'],
    [
      'server',
      'ServerHello',
      'without supported_versions',
      without('supported_versions'),
      'no-common-version',
      'protocol_version',
    ],
    [
      'server',
      'EncryptedExtensions',
      'not offered',
      adding(opaque(4242)),
      'unsolicited-extension',
      'unsupported_extension',
    ],
    [
      'server',
      'EncryptedExtensions',
      'that belongs into the ServerHello',
      adding(opaque(codes.key_share)),
      'misplaced-extension',
      'illegal_parameter',
    ],
    [
      'server',
      'CertificateRequest',
      'without signature_algorithms',
      without('signature_algorithms'),
      'missing-extension',
      'missing_extension',
    ],
    [
      'server',
      'CertificateRequest',
      'that belongs into a hello',
      adding(opaque(codes.key_share)),
      'misplaced-extension',
      'illegal_parameter',
    ],
  ] as const)('%s’s %s %s', (role, name, _, rewrite, cause, alert) => {
    const { insights } = saidBy(role, name, rewrite);
    expect(faultIn(insights[role === 'client' ? 'server' : 'client'])).toMatchObject({ cause, alert });
  });
});

describe('answers that were not asked for', () => {
  const changing =
    (change: object): Rewrite =>
    (body: object) => ({ ...body, ...change });
  const choosingVersion =
    (selected_version: number): Rewrite =>
    ({ extensions, ...rest }: { extensions: { name?: string }[] }) => ({
      ...rest,
      extensions: extensions.map((each) =>
        each.name === 'supported_versions' ? { ...each, body: { selected_version } } : each,
      ),
    });
  it.each([
    ['a suite that was not offered', changing({ cipher_suite: 0x1304 }), 'suite-not-offered'],
    ['a compression method', changing({ legacy_compression_method: 1 }), 'bad-compression'],
    ['another session id', changing({ legacy_session_id_echo: Uint8Array.of(1) }), 'session-id-not-echoed'],
    ['an older version in supported_versions', choosingVersion(0x0303), 'version-not-offered'],
    ['a newer version in supported_versions', choosingVersion(0x0305), 'version-not-offered'],
    [
      'TLS 1.2 with the sentinel of a downgrade',
      ({ extensions, random, ...rest }: { extensions: { name?: string }[]; random: Uint8Array }) => ({
        ...rest,
        random: Uint8Array.from([...random.subarray(0, 24), ...fromText('DOWNGRD'), 1]),
        extensions: extensions.filter(({ name }) => name !== 'supported_versions'),
      }),
      'downgrade-sentinel',
    ],
  ] as const)('%s is refused', (_, rewrite, cause) => {
    const { insights } = saidBy('server', 'ServerHello', rewrite as Rewrite);
    expect(faultIn(insights.client)).toMatchObject({ cause, alert: 'illegal_parameter' });
  });
  it('a second HelloRetryRequest is refused', () => {
    let request: Uint8Array | undefined;
    const bend: Seams['bend'] = ({ name, bytes }) => {
      if (name === 'HelloRetryRequest') request = bytes;
      return name === 'ServerHello' && request ? [request] : [bytes];
    };
    const { insights } = handshake({ server: { groups: ['secp256r1'], seams: { bend } } });
    expect(faultIn(insights.client)).toMatchObject({ cause: 'second-retry', alert: 'unexpected_message' });
  });
  it('a HelloRetryRequest for a group whose share is there already, or was not offered, is refused', () => {
    const asking =
      (selected_group: number): Rewrite =>
      ({ extensions, ...rest }: { extensions: { name?: string }[] }) => ({
        ...rest,
        extensions: extensions.map((each) =>
          each.name === 'key_share' ? { ...each, body: { selected_group } } : each,
        ),
      });
    const asked = (group: number) =>
      handshake({ server: { groups: ['secp256r1'], seams: rewriting('HelloRetryRequest', asking(group)) } });
    expect(faultIn(asked(0x001d).insights.client)?.cause).toBe('needless-retry');
    expect(faultIn(asked(0x0019).insights.client)?.cause).toBe('group-not-offered');
  });
});

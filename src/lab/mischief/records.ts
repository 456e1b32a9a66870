// What can be wrong with the form of a record: its type, its length, its padding, and what it may hold at that moment.

import { type Bytes, concat, EMPTY } from '../../bytes/index.ts';
import { contentTypes, handshakeTypes, type Seams } from '../../tls/index.ts';
import { decodeMessage, encodeRecord } from '../../tls/wire/index.ts';
import type { Cast } from '../cast.ts';
import { bent } from '../catalogue/bend.ts';
import { byClient, byServer, type Entry, inBoth } from '../catalogue/entry.ts';
import type { Scenario } from '../scenario.ts';
import type { Tap } from '../wire.ts';
import { sealed } from './seal.ts';
import { atRecord, changed, contentOf, injected, messagesIn, tapped, typeOf, withContent } from './tap.ts';

type Inner = Parameters<NonNullable<Seams['seal']>>[0];

const { alert, application_data, change_cipher_spec, handshake } = contentTypes.codes;
/** A record of TLS 1.3 or 1.2 may hold this many bytes (RFC 9846 section 5.1, RFC 5246 section 6.2.1). */
const MOST = 2 ** 14;
/** RFC 5246 section 6.2.3: how much longer it may be once it is sealed; TLS 1.3 allows less. */
const MOST_ADDED = 2048;
/** RFC 6520: the type of a record that went down in history. */
const HEARTBEAT = 24;

export const recordForm: readonly Entry[] = [
  {
    id: 'bad-padding',
    who: 'client',
    topic: 'protection',
    // In TLS 1.2, the ciphers that this engine speaks know no padding.
    expect: { '1.3': (scenario) => byServer('no-content-type', 'unexpected_message', emptied(scenario)) },
    apply: firstSealed((inner) => ({ ...inner, content: EMPTY, type: 0, padding: inner.content.length })),
  },
  {
    id: 'wrong-inner-type',
    who: 'client',
    topic: 'protection',
    // In TLS 1.2 the type stands outside.
    expect: {
      '1.3': ({ clientAuthentication }) =>
        byServer(
          'unexpected-record',
          'unexpected_message',
          clientAuthentication === 'off' ? 'Finished' : 'Certificate',
        ),
    },
    apply: firstSealed((inner) => ({ ...inner, type: application_data })),
  },
  {
    id: 'oversized-record',
    who: 'client',
    topic: 'protection',
    expect: inBoth(() => byServer('record-too-long', 'record_overflow', 'application data')),
    apply: (cast) => ({ ...cast, client: stuffed(cast, MOST + MOST_ADDED + 1) }),
  },
  {
    id: 'oversized-plaintext',
    who: 'client',
    topic: 'protection',
    expect: inBoth(() => byServer('record-too-long', 'record_overflow', 'application data')),
    apply: (cast) => ({ ...cast, client: stuffed(cast, MOST + 1) }),
  },
  {
    id: 'empty-handshake-record',
    who: 'client',
    topic: 'protection',
    // RFC 9846 5.4 names the alert; RFC 5246 6.2.1 only forbids such a record.
    expect: inBoth((scenario) => byServer('empty-handshake-fragment', 'unexpected_message', emptied(scenario))),
    apply: firstSealed((inner) => ({ ...inner, content: EMPTY })),
  },
  {
    id: 'empty-data-record',
    who: 'client',
    topic: 'protection',
    expect: inBoth(() => ({
      noticed: false,
      because: 'empty-data-allowed',
    })),
    apply: (cast) => ({
      ...cast,
      script: (role, said, status, insights) => {
        if (role === 'server') return cast.script(role, said, status, insights);
        const line = cast.script(role, said.slice(1), status, insights);
        return line?.kind === 'send' && said.length === 0 ? { kind: 'send', data: EMPTY } : line;
      },
    }),
  },
  {
    id: 'empty-alert-record',
    who: 'client',
    topic: 'protection',
    expect: inBoth(() => byServer('empty-alert-fragment', 'unexpected_message', 'alert close_notify')),
    apply: (cast) => ({
      ...cast,
      client: sealed(cast.client, (inner) => (inner.type === alert ? { ...inner, content: EMPTY } : inner)),
    }),
  },
  {
    id: 'unknown-content-type',
    who: 'network',
    topic: 'protection',
    expect: inBoth(() => byServer('unknown-content-type', 'unexpected_message', 'ClientHello')),
    apply: (cast) =>
      tapped(
        cast,
        atRecord('client', 0, (hello) => [changed(hello, concat(Uint8Array.of(HEARTBEAT), hello.bytes.subarray(1)))]),
      ),
  },
  {
    id: 'key-change-inside-message',
    who: 'server',
    topic: 'protection',
    expect: { '1.3': () => byClient('key-change-inside-message', 'unexpected_message', 'ServerHello') },
    apply: (cast) => ({
      ...cast,
      server: bent(cast.server, 'ServerHello', (bytes) => [concat(bytes, BEGINNING)]),
    }),
  },
  {
    id: 'interleaved-record',
    who: 'network',
    topic: 'protection',
    expect: inBoth(() => byClient('interleaved-record', 'unexpected_message', 'ServerHello')),
    apply: (cast) => tapped(cast, interleaving),
  },
];

/** The header of an EncryptedExtensions, whose body would follow. */
const BEGINNING: Bytes = Uint8Array.of(handshakeTypes.codes.encrypted_extensions, 0, 0, 2);

/** The message that goes with the client's first protected record, when that no longer holds the first message. */
function emptied({ version, clientAuthentication, coalesced }: Scenario): string {
  return version === '1.2' || clientAuthentication === 'off' || coalesced ? 'Finished' : 'Certificate';
}

/** Changes what the first record of handshake holds that the client protects. */
function firstSealed(change: (inner: Inner) => Inner): (cast: Cast) => Cast {
  const isFirst = ({ type, sequence }: Inner): boolean => type === handshake && sequence === 0;
  return (cast) => ({ ...cast, client: sealed(cast.client, (inner) => (isFirst(inner) ? change(inner) : inner)) });
}

/** What the client sends as data is filled up with zeros to this length. */
function stuffed({ client }: Cast, length: number): Cast['client'] {
  return sealed(client, (inner) =>
    inner.type === application_data ? { ...inner, content: filledUp(inner.content, length) } : inner,
  );
}

function filledUp(content: Bytes, length: number): Bytes {
  return concat(content, new Uint8Array(Math.max(length - content.length, 0)));
}

const interleaving: Tap = (carriage) => {
  if (carriage.from !== 'server' || !beginsWithServerHello(carriage.bytes)) return [carriage];
  const content = contentOf(carriage.bytes);
  const half = 20;
  return [
    changed(carriage, withContent(carriage.bytes, content.subarray(0, half))),
    injected('server', encodeRecord(change_cipher_spec, 0x0303, Uint8Array.of(1))),
    injected('server', withContent(carriage.bytes, content.subarray(half))),
  ];
};

function beginsWithServerHello(record: Bytes): boolean {
  const [first] = typeOf(record) === 'handshake' ? messagesIn(contentOf(record)) : [];
  const decoded = first && decodeMessage(first, 'hello');
  return decoded?.ok === true && decoded.value.name === 'ServerHello';
}

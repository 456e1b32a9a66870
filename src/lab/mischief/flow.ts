// What can go wrong with the order of things: messages left out, too early or unasked for. A
// message for every state that doesn’t accept it stands in turns.ts, connections that just end in endings.ts.

import { type Bytes, EMPTY, fromText } from '../../bytes/index.ts';
import { contentTypes, handshakeTypes, type MessageName, type Role } from '../../tls/index.ts';
import { encodeRecord } from '../../tls/wire/index.ts';
import type { Cast } from '../cast.ts';
import { bent } from '../catalogue/bend.ts';
import { byClient, byServer, type Entry, type Expectation, inBoth } from '../catalogue/entry.ts';
import { http2 } from '../http2.ts';
import { http1, type Tongue } from '../script.ts';
import { atTurn, endings } from './endings.ts';
import { plausible, sayingFirst } from './plausible.ts';
import { watching } from './reword.ts';
import { sealed } from './seal.ts';
import { injected, tapped, typeOf } from './tap.ts';
import { turns } from './turns.ts';

const unexpectedByServer = (name: string) => byServer('unexpected-message', 'unexpected_message', name);
const unexpectedByClient = (name: string) => byClient('unexpected-message', 'unexpected_message', name);

const outOfOrder: readonly Entry[] = [
  {
    id: 'finished-too-early',
    who: 'client',
    topic: 'flow',
    expect: {
      '1.3': ({ clientAuthentication }) =>
        clientAuthentication === 'off'
          ? { noticed: false, because: 'nothing-but-finished' }
          : unexpectedByServer('Finished'),
      '1.2': () => unexpectedByServer('Finished'),
    },
    // In TLS 1.3 where its certificate is due; in TLS 1.2 without a ChangeCipherSpec before it, and so in the clear.
    apply: (cast) => {
      const early = plausible('Finished', 'client', cast);
      const { version, clientAuthentication } = cast.scenario;
      const last = clientAuthentication === 'off' ? 'ClientKeyExchange' : 'CertificateVerify';
      const client =
        version === '1.3'
          ? bent(cast.client, 'Certificate', () => [early])
          : bent(cast.client, last, (bytes) => [bytes, early]);
      return { ...cast, client };
    },
  },
  {
    id: 'server-finished-too-early',
    who: 'server',
    topic: 'flow',
    expect: inBoth(() => unexpectedByClient('Finished')),
    // In TLS 1.3 where its certificate is due, in TLS 1.2 before the keys are agreed on.
    apply: (cast) => {
      const early = plausible('Finished', 'server', cast);
      const due: MessageName = cast.scenario.version === '1.3' ? 'Certificate' : 'ServerHelloDone';
      return { ...cast, server: bent(cast.server, due, () => [early]) };
    },
  },
  {
    id: 'data-before-finished',
    who: 'client',
    topic: 'flow',
    expect: inBoth(() => byServer('unexpected-record', 'unexpected_message', 'Finished')),
    apply: (cast) => speakingInsteadOfFinished(cast, 'client', tongueOf(cast).request(cast.scenario.name)),
  },
  {
    id: 'server-data-before-finished',
    who: 'server',
    topic: 'flow',
    expect: inBoth(() => byClient('unexpected-record', 'unexpected_message', 'Finished')),
    apply: (cast) => speakingInsteadOfFinished(cast, 'server', answerOf(cast)),
  },
  {
    id: 'certificate-unasked',
    who: 'client',
    topic: 'flow',
    expect: inBoth(({ clientAuthentication }) =>
      clientAuthentication === 'off'
        ? unexpectedByServer('Certificate')
        : { noticed: false, because: 'certificate-asked-for' },
    ),
    apply: (cast) => {
      const { version, clientAuthentication } = cast.scenario;
      if (clientAuthentication !== 'off') return cast;
      const shown = plausible('Certificate', 'client', cast);
      const first: MessageName = version === '1.3' ? 'Finished' : 'ClientKeyExchange';
      return { ...cast, client: bent(cast.client, first, (bytes) => [shown, bytes]) };
    },
  },
];

const twice: readonly Entry[] = [
  {
    id: 'renegotiation',
    who: 'client',
    topic: 'flow',
    expect: {
      '1.3': () => ({ ...unexpectedByServer('ClientHello'), late: true }),
      '1.2': () => refusedByWarning('server'),
    },
    apply: (cast) => {
      const said: Bytes[] = [];
      const client = watching(cast.client, (insight) => {
        if (insight.kind === 'said' && insight.message.name === 'ClientHello') said.push(insight.message.bytes);
      });
      return sayingFirst({ ...cast, client }, 'client', () => said.at(-1) ?? EMPTY);
    },
  },
  {
    id: 'hello-request',
    who: 'server',
    topic: 'flow',
    // TLS 1.3 has no such message any more, only its number.
    expect: { '1.3': () => unexpectedByClient('hello_request'), '1.2': () => refusedByWarning('client') },
    apply: (cast) => {
      const request = plausible('HelloRequest', 'server', cast);
      return sayingFirst(cast, 'server', () => request);
    },
  },
];

/** RFC 5746 section 4.2. */
function refusedByWarning(by: Role): Expectation {
  return { noticed: false, because: { why: 'refused-by-warning', who: by } };
}

const onTheWire: readonly Entry[] = [
  {
    id: 'change-cipher-spec-too-early',
    who: 'network',
    topic: 'flow',
    // CVE-2014-0224. It comes in before the first message of the client's flight has arrived.
    expect: {
      '1.2': ({ clientAuthentication }) =>
        unexpectedByServer(clientAuthentication === 'off' ? 'ClientKeyExchange' : 'Certificate'),
    },
    apply: (cast) =>
      tapped(
        cast,
        atTurn(2, (record) => [injected('client', changeCipherSpec), record]),
      ),
  },
  {
    id: 'change-cipher-spec-twice',
    who: 'network',
    topic: 'flow',
    expect: {
      '1.3': ({ compatibility }) => ({
        noticed: false,
        because: compatibility ? 'change-cipher-spec-ignored' : 'no-change-cipher-spec',
      }),
      // After the first one everything counts as protected, so the second one is a record that doesn’t open.
      '1.2': () => byServer('bad-record-mac', 'bad_record_mac', 'change_cipher_spec'),
    },
    apply: (cast) =>
      tapped(cast, (record) => {
        const again = record.from === 'client' && typeOf(record.bytes) === 'change_cipher_spec';
        return again ? [record, injected('client', record.bytes)] : [record];
      }),
  },
];

const changeCipherSpec = encodeRecord(contentTypes.codes.change_cipher_spec, 0x0303, Uint8Array.of(1));

export const flow: readonly Entry[] = [...turns, ...outOfOrder, ...twice, ...onTheWire, ...endings];

/** What the client would speak when all went well. */
function tongueOf({ scenario }: Cast): Tongue {
  return scenario.alpn === 'h2' ? http2 : http1;
}

/** What a server can say that knows nobody and was asked for nothing. */
function answerOf(cast: Cast): Bytes {
  return cast.scenario.alpn === 'h2' ? http2.page(null) : fromText('HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n');
}

/** Data in the place of Finished, in the same record and under the same keys. */
function speakingInsteadOfFinished(cast: Cast, who: Role, data: Bytes): Cast {
  // Data shares no record with messages, so these get records of their own too.
  const records = { ...cast[who].records, coalesce: false };
  const { handshake, application_data } = contentTypes.codes;
  const config = sealed({ ...cast[who], records }, (inner) =>
    inner.type === handshake && inner.content[0] === handshakeTypes.codes.finished
      ? { ...inner, type: application_data, content: data }
      : inner,
  );
  return { ...cast, [who]: config };
}

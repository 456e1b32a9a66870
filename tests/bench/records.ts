// Much in small pieces, handed to an endpoint at once: what is legal, to its end, and floods, until they are refused.

import { type Bytes, EMPTY } from '../../src/bytes/index.ts';
import { type Endpoint, handshakeTypes, type Role, type Version } from '../../src/tls/index.ts';
import { contentTypes } from '../../src/tls/wire/iana.ts';
import { handshake, keysIn, messageWith, recordWith } from '../unit/tls/pair.ts';
import { floods, pieces } from './names.ts';
import { type Sample, timed } from './sample.ts';

const { alert, application_data, change_cipher_spec } = contentTypes.codes;
const { client_hello, hello_request, new_session_ticket } = handshakeTypes.codes;
const MUCH = 2 ** 20;
const MAX_RECORD = 2 ** 14;
/** As long as a message may be. */
const HELLO = messageWith(client_hello, new Uint8Array(131_396));
const TICKET = messageWith(new_session_ticket, Uint8Array.of(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 7, 0, 0));
const USER_CANCELED = Uint8Array.of(1, 90);

/** An endpoint, and what it gets to hear. */
interface Load {
  readonly hearer: Endpoint;
  readonly bytes: Bytes;
}

const loads: Readonly<Record<keyof typeof pieces | keyof typeof floods, () => Load>> = {
  data: () => afterwards('1.3', 'server', Uint8Array.of(7), application_data),
  older: () => afterwards('1.2', 'server', Uint8Array.of(7), application_data),
  message: () => ({
    hearer: before('server'),
    bytes: joined(Array.from(HELLO, (byte) => recordWith({}, Uint8Array.of(byte)))),
  }),
  changeCipherSpec: () => ({
    hearer: before('client'),
    bytes: repeated(recordWith({}, Uint8Array.of(1), change_cipher_spec), MUCH),
  }),
  empty: () => afterwards('1.3', 'server', EMPTY, application_data),
  canceled: () => afterwards('1.3', 'server', USER_CANCELED, alert),
  keyUpdates: () => {
    const { client, server } = connected('1.3');
    const turns = Array.from({ length: 1000 }, () => client.updateKeys(true));
    return {
      hearer: server,
      bytes: joined(turns.flat().flatMap((item) => (item.kind === 'wire' ? [item.bytes] : []))),
    };
  },
  tickets: () => afterwards('1.3', 'client', repeated(TICKET, MAX_RECORD)),
  helloRequests: () => afterwards('1.2', 'client', repeated(messageWith(hello_request, EMPTY), MAX_RECORD)),
};

export async function recordSamples(): Promise<Sample[]> {
  const samples: Sample[] = [];
  for (const [kind, name] of Object.entries({ ...pieces, ...floods }) as [keyof typeof loads, string][]) {
    const { hearer, bytes } = loads[kind]();
    const sample = await timed(name, () => hearer.fork().receive(bytes).length, { runs: 5, warm: 1 });
    samples.push({ ...sample, ...(kind in pieces && { bytes: bytes.length }) });
  }
  return samples;
}

function connected(version: Version) {
  return handshake({ client: { versions: [version] }, server: { versions: [version] } });
}

/** A side before the first record that comes to it. */
function before(role: Role): Endpoint {
  const first = handshake({ snapshots: true }).deliveries.find(({ to }) => to === role);
  if (!first) throw new Error(`nothing comes to the ${role}`);
  return first.before;
}

/** A side that is connected, and a lot of records of one content. */
function afterwards(version: Version, role: Role, content: Bytes, type?: number): Load {
  const pair = connected(version);
  const keys = keysIn(pair.insights[role], 'read');
  const records: Bytes[] = [];
  for (let length = 0, ahead = 0; length < MUCH; ahead++) {
    const record = recordWith({ keys: keys && { ...keys, sequence: keys.sequence + ahead } }, content, type);
    records.push(record);
    length += record.length;
  }
  return { hearer: pair[role], bytes: joined(records) };
}

/** As many copies as fit into `length` bytes. */
function repeated(bytes: Bytes, length: number): Bytes {
  return joined(new Array<Bytes>(Math.floor(length / bytes.length)).fill(bytes));
}

/** Like `concat`, for more than fit into one call. */
function joined(parts: readonly Bytes[]): Bytes {
  const whole = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

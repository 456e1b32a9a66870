// The whole catalogue, in both versions, as captures that tshark opens: what it lists is what the receivers got.

import { expect, it } from 'vitest';
import { concat } from '../../src/bytes/index.ts';
import { catalogue, defaultScenario, run, type Scenario, supply, type Timeline } from '../../src/lab/index.ts';
import { toPcapng } from '../../src/story/export/index.ts';
import { handshakeTypes, type Insight, type Role, type Version } from '../../src/tls/index.ts';
import { withPrograms } from './program.ts';
import { nothing, type Seen, type Stream, streamsIn, tshark } from './tshark.ts';

await supply();

/** What tshark lists otherwise, and why. */
interface Exception {
  readonly why: string;
  readonly differs: readonly string[];
}

const otherContent = (...differs: readonly string[]): Exception => ({
  why: 'The record holds something else than its sender said: tshark lists what is in it, as the receiver read it.',
  differs,
});
const serverFlight = ['encrypted_extensions', 'certificate_request', 'certificate', 'certificate_verify', 'finished'];
const flightUnread = (why: string): Exception => ({
  why,
  differs: serverFlight.map((name) => `- server: ${name}`),
});
const lastUnread = (why: string, ...differs: readonly string[]): Exception => ({ why, differs });

const exceptions: Readonly<Record<string, Exception>> = {
  'server-picks-version-not-offered (1.3)': flightUnread(
    'The records are those of TLS 1.3, and tshark goes by the version that ServerHello names.',
  ),
  'server-picks-suite-not-offered (1.3)': flightUnread(
    'The records are under another suite than ServerHello names, and tshark goes by that.',
  ),
  'server-unexpected-message at 1 (1.3)': flightUnread(
    'No ServerHello comes, so tshark does not know what the records are.',
  ),
  'key-change-inside-message (1.3)': flightUnread(
    'ServerHello ends in the middle of a record, and tshark begins with the new keys before the rest is there.',
  ),
  'client-unexpected-message at 5 (1.3)': lastUnread(
    'tshark changes keys at a KeyUpdate that the server refuses.',
    '- client: 37 bytes',
  ),
  'client-unexpected-message at 6 (1.3)': lastUnread(
    'tshark changes keys at each Finished, and here come two.',
    '- client: 37 bytes',
  ),
  'finished-too-early (1.3)': lastUnread(
    'tshark changes keys at Finished, which comes too early.',
    '- client: certificate_verify',
    '- client: finished',
  ),
  'server-finished-too-early (1.3)': lastUnread(
    'tshark changes keys at Finished, which comes too early.',
    '- server: certificate_verify',
    '- server: finished',
  ),
  'data-before-finished (1.3)': otherContent('- client: finished'),
  'server-data-before-finished (1.3)': otherContent('- server: finished', '+ server: 38 bytes'),
  'wrong-inner-type (1.3)': otherContent('- client: certificate', '+ client: 1016 bytes'),
  'empty-handshake-record (1.3)': otherContent('- client: certificate'),
  'empty-data-record (1.3)': lastUnread('tshark has no line for data of no length.', '- client: 0 bytes'),
  'empty-alert-record (1.3)': otherContent('- client: alert 0'),
  'data-before-finished (1.2)': otherContent('- client: finished', '+ client: 37 bytes'),
  'server-data-before-finished (1.2)': otherContent('- server: finished', '+ server: 38 bytes'),
  'empty-handshake-record (1.2)': otherContent('- client: finished'),
  'empty-data-record (1.2)': lastUnread('tshark has no line for data of no length.', '- client: 0 bytes'),
  'empty-alert-record (1.2)': otherContent('- client: alert 0'),
};

const versions: readonly Version[] = ['1.3', '1.2'];

/** Everything that the catalogue can do, at every place that it names, each with a seed of its own: a capture of all keeps them apart. */
const runs = versions.flatMap((version) => [
  ...(['off', 'asked', 'required'] as const).map((clientAuthentication) =>
    played(`honest, ${clientAuthentication}`, { version, clientAuthentication }),
  ),
  ...(['P-384', 'RSA', 'Ed25519'] as const).map((keys) => played(`honest, ${keys}`, { version, keys })),
  played('honest, coalesced', { version, coalesced: true }),
  played('honest, HTTP/2', { version, alpn: 'h2' }),
  played('honest, AES-256', { version, suite: 'TLS_AES_256_GCM_SHA384' }),
  played('honest, ChaCha20', { version, suite: 'TLS_CHACHA20_POLY1305_SHA256' }),
  version === '1.3'
    ? played('honest, retry', { version, retry: true, compatibility: true })
    : played('honest, static RSA', { version, keys: 'RSA', keyExchange: 'static' }),
  ...catalogue()
    .filter(({ expect: expected }) => expected[version] !== undefined)
    .flatMap(({ id, takes }) => {
      const places = takes?.at === 'any record' ? [] : (takes?.at?.[version] ?? []);
      const all = places.length === 0 ? [{ id }] : places.map(({ at }) => ({ id, at }));
      return all.map((mischief) => {
        const at = 'at' in mischief ? ` at ${mischief.at}` : '';
        return played(`${id}${at}`, { version, mischief: [mischief] });
      });
    }),
]);

interface Played {
  readonly name: string;
  readonly timeline: Timeline;
}

function played(title: string, scenario: Partial<Scenario> & Pick<Scenario, 'version'>): Played {
  const name = `${title} (${scenario.version})`;
  return { name, timeline: run({ ...defaultScenario, ...scenario, seed: name }) };
}

withPrograms('captures', [tshark], () => {
  const streams = streamsIn(concat(...runs.map(({ timeline }) => toPcapng(timeline, { run: 'A run' }))));

  it('are each a connection of its own', () => {
    expect(streams.length).toBe(runs.length);
  });

  it.each(runs.map((each, index) => ({ ...each, stream: streams[index] })))('$name', ({ name, timeline, stream }) => {
    const expected = leftAlone(timeline) ? saidIn(timeline) : readIn(timeline);
    const as = leftAlone(timeline) ? stream?.seen : within(stream, expected);
    const { why, differs = [] }: Partial<Exception> = exceptions[name] ?? {};
    expect(differences(as, expected), why).toEqual(differs);
    if (differs.length === 0) expect(as).toEqual(expected);
    expect(stream?.odd).toEqual([]);
  });

  it('have no exception without a run', () => {
    const names = runs.map(({ name }) => name);
    expect(Object.keys(exceptions).filter((name) => !names.includes(name))).toEqual([]);
  });
});

/** Whether every record came as it was sent, and could be opened by whoever looked at it. */
function leftAlone(timeline: Timeline): boolean {
  return timeline.moments.every(
    (moment) =>
      !('carriage' in moment) || (moment.carriage.fate === 'delivered' && !refused(timeline, moment.carriage.record)),
  );
}

/** Every step of a run: as it was heard, and where nobody read it, as it was said. */
function saidIn(timeline: Timeline): Stream['seen'] {
  const seen = { client: nothing(), server: nothing() };
  for (const { from, kind, said, heard = said } of timeline.steps) {
    const moment = timeline.moments[heard];
    if (kind === 'change_cipher_spec') seen[from].changes++;
    else if (moment && moment.who !== 'network') note(seen[from], moment.insight);
  }
  return seen;
}

/** What was read before the first record that its receiver could not open. */
function readIn(timeline: Timeline): Stream['seen'] {
  const seen = { client: nothing(), server: nothing() };
  const closed = timeline.moments.find(
    (moment) =>
      'carriage' in moment && moment.carriage.fate !== 'dropped' && !openedIn(timeline, moment.carriage.record),
  );
  const end = closed && 'carriage' in closed ? closed.carriage.record : Number.POSITIVE_INFINITY;
  for (const moment of timeline.moments) {
    if (moment.who === 'network' || moment.cause === undefined || moment.cause >= end) continue;
    const { who, insight } = moment;
    const from = who === 'client' ? 'server' : 'client';
    if (insight.kind === 'heard') note(seen[from], insight);
    if (insight.kind === 'opened' && insight.record.type === 'change_cipher_spec') seen[from].changes++;
    if ((insight.kind === 'alert' || insight.kind === 'data') && insight.direction === 'received')
      note(seen[from], insight);
  }
  return seen;
}

/** Whether a side looked at a record, could not open it, and said so. */
function refused(timeline: Timeline, record: number): boolean {
  return !openedIn(timeline, record) && caused(timeline, record, 'fault');
}

function openedIn(timeline: Timeline, record: number): boolean {
  return caused(timeline, record, 'opened');
}

function caused({ moments }: Timeline, record: number, kind: Insight['kind']): boolean {
  return moments.some((moment) => moment.who !== 'network' && moment.cause === record && moment.insight.kind === kind);
}

function note(seen: Seen, insight: Insight): void {
  if (insight.kind === 'said' || insight.kind === 'heard') {
    const { bytes } = insight.message;
    seen.messages.push(`${bytes[0]} ${bytes.length - 4}`);
  }
  if (insight.kind === 'alert') seen.alerts.push(String(insight.code));
  if (insight.kind === 'data') seen.data.push(String(insight.bytes.length));
}

/** What is listed and was not expected, and the other way round. */
function differences(as: Stream['seen'] | undefined, expected: Stream['seen']): readonly string[] {
  return (['client', 'server'] as const).flatMap((role) => {
    const [listed, wanted] = [linesOf(as?.[role] ?? nothing()), linesOf(expected[role])];
    return [
      ...without(wanted, listed).map((line) => `- ${role}: ${line}`),
      ...without(listed, wanted).map((line) => `+ ${role}: ${line}`),
    ];
  });
}

function linesOf({ messages, alerts, data }: Seen): readonly string[] {
  const nameOf = (message: string) => handshakeTypes.name(Number.parseInt(message, 10)) ?? message;
  return [...messages.map(nameOf), ...alerts.map((code) => `alert ${code}`), ...data.map((size) => `${size} bytes`)];
}

/** What is in the first list more often than in the second. */
function without(first: readonly string[], second: readonly string[]): readonly string[] {
  const rest = [...second];
  return first.filter((line) => {
    const at = rest.indexOf(line);
    if (at >= 0) rest.splice(at, 1);
    return at < 0;
  });
}

/** As much of what tshark lists as is expected: more may follow. */
function within(stream: Stream | undefined, expected: Stream['seen']): Stream['seen'] | undefined {
  if (!stream) return undefined;
  const cut = (role: Role): Seen => ({
    messages: stream.seen[role].messages.slice(0, expected[role].messages.length),
    alerts: stream.seen[role].alerts.slice(0, expected[role].alerts.length),
    data: stream.seen[role].data.slice(0, expected[role].data.length),
    changes: Math.min(stream.seen[role].changes, expected[role].changes),
  });
  return { client: cut('client'), server: cut('server') };
}

// The example handshakes of RFC 8448, replayed through the codec, the key schedule, record protection and the checkers of
// CertificateVerify and Finished. Section 4 needs resumption, which this engine doesn't speak; its messages go through the codec.

import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { type Bytes, concat, EMPTY, fromHex, toHex, walk } from '../../src/bytes/index.ts';
import { groups, schemes, sha256 } from '../../src/crypto/index.ts';
import { parseCertificate } from '../../src/pki/index.ts';
import { finishShare } from '../../src/tls/keys/exchange.ts';
import { secretName } from '../../src/tls/keys/name.ts';
import { signedContent } from '../../src/tls/keys/proofs.ts';
import { completed, earlyStage, handshakeStage, mainStage, verifyData } from '../../src/tls/keys/schedule.ts';
import type { Agreed, Secret, TrafficSecret } from '../../src/tls/keys/secret.ts';
import { suite13 } from '../../src/tls/keys/suite.ts';
import { extended, noMessages, retried, type Transcript } from '../../src/tls/keys/transcript.ts';
import { trafficKeys } from '../../src/tls/record/protect.ts';
import { open, seal, type TrafficKeys } from '../../src/tls/record/traffic.ts';
import { find } from '../../src/tls/wire/extension.ts';
import { groupNames, signatureSchemes } from '../../src/tls/wire/iana.ts';
import { decodeMessage, encodeMessage, type Message } from '../../src/tls/wire/message.ts';
import { encodeRecord } from '../../src/tls/wire/record.ts';

interface Step {
  readonly actor: 'client' | 'server';
  readonly action: string;
  readonly values: Readonly<Record<string, string>>;
}
interface Trace {
  readonly title: string;
  readonly steps: readonly Step[];
}
const data = JSON.parse(readFileSync(new URL('data/rfc8448.json', import.meta.url), 'utf8')) as {
  sections: Record<string, Trace>;
};
const suite = suite13(0x1301);
if (!suite) throw new Error('TLS_AES_128_GCM_SHA256 is missing');

const section = (number: string): Trace => data.sections[number] as Trace;
const constructed = (trace: Trace) => trace.steps.filter(({ action }) => /^construct an? .* message/.test(action));
const messageOf = (step: Step): Bytes => fromHex(Object.values(step.values)[0] as string);
/** Section 4 prints its ClientHello without the PSK binders; whole it stands only in the record that carries it. */
const wholeMessageOf = (trace: Trace, step: Step): Bytes => {
  const bytes = messageOf(step);
  const sent = trace.steps.find(({ values }) => step.values.ClientHello && values.payload?.startsWith(toHex(bytes)));
  return sent ? fromHex(sent.values.payload as string) : bytes;
};
const decoded = (bytes: Bytes): Message => {
  const result = decodeMessage(bytes, '1.3');
  if (!result.ok) throw result.flaw;
  return result.value;
};

describe.each(['3', '4', '5', '6', '7'])('RFC 8448 section %s: messages', (number) => {
  const messages = constructed(section(number));
  it('has messages', () => expect(messages.length).toBeGreaterThanOrEqual(6));
  it.each(messages.map((step, index) => [index, Object.keys(step.values)[0], step] as const))(
    '%i %s: decode, tile, encode',
    (_, __, step) => {
      const bytes = wholeMessageOf(section(number), step);
      const result = decodeMessage(bytes, '1.3');
      expect(result.ok).toBe(true);
      if (!result.ok) return;
      const again = encodeMessage(result.value);
      expect(toHex(again.bytes)).toBe(toHex(bytes));
      expect(again.field).toEqual(result.field);
      for (const { field } of walk(result.field)) {
        if (field.children.length === 0) continue;
        expect(field.children[0]?.start).toBe(field.start);
        expect(field.children.at(-1)?.end).toBe(field.end);
      }
    },
  );
});

/** Everything that a trace fixes, computed by our own schedule from its messages and ephemeral keys. */
function replay(trace: Trace) {
  const secrets = new Map<string, Secret>();
  const note = (secret: Secret) => void secrets.set(secretName(secret.id), secret);
  const messages = constructed(trace).map(messageOf);
  const names = messages.map((bytes) => decoded(bytes).name);
  const at = (wanted: string, from = 0) => names.indexOf(wanted as Message['name'], from);
  const upTo = (index: number, start: Transcript = noMessages, first = 0) =>
    extended(start, ...messages.slice(first, index + 1));
  const retry = at('HelloRetryRequest');
  const start = retry >= 0 ? retried(sha256, [messages[0] as Bytes]) : noMessages;
  const first = retry >= 0 ? retry : 0;
  const transcript = (index: number) => upTo(index, start, first);
  const hello = decoded(messages[at('ServerHello')] as Bytes);
  if (hello.name !== 'ServerHello') throw new Error('no ServerHello');
  const early = earlyStage(sha256, note);
  const stage = handshakeStage(early, sharedSecret(trace, hello), transcript(at('ServerHello')), note);
  const serverFinished = at('Finished');
  const clientFinished = at('Finished', serverFinished + 1);
  const main = mainStage(stage, transcript(serverFinished), note);
  completed(main, transcript(clientFinished), note);
  return { messages, names, secrets, stage, main, transcript, serverFinished, clientFinished };
}

function sharedSecret(trace: Trace, hello: Extract<Message, { name: 'ServerHello' }>): Agreed {
  const entry = find(hello.body.extensions, 'key_share')?.server_share;
  const group = groups.find(({ name }) => groupNames.codes[name] === entry?.group);
  const pairs = trace.steps.filter(
    ({ actor, action }) => actor === 'client' && action.startsWith('create an ephemeral'),
  );
  if (!entry || !group) throw new Error('no key_share');
  const privateKey = fromHex(pairs.at(-1)?.values['private key'] as string);
  const id = { kind: 'share', of: 'client', group: group.name } as const;
  const own = { kind: 'share', id, value: EMPTY, privateKey } as const;
  const agreed = finishShare(group, own, entry.key_exchange, 'shared_secret');
  if (!agreed) throw new Error('no shared secret');
  return agreed;
}

const expectedSecrets: readonly (readonly [string, RegExp, 'secret' | 'expanded'])[] = [
  ['early_secret', /^extract secret "early"/, 'secret'],
  ['derived from early_secret', /^derive secret for handshake "tls13 derived"/, 'expanded'],
  ['handshake_secret', /^extract secret "handshake"/, 'secret'],
  ['client_handshake_traffic_secret', /"tls13 c hs traffic"/, 'expanded'],
  ['server_handshake_traffic_secret', /"tls13 s hs traffic"/, 'expanded'],
  ['derived from handshake_secret', /^derive secret for master "tls13 derived"/, 'expanded'],
  ['main_secret', /^extract secret "master"/, 'secret'],
  ['client_application_traffic_secret_0', /"tls13 c ap traffic"/, 'expanded'],
  ['server_application_traffic_secret_0', /"tls13 s ap traffic"/, 'expanded'],
  ['exporter_secret', /"tls13 exp master"/, 'expanded'],
  ['resumption_secret', /"tls13 res master"/, 'expanded'],
];

describe.each(['3', '5', '6', '7'])('RFC 8448 section %s: keys and proofs', (number) => {
  const trace = section(number);
  const { messages, names, secrets, stage, transcript, serverFinished, clientFinished } = replay(trace);

  it.each(expectedSecrets)('%s', (name, action, key) => {
    const step = trace.steps.find((candidate) => action.test(candidate.action) && candidate.values[key]);
    expect(step).toBeDefined();
    expect(toHex(secrets.get(name)?.value as Bytes)).toBe(step?.values[key]);
  });

  it.each(['server', 'client'] as const)('Finished of the %s', (who) => {
    const index = who === 'server' ? serverFinished : clientFinished;
    const finished = decoded(messages[index] as Bytes);
    if (finished.name !== 'Finished') throw new Error('not a Finished');
    const expected = verifyData(sha256, stage.traffic[who], transcript(index - 1), () => undefined);
    expect(toHex(expected)).toBe(toHex(finished.body.verify_data));
  });

  const proofs = names.flatMap((name, index) => (name === 'CertificateVerify' ? [index] : []));
  it('has a CertificateVerify for every Certificate', () => {
    expect(proofs.length).toBe(names.filter((name) => name === 'Certificate').length);
    expect(proofs.length).toBe(number === '6' ? 2 : 1);
  });
  it.each(proofs)('CertificateVerify, message %i', (index) => {
    const certificate = decoded(messages[index - 1] as Bytes);
    const verify = decoded(messages[index] as Bytes);
    if (certificate.name !== 'Certificate' || verify.name !== 'CertificateVerify') throw new Error('not in order');
    if (certificate.dialect !== undefined) throw new Error('not of TLS 1.3');
    const key = parseCertificate(certificate.body.certificate_list[0]?.cert_data as Bytes).publicKey;
    const scheme = schemes.find(({ name }) => signatureSchemes.codes[name] === verify.body.algorithm);
    const signer = index < serverFinished ? 'server' : 'client';
    const other = signer === 'server' ? 'client' : 'server';
    if (!key || !scheme) throw new Error('unknown key or scheme');
    expect(scheme.verify(key, signedContent(signer, sha256, transcript(index - 1)), verify.body.signature)).toBe(true);
    expect(scheme.verify(key, signedContent(other, sha256, transcript(index - 1)), verify.body.signature)).toBe(false);
    expect(scheme.verify(key, signedContent(signer, sha256, transcript(index - 2)), verify.body.signature)).toBe(false);
  });

  it('records: sealed and opened, byte for byte', () => {
    expect(replayRecords(trace, secrets)).toBeGreaterThanOrEqual(4);
  });
});

/** Seals and opens every record of a trace under keys of our own making. @returns how many were protected */
function replayRecords(trace: Trace, secrets: ReadonlyMap<string, Secret>): number {
  if (!suite) return 0;
  const keysFor = (secret: string): TrafficKeys => trafficKeys(suite, secrets.get(secret) as TrafficSecret);
  const keys: Record<string, TrafficKeys> = {};
  let finished = { client: false, server: false };
  let count = 0;
  for (const { actor, action, values } of trace.steps) {
    const record = values['complete record'];
    if (!record || !/^send (handshake|alert|application_data) record/.test(action)) continue;
    const payload = fromHex(values.payload as string);
    const bytes = fromHex(record);
    if (bytes[0] !== 23) {
      expect(toHex(encodeRecord(22, bytes[2] === 1 ? 0x0301 : 0x0303, payload))).toBe(record);
      continue;
    }
    const epoch = finished[actor] ? 'application' : 'handshake';
    const name = epoch === 'handshake' ? `${actor}_handshake_traffic_secret` : `${actor}_application_traffic_secret_0`;
    const current = keys[name] ?? keysFor(name);
    const type = /alert/.test(action) ? 21 : /application_data/.test(action) ? 23 : 22;
    expect(toHex(seal(current, payload, type, 0).bytes)).toBe(record);
    const opened = open(current, bytes);
    expect([toHex(opened.content), opened.type]).toEqual([toHex(payload), type]);
    keys[name] = { ...current, sequence: current.sequence + 1 };
    if (epoch === 'handshake') finished = { ...finished, [actor]: true };
    count++;
  }
  return count;
}

describe('RFC 8448 section 6 in its simple shape', () => {
  const simple = JSON.parse(readFileSync(new URL('data/rfc8448-section6.json', import.meta.url), 'utf8')) as Record<
    string,
    string
  >;
  const order = [
    'clientHello',
    'serverHello',
    'encryptedExtensions',
    'certificateRequest',
    'serverCertificate',
    'serverCertificateVerify',
    'serverFinished',
  ];
  it('agrees with the full trace, message by message', () => {
    const full = constructed(section('6')).map(messageOf);
    const joined = order.map((name) => fromHex(simple[name] as string));
    expect(toHex(concat(...joined))).toBe(toHex(concat(...full.slice(0, joined.length))));
  });
});

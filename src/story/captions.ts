// The one plain line under each arrow, made from this run's values.
// Its words come from words/picture.ts.

import { type Bytes, toText } from '../bytes/index.ts';
import type { Step, Timeline } from '../lab/index.ts';
import type { SeenMessage } from '../tls/index.ts';
import { shortSuite } from '../words/grammar.ts';
import { captions } from '../words/picture.ts';
import { versionOf } from './account.ts';
import {
  authoritiesIn,
  certificatesIn,
  dataIn,
  extensionsOf,
  fieldNamed,
  listNamed,
  messageOf,
  valueNamed,
} from './reading.ts';

/** The caption of a step's arrow; undefined where there is nothing to add to the title. */
export function captionOf(timeline: Timeline, step: Step): string | undefined {
  if (step.kind === 'change_cipher_spec') return captions.changeCipherSpec[versionOf(timeline)];
  if (step.kind === 'data') {
    const data = dataIn(timeline, step);
    return data && captions.data(firstLine(data), data.length);
  }
  const message = messageOf(timeline, step);
  return message && writers[message.name]?.(message, timeline);
}

/** The first line of data that are text, shortened; empty for anything else. */
export function firstLine(data: Bytes): string {
  const line = /^[\x20-\x7e]+/.exec(toText(data.subarray(0, 80)))?.[0] ?? '';
  const brief = line.replace(/ HTTP\/1\.[01]$/, '').replace(/^HTTP\/1\.[01] /, '');
  return brief.length > 24 ? `${brief.slice(0, 23)}…` : brief;
}

const writers: Readonly<Record<string, (message: SeenMessage, timeline: Timeline) => string | undefined>> = {
  ClientHello: (message) => {
    if (message.epoch !== 'cleartext') return captions.anotherHandshake;
    if (message.ordinal > 0) return captions.secondHello(valueNamed(message.field, 'group') ?? '');
    const [first = '', ...others] = helloParts(message);
    return captions.hello([first, captions.suites, ...others]);
  },
  ServerHello: ({ field }) => {
    const version = valueNamed(field, 'selected_version') ?? valueNamed(field, 'legacy_version');
    const suite = valueNamed(field, 'cipher_suite') ?? '';
    const parts = [version, exchangeOf(suite), shortSuite(suite), valueNamed(field, 'group')];
    return captions.hello(parts.filter((part) => part !== undefined));
  },
  HelloRetryRequest: ({ field }) => captions.retry(valueNamed(field, 'selected_group')),
  EncryptedExtensions: ({ field }) => captions.encryptedExtensions(listNamed(field, 'protocol_name_list')[0]),
  CertificateRequest: (message) => captions.request(authoritiesIn(message)),
  Certificate: (message) => {
    const [leaf, ...others] = certificatesIn(message);
    if (leaf) return leaf.subject.commonName === undefined ? leaf.subject.text : `CN=${leaf.subject.commonName}`;
    return others.length > 0 || message.field.flaw !== undefined || certificatesIn(message).length > 0
      ? captions.unreadableCertificate
      : captions.emptyCertificate;
  },
  ServerKeyExchange: ({ field }) =>
    captions.share(valueNamed(field, 'named_curve') ?? '', valueNamed(field, 'algorithm') ?? ''),
  ServerHelloDone: () => captions.done,
  ClientKeyExchange: ({ field }, timeline) =>
    fieldNamed(field, 'encrypted_pre_master_secret') ? captions.encryptedSecret : captions.answer(namedGroup(timeline)),
  HelloRequest: () => captions.anotherHandshake,
  CertificateVerify: ({ field }) => captions.verify(valueNamed(field, 'algorithm') ?? ''),
  Finished: () => captions.finished,
  NewSessionTicket: () => captions.ticket,
  KeyUpdate: ({ field }) =>
    captions.keyUpdate(valueNamed(field, 'request_update')?.startsWith('update_requested') === true),
};

/** In the table's order, not in that of the message: the caption reads the same for every client. The version comes first. */
function helloParts(message: SeenMessage): readonly string[] {
  const carried = extensionsOf(message);
  const parts = Object.entries(captions.helloParts).flatMap(([name, word]) => (carried.includes(name) ? [word] : []));
  return carried.includes('supported_versions') ? parts : [valueNamed(message.field, 'legacy_version') ?? '', ...parts];
}

/** How keys are exchanged, where the suite says it: in TLS 1.2. */
function exchangeOf(suite: string): string | undefined {
  if (!suite.includes('_WITH_')) return undefined;
  return suite.startsWith('TLS_RSA_') ? captions.exchanges.static : captions.exchanges.fresh;
}

/** The group of a ClientKeyExchange, which does not name it: the server's ServerKeyExchange did. */
function namedGroup(timeline: Timeline): string {
  const step = timeline.steps.find(({ name }) => name === 'ServerKeyExchange');
  const message = step && messageOf(timeline, step);
  return (message && valueNamed(message.field, 'named_curve')) ?? '';
}

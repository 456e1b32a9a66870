// The one plain line under each arrow, made from this run's values.
// Its words come from words/picture.ts.

import { type Bytes, toText } from '../bytes/index.ts';
import type { Step, Timeline } from '../lab/index.ts';
import type { SeenMessage } from '../tls/index.ts';
import { authoritiesIn, certificatesIn, dataIn, extensionsOf, listNamed, messageOf, valueNamed } from './reading.ts';
import { shortSuite } from './words/grammar.ts';
import { captions } from './words/picture.ts';

/** The caption of a step's arrow; undefined where there is nothing to add to the title. */
export function captionOf(timeline: Timeline, step: Step): string | undefined {
  if (step.kind === 'change_cipher_spec') return captions.changeCipherSpec;
  if (step.kind === 'data') {
    const data = dataIn(timeline, step);
    return data && captions.data(firstLine(data), data.length);
  }
  const message = messageOf(timeline, step);
  return message && writers[message.name]?.(message);
}

/** The first line of data that are text, shortened; empty for anything else. */
export function firstLine(data: Bytes): string {
  const line = /^[\x20-\x7e]+/.exec(toText(data.subarray(0, 80)))?.[0] ?? '';
  const brief = line.replace(/ HTTP\/1\.[01]$/, '').replace(/^HTTP\/1\.[01] /, '');
  return brief.length > 24 ? `${brief.slice(0, 23)}…` : brief;
}

const writers: Readonly<Record<string, (message: SeenMessage) => string | undefined>> = {
  ClientHello: (message) => {
    if (message.ordinal > 0) return captions.secondHello(valueNamed(message.field, 'group') ?? '');
    const [first, ...others] = helloParts(message);
    return captions.hello(first === undefined ? [captions.suites] : [first, captions.suites, ...others]);
  },
  ServerHello: ({ field }) => {
    const version = valueNamed(field, 'selected_version') ?? valueNamed(field, 'legacy_version');
    const suite = shortSuite(valueNamed(field, 'cipher_suite') ?? '');
    return captions.hello([version, suite, valueNamed(field, 'group')].filter((part) => part !== undefined));
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
  CertificateVerify: ({ field }) => captions.verify(valueNamed(field, 'algorithm') ?? ''),
  Finished: () => captions.finished,
  NewSessionTicket: () => captions.ticket,
  KeyUpdate: ({ field }) =>
    captions.keyUpdate(valueNamed(field, 'request_update')?.startsWith('update_requested') === true),
};

/** In the table's order, not in that of the message: the caption reads the same for every client. */
function helloParts(message: SeenMessage): readonly string[] {
  const carried = extensionsOf(message);
  return Object.entries(captions.helloParts).flatMap(([name, word]) => (carried.includes(name) ? [word] : []));
}

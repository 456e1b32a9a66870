// The one plain line under each arrow, made from this run's values.
// Its words come from words/picture.ts.

import { type Bytes, toText } from '../bytes/index.ts';
import type { LensName, Step, Timeline } from '../lab/index.ts';
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
  neverRead,
  ofStep,
  titleOf,
  valueNamed,
} from './reading.ts';

/**
 * The caption of a step's arrow; undefined where there is nothing to add to the title.
 * @param lens through whose eyes: what only the other side knows, a side does not say
 * @param told whether it is known by now what became of it
 */
export function captionOf(
  timeline: Timeline,
  step: Step,
  lens: LensName = 'everything',
  told = true,
): string | undefined {
  const unread = told && lens !== step.from && neverRead(timeline, step);
  if (unread && step.kind === 'message') return captions.neverRead;
  const caption = saidIn(timeline, step, lens);
  return unread && caption !== undefined ? `${caption}, ${captions.neverRead}` : caption;
}

function saidIn(timeline: Timeline, step: Step, lens: LensName): string | undefined {
  if (step.kind === 'change_cipher_spec') return captions.changeCipherSpec[versionOf(timeline)];
  if (step.kind === 'alert') return step.name.endsWith('close_notify') ? captions.goodbye : undefined;
  if (step.kind === 'data') {
    const data = dataIn(timeline, step);
    return data && captions.data(firstLine(data), data.length);
  }
  const message = messageOf(timeline, step);
  return message && writers[message.name]?.(message, timeline, { step, lens });
}

/** What a caption depends on beside its message. */
interface Occasion {
  readonly step: Step;
  readonly lens: LensName;
}

/** The first line of data that are text, shortened; empty for anything else. */
export function firstLine(data: Bytes): string {
  const line = /^[\x20-\x7e]+/.exec(toText(data.subarray(0, 80)))?.[0] ?? '';
  const brief = line.replace(/ HTTP\/1\.[01]$/, '').replace(/^HTTP\/1\.[01] /, '');
  return brief.length > 24 ? `${brief.slice(0, 23)}…` : brief;
}

const writers: Readonly<
  Record<string, (message: SeenMessage, timeline: Timeline, occasion: Occasion) => string | undefined>
> = {
  ClientHello: (message) => {
    if (message.epoch !== 'cleartext') return captions.anotherHandshake;
    if (message.ordinal > 0) return captions.secondHello(valueNamed(message.field, 'group') ?? '');
    const [first = '', ...others] = helloParts(message);
    return captions.hello([first, captions.suites, ...others]);
  },
  ServerHello: ({ field }) => {
    const version = valueNamed(field, 'selected_version') ?? valueNamed(field, 'legacy_version');
    const suite = valueNamed(field, 'cipher_suite') ?? '';
    const half = valueNamed(field, 'group') === undefined ? undefined : captions.otherHalf;
    const parts = [version, isStatic(suite) ? captions.staticRsa : undefined, shortSuite(suite), half];
    return captions.hello(parts.filter((part) => part !== undefined));
  },
  HelloRetryRequest: ({ field }) => captions.retry(valueNamed(field, 'selected_group')),
  EncryptedExtensions: ({ field }) => captions.encryptedExtensions(listNamed(field, 'protocol_name_list')[0]),
  CertificateRequest: (message, { circumstances }, { lens }) =>
    // Whether it would do without one, the server alone knows.
    captions.request(authoritiesIn(message), lens === 'client' ? 'off' : circumstances.clientAuthentication),
  Certificate: (message, timeline, { step, lens }) => {
    const [leaf, ...others] = certificatesIn(message);
    if (leaf) return captions.claims(titleOf(leaf));
    return others.length > 0 || message.field.flaw !== undefined || certificatesIn(message).length > 0
      ? captions.unreadableCertificate
      : captions.emptyCertificate(lens !== step.from && lacksNothing(timeline, step));
  },
  ServerKeyExchange: (_, timeline, { step }) => captions.share(captions.signed(step.from, fits(timeline, step))),
  ServerHelloDone: () => captions.done,
  ClientKeyExchange: ({ field }) =>
    fieldNamed(field, 'encrypted_pre_master_secret') ? captions.encryptedSecret : captions.otherHalf,
  HelloRequest: () => captions.anotherHandshake,
  CertificateVerify: (_, timeline, { step }) => captions.signed(step.from, fits(timeline, step)),
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

/** Whether the suite says that the client picks the secret and encrypts it. */
function isStatic(suite: string): boolean {
  return suite.startsWith('TLS_RSA_WITH_');
}

/** Whether the other side has found that the signature of a step fits. */
function fits(timeline: Timeline, step: Step): boolean {
  return ofStep(timeline, step, 'check').some(({ what, ok }) => what === 'signature' && ok);
}

/** Whether the server has heard that there is no certificate, and minds it not. */
function lacksNothing(timeline: Timeline, step: Step): boolean {
  return step.heard !== undefined && ofStep(timeline, step, 'fault').length === 0;
}

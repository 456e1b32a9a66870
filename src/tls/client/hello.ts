// The client's first words, and what it makes of the answer: HelloRetryRequest or ServerHello. Here the version is chosen;
// what comes after belongs to that version's own file.

import { type ClientConfig, type Offered, type State12, tls12Of } from '../config.ts';
import { checkExtensions } from '../extensions.ts';
import { TlsFault } from '../fault.ts';
import { groupOf } from '../keys/code.ts';
import { finishShare } from '../keys/exchange.ts';
import type { Agreed, Share } from '../keys/secret.ts';
import { suite13 } from '../keys/suite.ts';
import { extended, noMessages, retried } from '../keys/transcript.ts';
import { type Heard, noteSecret, type Outbox } from '../outbox.ts';
import { find } from '../wire/extension.ts';
import { groupNames } from '../wire/iana.ts';
import type { Body } from '../wire/message.ts';
import { checkCompression, checkSessionId, chosenVersion, offeredSuite, offeredTypes } from './answer.ts';
import { firstHello, type Shares, secondHello, shareIn } from './offer.ts';
import { type ClientState13, enterTls13 } from './tls13.ts';

export interface Start {
  readonly name: 'START';
  readonly dialect: 'hello';
}

/** Waiting for ServerHello or HelloRetryRequest. */
export interface WaitServerHello extends Offered {
  readonly name: 'WAIT_SH';
  /** A HelloRetryRequest settles the version: TLS 1.3 is spoken from there on, and what only TLS 1.2 allows is refused. */
  readonly dialect: 'hello' | '1.3';
  readonly shares: Shares;
  /** What the HelloRetryRequest asked for, if there was one. */
  readonly retry?: { readonly suite: number; readonly group: number | undefined };
}

export type ClientState = Start | WaitServerHello | ClientState13 | State12;
type Out = Outbox<ClientConfig>;

/** START: says ClientHello (RFC 9846 section 4.2.2). */
export function sayHello(out: Out): WaitServerHello {
  const { hello, shares } = firstHello(out);
  const transcript = extended(noMessages, ...out.send({ name: 'ClientHello', body: hello }));
  return { name: 'WAIT_SH', dialect: 'hello', hello, shares, transcript };
}

/** WAIT_SH: a HelloRetryRequest (RFC 9846 section 4.2.4). */
export function onHelloRetryRequest(state: WaitServerHello, heard: Heard<'HelloRetryRequest'>, out: Out): ClientState {
  if (state.retry) throw new TlsFault('second-retry', {});
  const { body } = heard;
  const offered = offeredTypes(state.hello);
  // RFC 9846 4.2.4: a HelloRetryRequest MUST NOT contain extensions that were not first offered, with the exception of cookie.
  checkExtensions('HelloRetryRequest', 'HRR', body.extensions, [...offered, 44]);
  checkSessionId(state.hello, body);
  checkCompression(body);
  const selected = find(body.extensions, 'supported_versions')?.selected_version;
  if (chosenVersion(body, selected, out.config.versions) !== '1.3') throw notRetried();
  const suite = offeredSuite(state.hello, body.cipher_suite, suite13);
  const group = find(body.extensions, 'key_share')?.selected_group;
  const cookie = find(body.extensions, 'cookie');
  if (group === undefined && !cookie) throw new TlsFault('needless-retry', {});
  const shares = group === undefined ? state.shares : new Map([[group, newShare(state, group, out)]]);
  out.note({
    kind: 'chose',
    what: 'retry',
    ...(group !== undefined && { value: groupNames.called(group) }),
    among: out.config.groups,
    reason:
      group === undefined ? { what: 'cookie only' } : { what: 'share asked for', group: groupNames.called(group) },
  });
  if (out.config.records.compatibility) out.sendChangeCipherSpec();
  const transcript = extended(retried(suite.hash, state.transcript), heard.bytes);
  const hello = secondHello(state.hello, shares, cookie);
  const said = out.send({ name: 'ClientHello', body: hello });
  return {
    name: 'WAIT_SH',
    dialect: '1.3',
    hello,
    shares,
    transcript: extended(transcript, ...said),
    retry: { suite: body.cipher_suite, group },
  };
}

function notRetried(): TlsFault {
  return new TlsFault('version-not-offered', { what: 'retry' });
}

// RFC 9846 4.2.4: the group must be one that was offered, and not one for which a share was sent already.
function newShare(state: WaitServerHello, group: number, out: Out): Share {
  const supported = find(state.hello.extensions, 'supported_groups')?.named_group_list ?? [];
  if (!supported.includes(group)) {
    throw new TlsFault('group-not-offered', { what: 'asked for', group: groupNames.called(group) });
  }
  if (state.shares.has(group)) {
    throw new TlsFault('needless-retry', { group: groupNames.called(group) });
  }
  return shareIn(group, out);
}

/** WAIT_SH: the ServerHello (RFC 9846 section 4.2.3). */
export function onServerHello(state: WaitServerHello, heard: Heard<'ServerHello'>, out: Out): ClientState {
  const selected = find(heard.body.extensions, 'supported_versions')?.selected_version;
  const version = chosenVersion(heard.body, selected, out.config.versions);
  if (version === '1.2' && state.retry) throw new TlsFault('version-not-offered', { what: 'other than in the retry' });
  const reason = { what: 'version offered' } as const;
  out.note({ kind: 'check', what: 'version', ok: true, value: `TLS ${version}`, reason });
  return version === '1.3' ? onServerHello13(state, heard, out) : tls12Of(out.config).client.enter(state, heard, out);
}

function onServerHello13(state: WaitServerHello, heard: Heard<'ServerHello'>, out: Out): ClientState {
  const { body } = heard;
  checkExtensions('ServerHello', 'SH', body.extensions, offeredTypes(state.hello));
  checkSessionId(state.hello, body);
  checkCompression(body);
  const suite = offeredSuite(state.hello, body.cipher_suite, suite13);
  if (state.retry && state.retry.suite !== suite.code) {
    throw new TlsFault('suite-changed', { suite: suite.name });
  }
  out.note({
    kind: 'check',
    what: 'suite',
    ok: true,
    value: suite.name,
    reason: { what: 'suite offered' },
  });
  const { group, agreed } = agreedSecret(state, body);
  noteSecret(out)(agreed);
  const transcript = extended(state.transcript, heard.bytes);
  return enterTls13({ hello: state.hello, suite, group, agreed, transcript }, out);
}

function agreedSecret(state: WaitServerHello, body: Body<'ServerHello'>): { group: string; agreed: Agreed } {
  const entry = find(body.extensions, 'key_share')?.server_share;
  if (!entry) throw new TlsFault('missing-extension', { message: 'ServerHello' });
  const share = state.shares.get(entry.group);
  if (!share || (state.retry?.group !== undefined && state.retry.group !== entry.group)) {
    throw new TlsFault('group-without-share', { group: groupNames.called(entry.group) });
  }
  const group = groupOf(entry.group);
  const agreed = group && finishShare(group, share, entry.key_exchange, 'shared_secret');
  if (!agreed)
    throw new TlsFault('bad-key-share', { what: 'point', of: 'server', group: groupNames.called(entry.group) });
  return { group: group.name, agreed };
}

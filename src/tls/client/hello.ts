// The client's first words, and what it makes of the answer: HelloRetryRequest or ServerHello. Here the version is chosen;
// what comes after belongs to that version's own file.

import { type Bytes, EMPTY, equal, fromText, toHex, toText } from '../../bytes/index.ts';
import type { KeyShare } from '../../crypto/index.ts';
import type { ClientConfig } from '../config.ts';
import { TlsFault } from '../fault.ts';
import { suite13 } from '../keys/suite.ts';
import { extended, noMessages, retried, type Transcript } from '../keys/transcript.ts';
import { checkExtensions, codesOf, groupOf } from '../negotiation.ts';
import type { Heard, Outbox } from '../outbox.ts';
import { clientHelloExtensions as bodies, type Extension, extension, find } from '../wire/extension.ts';
import { groupNames, pskModes, signatureSchemes, suites, versions } from '../wire/iana.ts';
import type { Body, ClientHello } from '../wire/message.ts';
import { type ClientState13, enterTls13 } from './tls13.ts';

export interface Start {
  readonly name: 'START';
}

/** Waiting for ServerHello or HelloRetryRequest. */
export interface WaitServerHello {
  readonly name: 'WAIT_SH';
  readonly hello: ClientHello;
  /** Key pairs behind the shares that were sent, by group code. */
  readonly shares: ReadonlyMap<number, KeyShare>;
  readonly transcript: Transcript;
  /** What the HelloRetryRequest asked for, if there was one. */
  readonly retry?: { readonly suite: number; readonly group: number | undefined };
}

export type ClientState = Start | WaitServerHello | ClientState13;
type Out = Outbox<ClientConfig>;
type HelloExtension = Extension<typeof bodies>;

/** START: says ClientHello (RFC 9846 section 4.2.2). */
export function sayHello(out: Out): WaitServerHello {
  const { config, env } = out;
  const random = env.random(32);
  const sessionId = config.records.compatibility ? env.random(32) : EMPTY;
  const shares = new Map(codesOf(config.shares, groupNames).map((code) => [code, freshShare(out, code)]));
  const hello: ClientHello = {
    legacy_version: versions.codes['TLS 1.2'],
    random,
    legacy_session_id: sessionId,
    cipher_suites: codesOf(config.suites, suites),
    legacy_compression_methods: [0],
    extensions: extensionsOf(config, shares),
  };
  const transcript = extended(noMessages, ...out.send({ name: 'ClientHello', body: hello }));
  return { name: 'WAIT_SH', hello, shares, transcript };
}

function extensionsOf(config: ClientConfig, shares: ReadonlyMap<number, KeyShare>): HelloExtension[] {
  const names = { server_name_list: [{ name_type: 0, host_name: fromText(config.serverName ?? '') }] };
  const protocols = { protocol_name_list: config.alpn.map(fromText) };
  const entries = [...shares].map(([group, share]) => ({ group, key_exchange: share.public }));
  return [
    ...(config.serverName !== null ? [extension(bodies, 'server_name', names)] : []),
    extension(bodies, 'supported_groups', { named_group_list: codesOf(config.groups, groupNames) }),
    extension(bodies, 'signature_algorithms', {
      supported_signature_algorithms: codesOf(config.schemes, signatureSchemes),
    }),
    ...(config.alpn.length > 0 ? [extension(bodies, 'application_layer_protocol_negotiation', protocols)] : []),
    extension(bodies, 'supported_versions', { versions: [versions.codes['TLS 1.3']] }),
    extension(bodies, 'psk_key_exchange_modes', { ke_modes: [pskModes.codes.psk_dhe_ke] }),
    extension(bodies, 'key_share', { client_shares: entries }),
  ];
}

function freshShare(out: Out, code: number): KeyShare {
  const group = groupOf(code);
  if (!group) throw new RangeError(`no key share can be made for group ${code}`);
  const share = group.generate(out.env);
  const inputs = [{ name: `${group.name} private key`, value: share.private }];
  const secret = {
    name: `client ${group.name} share`,
    operation: 'ECDHE',
    hash: '',
    from: [],
    inputs,
    value: share.public,
  } as const;
  out.note({ kind: 'secret', secret });
  return share;
}

/** WAIT_SH: a HelloRetryRequest (RFC 9846 section 4.2.4). */
export function onHelloRetryRequest(state: WaitServerHello, heard: Heard<'HelloRetryRequest'>, out: Out): ClientState {
  if (state.retry) throw new TlsFault('second-retry', 'A second HelloRetryRequest came; only one is allowed.');
  const { body } = heard;
  const offered = offeredTypes(state.hello);
  // RFC 9846 4.2.4: a HelloRetryRequest MUST NOT contain extensions that were not first offered, with the exception of cookie.
  checkExtensions('HelloRetryRequest', 'HRR', body.extensions, [...offered, 44]);
  checkAnswer(state, body);
  checkVersion(state, find(body.extensions, 'supported_versions')?.selected_version, body);
  const suite = checkSuite(state, body.cipher_suite);
  const group = find(body.extensions, 'key_share')?.selected_group;
  const cookie = find(body.extensions, 'cookie');
  if (group === undefined && !cookie)
    throw new TlsFault('needless-retry', 'The HelloRetryRequest asks for no change at all.');
  const shares = group === undefined ? state.shares : new Map([[group, newShare(state, group, out)]]);
  out.note({
    kind: 'chose',
    what: 'retry',
    value: groupText(group),
    among: out.config.groups,
    reason: retryReason(group),
  });
  out.sendChangeCipherSpec();
  const transcript = extended(retried(suite.hash, state.transcript), heard.bytes);
  const hello = secondHello(state.hello, shares, cookie);
  const said = out.send({ name: 'ClientHello', body: hello });
  return {
    name: 'WAIT_SH',
    hello,
    shares,
    transcript: extended(transcript, ...said),
    retry: { suite: body.cipher_suite, group },
  };
}

function retryReason(group: number | undefined): string {
  return group === undefined
    ? 'The server only wants its cookie back.'
    : `The server asks for a key share in ${groupText(group)}.`;
}

// RFC 9846 4.2.4: the group must be one that was offered, and not one for which a share was sent already.
function newShare(state: WaitServerHello, group: number, out: Out): KeyShare {
  const supported = find(state.hello.extensions, 'supported_groups')?.named_group_list ?? [];
  if (!supported.includes(group)) {
    throw new TlsFault(
      'group-not-offered',
      `The server asks for a share in ${groupText(group)}, which was not offered.`,
    );
  }
  if (state.shares.has(group)) {
    throw new TlsFault('needless-retry', `The server asks for a share in ${groupText(group)}, which it already has.`);
  }
  return freshShare(out, group);
}

// RFC 9846 4.2.2: the second ClientHello is the first one but for its shares, and the cookie.
function secondHello(
  first: ClientHello,
  shares: ReadonlyMap<number, KeyShare>,
  cookie: { cookie: Bytes } | undefined,
): ClientHello {
  const entries = [...shares].map(([group, share]) => ({ group, key_exchange: share.public }));
  const kept = first.extensions.map((each) =>
    each.name === 'key_share' ? extension(bodies, 'key_share', { client_shares: entries }) : each,
  );
  return { ...first, extensions: cookie ? [...kept, extension(bodies, 'cookie', cookie)] : kept };
}

/** WAIT_SH: the ServerHello (RFC 9846 section 4.2.3). */
export function onServerHello(state: WaitServerHello, heard: Heard<'ServerHello'>, out: Out): ClientState {
  const { body } = heard;
  checkVersion(state, find(body.extensions, 'supported_versions')?.selected_version, body);
  checkExtensions('ServerHello', 'SH', body.extensions, offeredTypes(state.hello));
  checkAnswer(state, body);
  const suite = checkSuite(state, body.cipher_suite);
  out.note({
    kind: 'check',
    what: 'version',
    ok: true,
    value: 'TLS 1.3',
    reason: 'The server picked a version that was offered.',
  });
  out.note({
    kind: 'check',
    what: 'suite',
    ok: true,
    value: suite.name,
    reason: 'The server picked a suite that was offered.',
  });
  const { share, group, shared } = agreedSecret(state, body);
  const inputs = [
    { name: `${group} private key`, value: share.private },
    { name: `server’s ${group} share`, value: find(body.extensions, 'key_share')?.server_share.key_exchange ?? EMPTY },
  ];
  out.note({
    kind: 'secret',
    secret: { name: 'shared_secret', operation: 'ECDHE', hash: '', from: [], inputs, value: shared },
  });
  const transcript = extended(state.transcript, heard.bytes);
  return enterTls13({ hello: state.hello, suite, group, shared, transcript }, out);
}

function agreedSecret(
  state: WaitServerHello,
  body: Body<'ServerHello'>,
): { share: KeyShare; group: string; shared: Bytes } {
  const entry = find(body.extensions, 'key_share')?.server_share;
  if (!entry)
    throw new TlsFault(
      'missing-extension',
      'The ServerHello carries no key_share, and this side offered no other way to agree on a key.',
    );
  const share = state.shares.get(entry.group);
  if (!share || (state.retry?.group !== undefined && state.retry.group !== entry.group)) {
    throw new TlsFault(
      'group-without-share',
      `The server answers with a share in ${groupText(entry.group)}, for which it got none.`,
    );
  }
  const shared = groupOf(entry.group)?.shared(share.private, entry.key_exchange);
  if (!shared)
    throw new TlsFault('bad-key-share', `The server’s key share is not a usable point of ${groupText(entry.group)}.`);
  return { share, group: groupText(entry.group), shared };
}

type Answer = Body<'ServerHello'> | Body<'HelloRetryRequest'>;

function checkVersion(state: WaitServerHello, selected: number | undefined, { random, legacy_version }: Answer): void {
  const version = selected ?? legacy_version;
  if (version === versions.codes['TLS 1.3'] && selected !== undefined) return;
  // RFC 9846 4.2.3: a client that offered 1.3 and gets less must look at the last eight bytes of the random.
  if (toText(random.subarray(24, 31)) === 'DOWNGRD') {
    throw new TlsFault(
      'downgrade-sentinel',
      `The server speaks TLS 1.3, as its random says (${toHex(random.subarray(24))}), yet answers with less: somebody stripped the offer.`,
    );
  }
  const text = versions.name(version) ?? `version 0x${version.toString(16)}`;
  const offered = find(state.hello.extensions, 'supported_versions')?.versions ?? [];
  if (selected !== undefined && selected < 0x0304) {
    throw new TlsFault(
      'version-not-offered',
      `The server picks ${text} in supported_versions, which only stands for TLS 1.3 and later.`,
    );
  }
  const list = offered.map((code) => versions.name(code)).join(', ');
  throw new TlsFault('no-common-version', `The server answers with ${text}; this side offered ${list}.`);
}

function checkAnswer({ hello }: WaitServerHello, { legacy_session_id_echo, legacy_compression_method }: Answer): void {
  if (!equal(hello.legacy_session_id, legacy_session_id_echo)) {
    throw new TlsFault('session-id-not-echoed', 'The server did not echo legacy_session_id.');
  }
  if (legacy_compression_method !== 0) {
    throw new TlsFault(
      'bad-compression',
      `The server picked compression method ${legacy_compression_method}; TLS 1.3 has none.`,
    );
  }
}

function checkSuite(state: WaitServerHello, code: number) {
  const suite = suite13(code);
  const name = suites.name(code) ?? `suite 0x${code.toString(16).padStart(4, '0')}`;
  if (!suite || !state.hello.cipher_suites.includes(code)) {
    throw new TlsFault('suite-not-offered', `The server picked ${name}, which was not offered.`);
  }
  if (state.retry && state.retry.suite !== code) {
    throw new TlsFault(
      'suite-changed',
      `The server picked ${name} after its HelloRetryRequest had picked another suite.`,
    );
  }
  return suite;
}

function offeredTypes(hello: ClientHello): number[] {
  return hello.extensions.map(({ type }) => type);
}

function groupText(code: number | undefined): string {
  return code === undefined
    ? 'no other group'
    : (groupNames.name(code) ?? `group 0x${code.toString(16).padStart(4, '0')}`);
}

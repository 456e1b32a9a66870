// The server's first decisions: version, suite, group, or a HelloRetryRequest. Here the version is chosen; what comes after
// belongs to that version's own file.

import { type Bytes, concat, equal } from '../../bytes/index.ts';
import { type Group, sha256 } from '../../crypto/index.ts';
import { type ServerConfig, type State12, tls12Of } from '../config.ts';
import { checkExtensions } from '../extensions.ts';
import { TlsFault } from '../fault.ts';
import { groupOf } from '../keys/code.ts';
import { type Suite, suite13 } from '../keys/suite.ts';
import { extended, noMessages, retried, type Transcript } from '../keys/transcript.ts';
import { codesOf, suiteCodes } from '../negotiation.ts';
import type { Heard, Outbox } from '../outbox.ts';
import {
  type clientHelloExtensions,
  type Extension,
  extension,
  find,
  helloRetryRequestExtensions,
} from '../wire/extension.ts';
import { extensionTypes, groupNames, suites, versions } from '../wire/iana.ts';
import { type ClientHello, RETRY_RANDOM } from '../wire/message.ts';
import { groupsIn, noteSuite, suitesIn } from './choice.ts';
import { enterTls13, type ServerState13 } from './tls13.ts';
import { chooseVersion } from './version.ts';

/** Waiting for a ClientHello: the first, or the second after a HelloRetryRequest. */
export interface Start {
  readonly name: 'START';
  readonly dialect: 'hello';
  readonly retry?: {
    readonly first: ClientHello;
    readonly suite: Suite;
    readonly group: number;
    readonly cookie: Bytes | undefined;
    readonly transcript: Transcript;
  };
}

export type ServerState = Start | ServerState13 | State12;
type Out = Outbox<ServerConfig>;

/** START: a ClientHello (RFC 9846 section 4.2.2). */
export function onClientHello(state: Start, heard: Heard<'ClientHello'>, out: Out): ServerState {
  const { body } = heard;
  checkExtensions('ClientHello', 'CH', body.extensions);
  if (chooseVersion(body, out) === '1.2') return onHello12(state, heard, out);
  checkHello(body);
  out.expectEarlyData(find(body.extensions, 'early_data') !== undefined);
  if (state.retry) checkSecondHello(state.retry, body);
  const suite = chooseSuite(body, out);
  const groups = sharedGroups(body, out);
  const entry = shareFor(body, groups, state);
  if (!entry) return askAgain(state, heard, suite, groups, out);
  const group = groupOf(entry.group) as Group;
  out.note({
    kind: 'chose',
    what: 'group',
    value: group.name,
    among: groupsIn(body),
    reason: { what: 'first with a share' },
  });
  const transcript = extended(state.retry?.transcript ?? noMessages, heard.bytes);
  return enterTls13(
    { hello: body, suite, group, share: entry.key_exchange, transcript, retried: state.retry !== undefined },
    out,
  );
}

function onHello12(state: Start, heard: Heard<'ClientHello'>, out: Out): ServerState {
  if (state.retry) throw new TlsFault('changed-second-hello', { what: 'version' });
  return tls12Of(out.config).server.enter(heard, out);
}

function checkHello(hello: ClientHello): void {
  const { legacy_compression_methods: methods } = hello;
  // RFC 9846 4.2.2: for every TLS 1.3 ClientHello, this vector MUST contain exactly one byte, set to zero.
  if (methods.length !== 1 || methods[0] !== 0) {
    throw new TlsFault('bad-compression', { version: '1.3' });
  }
  // RFC 9846 4.3.11: the pre_shared_key extension MUST be the last extension in the ClientHello.
  const psk = hello.extensions.findIndex(({ type }) => type === extensionTypes.codes.pre_shared_key);
  if (psk >= 0 && psk !== hello.extensions.length - 1) {
    throw new TlsFault('misplaced-extension', { message: 'ClientHello' });
  }
  for (const name of ['supported_groups', 'signature_algorithms', 'key_share'] as const) {
    if (!find(hello.extensions, name))
      throw new TlsFault('missing-extension', { message: 'ClientHello', extension: name });
  }
}

function chooseSuite(hello: ClientHello, out: Out): Suite {
  const own = suiteCodes(out.config.suites, ['1.3']);
  const code = own.find((each) => suite13(each) && hello.cipher_suites.includes(each));
  const suite = code === undefined ? undefined : suite13(code);
  if (!suite) {
    const taken = own.map((each) => suites.name(each) ?? '');
    throw new TlsFault('no-common-suite', { offered: suitesIn(hello), taken });
  }
  noteSuite(suite.name, hello, out);
  return suite;
}

/** Codes of the groups that both sides speak, in the server's order. */
function sharedGroups(hello: ClientHello, out: Out): number[] {
  const offered = find(hello.extensions, 'supported_groups')?.named_group_list ?? [];
  const common = codesOf(out.config.groups, groupNames).filter((code) => groupOf(code) && offered.includes(code));
  if (common.length === 0) {
    throw new TlsFault('no-common-group', { offered: groupsIn(hello), taken: out.config.groups });
  }
  return common;
}

// RFC 9846 4.3.8: one share for each group at most, and only for groups in supported_groups.
function shareFor(hello: ClientHello, common: readonly number[], { retry }: Start) {
  const shares = find(hello.extensions, 'key_share')?.client_shares ?? [];
  const offered = find(hello.extensions, 'supported_groups')?.named_group_list ?? [];
  for (const [index, { group }] of shares.entries()) {
    const name = groupNames.called(group);
    if (shares.findIndex((other) => other.group === group) !== index)
      throw new TlsFault('bad-key-share', { what: 'twice', group: name });
    if (!offered.includes(group)) throw new TlsFault('group-not-offered', { what: 'share', group: name });
  }
  if (retry && (shares.length !== 1 || shares[0]?.group !== retry.group)) {
    throw new TlsFault('group-not-offered', { what: 'second hello' });
  }
  return common.flatMap((code) => shares.filter(({ group }) => group === code))[0];
}

/** RFC 9846 section 4.2.4: no share fits, so the client is asked for another. */
function askAgain(state: Start, heard: Heard<'ClientHello'>, suite: Suite, common: readonly number[], out: Out): Start {
  const { body: hello } = heard;
  const group = common[0] as number;
  const name = groupNames.called(group);
  out.note({
    kind: 'chose',
    what: 'retry',
    value: name,
    among: groupsIn(hello),
    reason: { what: 'no share' },
  });
  // A server that keeps no state would put the first hello's hash into the cookie; this one does so to show it.
  const cookie = out.config.cookie ? concat(sha256.digest(heard.bytes), out.env.random(16)) : undefined;
  const said = out.send({
    name: 'HelloRetryRequest',
    body: {
      legacy_version: versions.codes['TLS 1.2'],
      random: RETRY_RANDOM,
      legacy_session_id_echo: hello.legacy_session_id,
      cipher_suite: suite.code,
      legacy_compression_method: 0,
      extensions: [
        extension(helloRetryRequestExtensions, 'supported_versions', { selected_version: versions.codes['TLS 1.3'] }),
        extension(helloRetryRequestExtensions, 'key_share', { selected_group: group }),
        ...(cookie ? [extension(helloRetryRequestExtensions, 'cookie', { cookie })] : []),
      ],
    },
  });
  if (hello.legacy_session_id.length > 0) out.sendChangeCipherSpec();
  const before = retried(suite.hash, extended(state.retry?.transcript ?? noMessages, heard.bytes));
  return {
    name: 'START',
    dialect: 'hello',
    retry: { first: hello, suite, group, cookie, transcript: extended(before, ...said) },
  };
}

// RFC 9846 4.2.2: what a client may change in its second ClientHello.
const changeable: readonly number[] = [
  extensionTypes.codes.key_share,
  extensionTypes.codes.cookie,
  extensionTypes.codes.early_data,
  extensionTypes.codes.pre_shared_key,
  extensionTypes.codes.padding,
];

function checkSecondHello(retry: NonNullable<Start['retry']>, second: ClientHello): void {
  const { first, cookie } = retry;
  const echoed = find(second.extensions, 'cookie')?.cookie;
  if (cookie ? !echoed || !equal(cookie, echoed) : echoed) {
    throw new TlsFault('changed-second-hello', { what: 'cookie' });
  }
  // RFC 9846 4.3.10: a client MUST NOT include early_data in its followup ClientHello.
  if (find(second.extensions, 'early_data') !== undefined)
    throw new TlsFault('changed-second-hello', { what: 'early data' });
  const same =
    equal(first.random, second.random) &&
    equal(first.legacy_session_id, second.legacy_session_id) &&
    first.cipher_suites.join() === second.cipher_suites.join() &&
    fixed(first) === fixed(second);
  if (!same) throw new TlsFault('changed-second-hello', { what: 'more' });
}

/** The extensions that must not change, in comparable form. */
function fixed(hello: ClientHello): string {
  const kept: readonly Extension<typeof clientHelloExtensions>[] = hello.extensions.filter(
    ({ type }) => !changeable.includes(type),
  );
  return JSON.stringify(kept, (_, value: unknown) => (value instanceof Uint8Array ? [...value] : value));
}

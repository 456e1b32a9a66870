// What a server chooses from a ClientHello in either version: protocol, host name, and which certificate to tell of.

import { type Bytes, toText } from '../../bytes/index.ts';
import type { Scheme } from '../../crypto/index.ts';
import type { Shown } from '../../pki/index.ts';
import type { ServerConfig } from '../config.ts';
import { TlsFault } from '../fault.ts';
import type { Outbox } from '../outbox.ts';
import type { ChoiceReason } from '../reason.ts';
import type { Version } from '../terms.ts';
import { find } from '../wire/extension.ts';
import { type Called, groupNames, signatureSchemes, suites } from '../wire/iana.ts';
import type { ClientHello } from '../wire/message.ts';

type Out = Outbox<ServerConfig>;

/** The host name that the client asks for, or null. @throws TlsFault name-not-plain */
export function askedName(hello: ClientHello, { config: { plainNames } }: Out): string | null {
  const name = requestedName(hello);
  if (plainNames && name !== null && !/^[a-z\d.-]+$/i.test(name)) throw new TlsFault('name-not-plain', { name });
  return name;
}

/** The host name that stands in the hello, or null. */
export function requestedName(hello: ClientHello): string | null {
  const names = find(hello.extensions, 'server_name')?.server_name_list ?? [];
  const host = names.find(({ name_type }) => name_type === 0);
  return host ? toText(host.host_name) : null;
}

/** RFC 7301 section 3.2: a server that speaks ALPN and finds nothing in common refuses. @throws TlsFault no-common-protocol */
export function chooseProtocol(hello: ClientHello, out: Out): string | null {
  const offered = find(hello.extensions, 'application_layer_protocol_negotiation')?.protocol_name_list.map(toText);
  const { alpn } = out.config;
  if (!offered || alpn.length === 0) return null;
  const chosen = alpn.find((name) => offered.includes(name));
  if (chosen === undefined) {
    throw new TlsFault('no-common-protocol', { offered, spoken: alpn });
  }
  out.note({
    kind: 'chose',
    what: 'alpn',
    value: chosen,
    among: offered,
    reason: { what: 'first offered' },
  });
  return chosen;
}

/** RFC 9846 4.3.4: the vector has so many bytes at most, and so has the extension around it. */
const MOST_AUTHORITIES = 2 ** 16 - 3;

/** The names of the CAs to ask for, as far as the server names them. @throws TlsFault authorities-too-long */
export function namedAuthorities({ config }: Out, version: Version): readonly Bytes[] {
  const { anchors, nameAuthorities, omitLongList = [] } = config;
  const names = nameAuthorities ? anchors.map(({ subject }) => subject.der) : [];
  const length = names.reduce((sum, name) => sum + 2 + name.length, 0);
  if (length > MOST_AUTHORITIES && omitLongList.includes(version)) return [];
  if (length > MOST_AUTHORITIES) throw new TlsFault('authorities-too-long', { length, most: MOST_AUTHORITIES });
  return names;
}

/** Tells which certificate is shown, and why. */
export function noteIdentity({ chain }: Shown, reason: ChoiceReason, out: Out): void {
  const among = out.config.identities.map((each) => each.chain[0]?.subject.text ?? null);
  out.note({ kind: 'chose', what: 'certificate', value: chain[0]?.subject.text ?? '', among, reason });
}

/** Tells which scheme signs. */
export function noteScheme({ name }: Scheme, out: Out): void {
  const reason = { what: 'accepted', by: 'client' } as const;
  out.note({ kind: 'chose', what: 'scheme', value: name, among: out.config.schemes, reason });
}

/** Tells which suite is taken. */
export function noteSuite(name: string, hello: ClientHello, out: Out): void {
  const reason = { what: 'first offered' } as const;
  out.note({ kind: 'chose', what: 'suite', value: name, among: suitesIn(hello), reason });
}

/** The client's schemes by their names. */
export function schemesIn(hello: ClientHello): readonly Called[] {
  const codes = find(hello.extensions, 'signature_algorithms')?.supported_signature_algorithms ?? [];
  return codes.map(signatureSchemes.called);
}

/** The client's suites by their names. */
export function suitesIn(hello: ClientHello): readonly Called[] {
  return hello.cipher_suites.map(suites.called);
}

/** The client's groups by their names. */
export function groupsIn(hello: ClientHello): readonly Called[] {
  const codes = find(hello.extensions, 'supported_groups')?.named_group_list ?? [];
  return codes.map(groupNames.called);
}

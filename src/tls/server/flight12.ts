// What the server of TLS 1.2 says: ServerHello, Certificate, ServerKeyExchange, CertificateRequest, ServerHelloDone (RFC 5246
// sections 7.4.1.3 to 7.4.5). It knows no states.

import { type Bytes, concat, EMPTY, fromText } from '../../bytes/index.ts';
import type { Group } from '../../crypto/index.ts';
import { peerSchemesOf, type ServerConfig } from '../config.ts';
import { TlsFault } from '../fault.ts';
import { keyOf } from '../identity.ts';
import { freshShare } from '../keys/exchange.ts';
import { signedParams } from '../keys/proofs12.ts';
import type { Randoms } from '../keys/schedule12.ts';
import type { Share } from '../keys/secret.ts';
import type { Suite12 } from '../keys/suite.ts';
import { extended, type Transcript } from '../keys/transcript.ts';
import { codesOf } from '../negotiation.ts';
import type { Outbox } from '../outbox.ts';
import { serverHelloExtensions as bodies, type Extension, extension, find } from '../wire/extension.ts';
import { clientCertificateTypes, groupNames, signatureSchemes, suites, versions } from '../wire/iana.ts';
import { type ClientHello, type Dialect12, DOWNGRADED } from '../wire/message.ts';
import { NAMED_CURVE } from '../wire/tls12.ts';
import { askedName, chooseProtocol, namedAuthorities, requestedName } from './choice.ts';
import { choosePlan, type Exchange, type Plan } from './choice12.ts';

type Out = Outbox<ServerConfig>;

/** This side's half of the key exchange, to be kept until the client's comes. */
export type Secret12 =
  | { readonly kind: 'ECDHE'; readonly group: Group; readonly share: Share }
  | Extract<Exchange, { readonly kind: 'RSA' }>;

/** What the flight settled. */
export interface Settled {
  readonly dialect: Dialect12;
  readonly suite: Suite12;
  readonly randoms: Randoms;
  readonly extended: boolean;
  readonly alpn: string | null;
  readonly serverName: string | null;
  readonly secret: Secret12;
  readonly transcript: Transcript;
}

/**
 * Says the whole flight.
 * @param transcript … up to and with the ClientHello
 */
export function sayFlight(hello: ClientHello, transcript: Transcript, out: Out): Settled {
  checkHello(hello);
  const plan = choosePlan(hello, out);
  const { suite, identity } = plan;
  const serverName = askedName(hello, out);
  const dialect = plan.exchange.kind === 'RSA' ? '1.2 RSA' : '1.2';
  const alpn = chooseProtocol(hello, out);
  const randoms = { client: hello.random, server: random12(out) };
  const greeted = extended(transcript, ...sayServerHello(hello, plan, randoms, alpn, out));
  const certificate_list = identity.chain.map(({ der }) => der);
  const shown = extended(greeted, ...out.send({ name: 'Certificate', dialect, body: { certificate_list } }));
  const { secret, said } = sayExchange(plan, randoms, out);
  const exchanged = extended(shown, ...said);
  const asked = out.config.clientAuthentication === 'off' ? exchanged : sayRequest(exchanged, dialect, out);
  const done = extended(asked, ...out.send({ name: 'ServerHelloDone', dialect, body: {} }));
  const bound = find(hello.extensions, 'extended_master_secret') !== undefined;
  return { dialect, suite, randoms, extended: bound, alpn, serverName, secret, transcript: done };
}

function checkHello({ legacy_compression_methods, extensions }: ClientHello): void {
  // RFC 5246 7.4.1.2: the list MUST contain the null method.
  if (!legacy_compression_methods.includes(0)) throw new TlsFault('bad-compression', { version: '1.2' });
  // RFC 8422 5.1.2: so must the list of point formats contain the uncompressed one.
  const formats = find(extensions, 'ec_point_formats')?.ec_point_format_list;
  if (formats && !formats.includes(0)) throw new TlsFault('bad-point-formats', { of: 'client' });
  // RFC 5746 3.6: in a connection's first handshake there is nothing to tie this one to.
  const info = find(extensions, 'renegotiation_info')?.renegotiated_connection ?? EMPTY;
  if (info.length > 0) throw new TlsFault('bad-renegotiation-info', { of: 'client' });
}

/** The session id stays empty: this server keeps no sessions (RFC 5246 section 7.4.1.3). */
function sayServerHello(hello: ClientHello, plan: Plan, randoms: Randoms, alpn: string | null, out: Out) {
  const body = {
    legacy_version: versions.codes['TLS 1.2'],
    random: randoms.server,
    legacy_session_id_echo: EMPTY,
    cipher_suite: plan.suite.code,
    legacy_compression_method: 0,
    extensions: answersTo(hello, plan, alpn),
  };
  return out.send({ name: 'ServerHello', body });
}

/** Answers to extensions that the client sent; the SCSV counts as renegotiation_info (RFC 5746 section 3.6). */
function answersTo(hello: ClientHello, { exchange }: Plan, alpn: string | null): Extension<typeof bodies>[] {
  const offers = (name: 'ec_point_formats' | 'extended_master_secret' | 'renegotiation_info'): boolean =>
    find(hello.extensions, name) !== undefined;
  const secure =
    offers('renegotiation_info') || hello.cipher_suites.includes(suites.codes.TLS_EMPTY_RENEGOTIATION_INFO_SCSV);
  const protocols = { protocol_name_list: [fromText(alpn ?? '')] };
  return [
    ...(secure ? [extension(bodies, 'renegotiation_info', { renegotiated_connection: EMPTY })] : []),
    ...(requestedName(hello) !== null ? [extension(bodies, 'server_name', null)] : []),
    ...(exchange.kind === 'ECDHE' && offers('ec_point_formats')
      ? [extension(bodies, 'ec_point_formats', { ec_point_format_list: [0] })]
      : []),
    ...(alpn !== null ? [extension(bodies, 'application_layer_protocol_negotiation', protocols)] : []),
    ...(offers('extended_master_secret') ? [extension(bodies, 'extended_master_secret', null)] : []),
  ];
}

/** RFC 8422 section 5.4: a fresh share, signed; static RSA needs no message. */
function sayExchange(
  { identity, exchange }: Plan,
  randoms: Randoms,
  out: Out,
): { secret: Secret12; said: readonly Bytes[] } {
  if (exchange.kind === 'RSA') return { secret: exchange, said: [] };
  const { group, scheme } = exchange;
  const share = freshShare(group, 'server', out.env);
  const params = { curve_type: NAMED_CURVE, named_curve: groupNames.codes[group.name], public: share.value };
  const signature = scheme.sign(keyOf(identity), signedParams(randoms, params), out.env);
  const body = { params, algorithm: signatureSchemes.codes[scheme.name], signature };
  const said = out.send({ name: 'ServerKeyExchange', dialect: '1.2', body });
  return { secret: { kind: 'ECDHE', group, share }, said };
}

/** RFC 5246 section 7.4.4; ecdsa_sign stands for Ed25519 too (RFC 8422 section 5.5). */
function sayRequest(transcript: Transcript, dialect: Dialect12, out: Out): Transcript {
  const schemes = peerSchemesOf(out.config);
  const { rsa_sign, ecdsa_sign } = clientCertificateTypes.codes;
  const rsa = schemes.some((name) => name.startsWith('rsa')) ? [rsa_sign] : [];
  const ecdsa = schemes.some((name) => !name.startsWith('rsa')) ? [ecdsa_sign] : [];
  const body = {
    certificate_types: [...rsa, ...ecdsa],
    supported_signature_algorithms: codesOf(schemes, signatureSchemes),
    certificate_authorities: namedAuthorities(out, '1.2'),
  };
  return extended(transcript, ...out.send({ name: 'CertificateRequest', dialect, body }));
}

/** RFC 9846 section 4.2.3: the random of a ServerHello, by whose end a client of TLS 1.3 notices that it was talked down. */
function random12({ env, config }: Out): Bytes {
  const random = env.random(32);
  return config.versions.includes('1.3') ? concat(random.subarray(0, 24), DOWNGRADED) : random;
}

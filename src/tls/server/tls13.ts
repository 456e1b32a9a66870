// The server of TLS 1.3 from the agreed hello on (RFC 9846 appendix A.2). States carry what they still need, nothing else.

import { type Bytes, EMPTY, fromText, toText } from '../../bytes/index.ts';
import type { Group, Scheme } from '../../crypto/index.ts';
import type { Identity } from '../../pki/index.ts';
import type { ServerConfig } from '../config.ts';
import { TlsFault } from '../fault.ts';
import type { Facts, Secret } from '../insight.ts';
import {
  type ChainProof,
  type FinishedProof,
  type PossessionProof,
  proveChain,
  proveFinished,
  provePossession,
  signedContent,
} from '../keys/proofs.ts';
import {
  type HandshakeStage,
  handshakeStage,
  type MainStage,
  mainStage,
  resumptionSecret,
  verifyData,
} from '../keys/schedule.ts';
import type { Suite } from '../keys/suite.ts';
import { extended, type Transcript } from '../keys/transcript.ts';
import { checkExtensions, chooseIdentity, codesOf } from '../negotiation.ts';
import type { Heard, Outbox } from '../outbox.ts';
import { trafficKeys } from '../record/protect.ts';
import {
  certificateRequestExtensions,
  type Extension,
  encryptedExtensions,
  extension,
  find,
  serverHelloExtensions,
} from '../wire/extension.ts';
import { groupNames, signatureSchemes, versions } from '../wire/iana.ts';
import type { Body, ClientHello } from '../wire/message.ts';
import type { ServerState } from './hello.ts';

type Out = Outbox<ServerConfig>;

interface Common {
  readonly suite: Suite;
  readonly group: string;
  readonly handshake: HandshakeStage;
  readonly main: MainStage;
  readonly transcript: Transcript;
  readonly alpn: string | null;
  readonly serverName: string | null;
}

export interface WaitCertificate extends Common {
  readonly name: 'WAIT_CERT';
}
export interface WaitCertificateVerify extends Common {
  readonly name: 'WAIT_CV';
  readonly chain: ChainProof;
}
export interface WaitFinished extends Common {
  readonly name: 'WAIT_FINISHED';
  /** Null: the client was not asked, or had nothing to show and need not. */
  readonly possession: PossessionProof | null;
}
export interface Connected {
  readonly name: 'CONNECTED';
  readonly version: '1.3';
  readonly facts: Facts;
  readonly stage: MainStage;
  readonly proof: { readonly peer: PossessionProof | null; readonly finished: FinishedProof };
}
export type ServerState13 = WaitCertificate | WaitCertificateVerify | WaitFinished | Connected;

interface Agreed {
  readonly hello: ClientHello;
  readonly suite: Suite;
  readonly group: Group;
  /** The client's share. */
  readonly share: Bytes;
  /** … up to and with this ClientHello. */
  readonly transcript: Transcript;
  readonly retried: boolean;
}

/** Says the server's whole flight: ServerHello to Finished. */
export function enterTls13(agreed: Agreed, out: Out): ServerState13 {
  const { hello, suite, group } = agreed;
  const { identity, scheme } = chooseServerIdentity(hello, out);
  const protocol = chooseProtocol(hello, out);
  const { stage, transcript: afterHello } = sayServerHello(agreed, out);
  const afterExtensions = sayExtensions(afterHello, protocol, hello, out);
  const afterRequest = out.config.clientAuthentication === 'off' ? afterExtensions : sayRequest(afterExtensions, out);
  const afterProof = sayIdentity(afterRequest, identity, scheme, suite, out);
  const verify_data = verifyData(suite.hash, stage.traffic.server, afterProof);
  const transcript = extended(afterProof, ...out.send({ name: 'Finished', body: { verify_data } }));
  const main = mainStage(stage, transcript, noteSecret(out));
  out.install(
    'write',
    trafficKeys('application', suite, { name: 'server_application_traffic_secret_0', value: main.traffic.server }),
  );
  const serverName = requestedName(hello);
  const common: Common = { suite, group: group.name, handshake: stage, main, transcript, alpn: protocol, serverName };
  if (out.config.clientAuthentication === 'off') return { ...common, name: 'WAIT_FINISHED', possession: null };
  return { ...common, name: 'WAIT_CERT' };
}

function chooseServerIdentity(hello: ClientHello, out: Out): { identity: Identity; scheme: Scheme } {
  const { identities, schemes } = out.config;
  const accepted = find(hello.extensions, 'signature_algorithms')?.supported_signature_algorithms ?? [];
  if (identities.length === 0) throw new TlsFault('no-server-certificate', 'The server has no certificate to show.');
  const choice = chooseIdentity(identities, schemes, accepted, []);
  if (!choice.identity) {
    const offered = accepted.map((code) => signatureSchemes.name(code) ?? `0x${code.toString(16)}`).join(', ');
    throw new TlsFault(
      'no-common-scheme',
      `The client accepts signatures by ${offered}; the server’s key can make none of these.`,
    );
  }
  const among = identities.map(({ chain }) => chain[0]?.subject.text ?? '');
  out.note({
    kind: 'chose',
    what: 'certificate',
    value: choice.identity.chain[0]?.subject.text ?? '',
    among,
    reason: choice.reason,
  });
  const reason = 'The key can sign with it and the client accepts it.';
  out.note({ kind: 'chose', what: 'scheme', value: choice.scheme.name, among: schemes, reason });
  return choice;
}

function requestedName(hello: ClientHello): string | null {
  const names = find(hello.extensions, 'server_name')?.server_name_list ?? [];
  const host = names.find(({ name_type }) => name_type === 0);
  return host ? toText(host.host_name) : null;
}

// RFC 7301 3.2: a server that speaks ALPN and finds nothing in common MUST refuse.
function chooseProtocol(hello: ClientHello, out: Out): string | null {
  const offered = find(hello.extensions, 'application_layer_protocol_negotiation')?.protocol_name_list.map(toText);
  const { alpn } = out.config;
  if (!offered || alpn.length === 0) return null;
  const chosen = alpn.find((name) => offered.includes(name));
  if (chosen === undefined) {
    throw new TlsFault(
      'no-common-protocol',
      `The client offers ${offered.join(', ')}; this server speaks ${alpn.join(', ')}.`,
    );
  }
  out.note({
    kind: 'chose',
    what: 'alpn',
    value: chosen,
    among: offered,
    reason: 'The server’s first choice among those offered.',
  });
  return chosen;
}

/** RFC 9846 section 4.2.3; then both directions switch to the handshake keys. */
function sayServerHello(agreed: Agreed, out: Out): { stage: HandshakeStage; transcript: Transcript } {
  const { hello, suite, group } = agreed;
  const own = group.generate(out.env);
  const shared = group.shared(own.private, agreed.share);
  if (!shared) throw new TlsFault('bad-key-share', `The client’s key share is not a usable point of ${group.name}.`);
  const said = out.send({
    name: 'ServerHello',
    body: {
      legacy_version: versions.codes['TLS 1.2'],
      random: out.env.random(32),
      legacy_session_id_echo: hello.legacy_session_id,
      cipher_suite: suite.code,
      legacy_compression_method: 0,
      extensions: [
        extension(serverHelloExtensions, 'supported_versions', { selected_version: versions.codes['TLS 1.3'] }),
        extension(serverHelloExtensions, 'key_share', {
          server_share: { group: groupNames.codes[group.name], key_exchange: own.public },
        }),
      ],
    },
  });
  // RFC 9846 appendix E.4: right after the first message, once, if the client sent a session id.
  if (hello.legacy_session_id.length > 0 && !agreed.retried) out.sendChangeCipherSpec();
  const inputs = [
    { name: `${group.name} private key`, value: own.private },
    { name: `client’s ${group.name} share`, value: agreed.share },
  ];
  out.note({
    kind: 'secret',
    secret: { name: 'shared_secret', operation: 'ECDHE', hash: '', from: [], inputs, value: shared },
  });
  const transcript = extended(agreed.transcript, ...said);
  const stage = handshakeStage(suite.hash, shared, transcript, noteSecret(out));
  out.install(
    'write',
    trafficKeys('handshake', suite, { name: 'server_handshake_traffic_secret', value: stage.traffic.server }),
  );
  out.install(
    'read',
    trafficKeys('handshake', suite, { name: 'client_handshake_traffic_secret', value: stage.traffic.client }),
  );
  return { stage, transcript };
}

function sayExtensions(transcript: Transcript, protocol: string | null, hello: ClientHello, out: Out): Transcript {
  const extensions: Extension<typeof encryptedExtensions>[] = [];
  if (requestedName(hello) !== null) extensions.push(extension(encryptedExtensions, 'server_name', null));
  if (protocol !== null) {
    const list = { protocol_name_list: [fromText(protocol)] };
    extensions.push(extension(encryptedExtensions, 'application_layer_protocol_negotiation', list));
  }
  return extended(transcript, ...out.send({ name: 'EncryptedExtensions', body: { extensions } }));
}

/** RFC 9846 section 4.4.2. */
function sayRequest(transcript: Transcript, out: Out): Transcript {
  const { schemes, anchors, nameAuthorities } = out.config;
  const supported_signature_algorithms = codesOf(schemes, signatureSchemes);
  const extensions = [
    extension(certificateRequestExtensions, 'signature_algorithms', { supported_signature_algorithms }),
  ];
  if (nameAuthorities && anchors.length > 0) {
    const authorities = anchors.map(({ subject }) => subject.der);
    extensions.push(extension(certificateRequestExtensions, 'certificate_authorities', { authorities }));
  }
  return extended(
    transcript,
    ...out.send({ name: 'CertificateRequest', body: { certificate_request_context: EMPTY, extensions } }),
  );
}

function sayIdentity(
  transcript: Transcript,
  { chain, key }: Identity,
  scheme: Scheme,
  suite: Suite,
  out: Out,
): Transcript {
  const certificate_list = chain.map(({ der }) => ({ cert_data: der, extensions: [] }));
  const body: Body<'Certificate'> = { certificate_request_context: EMPTY, certificate_list };
  const shown = extended(transcript, ...out.send({ name: 'Certificate', body }));
  const signature = scheme.sign(key, signedContent('server', suite.hash, shown), out.env);
  const algorithm = signatureSchemes.codes[scheme.name];
  return extended(shown, ...out.send({ name: 'CertificateVerify', body: { algorithm, signature } }));
}

/** The client's Certificate (RFC 9846 section 4.5.2): empty when it has nothing to show. */
export function onCertificate(state: WaitCertificate, heard: Heard<'Certificate'>, out: Out): ServerState {
  const { certificate_request_context, certificate_list } = heard.body;
  if (certificate_request_context.length > 0) {
    throw new TlsFault(
      'request-context',
      'The client’s Certificate answers another request than the one that was made.',
    );
  }
  const transcript = extended(state.transcript, heard.bytes);
  if (certificate_list.length === 0) {
    if (out.config.clientAuthentication === 'required') {
      throw new TlsFault('no-client-certificate', 'The client shows no certificate, and this server insists on one.');
    }
    out.note({
      kind: 'ignored',
      what: 'missing client certificate',
      reason: 'The server only asked; the client stays unknown.',
    });
    return { ...state, name: 'WAIT_FINISHED', possession: null, transcript };
  }
  for (const { extensions } of certificate_list) checkExtensions('Certificate', 'CT', extensions, []);
  const ders = certificate_list.map(({ cert_data }) => cert_data);
  return { ...state, name: 'WAIT_CV', chain: proveChain(out, 'client', ders, null), transcript };
}

/** RFC 9846 section 4.5.3. */
export function onCertificateVerify(
  state: WaitCertificateVerify,
  heard: Heard<'CertificateVerify'>,
  out: Out,
): ServerState {
  const { chain, ...rest } = state;
  const possession = provePossession(out, 'client', heard, chain, state.suite.hash, state.transcript);
  return { ...rest, name: 'WAIT_FINISHED', possession, transcript: extended(state.transcript, heard.bytes) };
}

/** RFC 9846 section 4.5.4: the client's Finished completes the handshake. */
export function onFinished(state: WaitFinished, heard: Heard<'Finished'>, out: Out): ServerState {
  const { suite, handshake, main, possession } = state;
  const finished = proveFinished(out, 'client', heard, suite.hash, handshake.traffic.client, state.transcript);
  out.install(
    'read',
    trafficKeys('application', suite, { name: 'client_application_traffic_secret_0', value: main.traffic.client }),
  );
  resumptionSecret(main, extended(state.transcript, heard.bytes), noteSecret(out));
  const facts: Facts = {
    version: '1.3',
    suite: suite.name,
    group: state.group,
    alpn: state.alpn,
    serverName: state.serverName,
    peer: possession?.subject ?? null,
  };
  out.note({ kind: 'connected', facts });
  for (let ticket = 0; ticket < out.config.tickets; ticket++) sayTicket(ticket, out);
  return { name: 'CONNECTED', version: '1.3', facts, stage: main, proof: { peer: possession, finished } };
}

// RFC 9846 4.7.1. The ticket is random: this server has nothing to resume from it.
function sayTicket(number: number, out: Out): void {
  const [a = 0, b = 0, c = 0, d = 0] = out.env.random(4);
  const ticket_age_add = ((a << 24) | (b << 16) | (c << 8) | d) >>> 0;
  const ticket_nonce = Uint8Array.of(number);
  out.send({
    name: 'NewSessionTicket',
    body: { ticket_lifetime: 7200, ticket_age_add, ticket_nonce, ticket: out.env.random(32), extensions: [] },
  });
}

function noteSecret(out: Out): (secret: Secret) => void {
  return (secret) => out.note({ kind: 'secret', secret });
}

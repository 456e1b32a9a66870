// The client of TLS 1.3 from ServerHello on (RFC 9846 appendix A.1). States carry what they still need, nothing else.

import { EMPTY } from '../../bytes/index.ts';
import type { ClientConfig } from '../config.ts';
import { Connected } from '../connected.ts';
import { checkExtensions } from '../extensions.ts';
import { TlsFault } from '../fault.ts';
import { chooseIdentity, keyOf } from '../identity.ts';
import {
  type ChainProof,
  type PossessionProof,
  proveChain,
  proveFinished,
  provePossession,
  settled,
  signedContent,
} from '../keys/proofs.ts';
import {
  type Completed,
  completed,
  earlyStage,
  type HandshakeStage,
  handshakeStage,
  mainStage,
  verifyData,
} from '../keys/schedule.ts';
import type { Agreed } from '../keys/secret.ts';
import type { Suite } from '../keys/suite.ts';
import { extended, type Transcript } from '../keys/transcript.ts';
import { type Heard, noteSecret, type Outbox } from '../outbox.ts';
import { trafficKeys } from '../record/protect.ts';
import { find } from '../wire/extension.ts';
import { extensionTypes, signatureSchemes } from '../wire/iana.ts';
import type { Body, ClientHello } from '../wire/message.ts';
import { agreedProtocol, choiceInsight, wishOf } from './choice.ts';

type Out = Outbox<ClientConfig>;

/** What every state of the handshake carries on. */
interface Common {
  readonly dialect: '1.3';
  readonly suite: Suite;
  readonly group: string;
  readonly stage: HandshakeStage;
  readonly transcript: Transcript;
  readonly alpn: string | null;
}
type Request = Body<'CertificateRequest'>;

export interface WaitEncryptedExtensions extends Common {
  readonly name: 'WAIT_EE';
  readonly hello: ClientHello;
}
export interface WaitCertificateOrRequest extends Common {
  readonly name: 'WAIT_CERT_CR';
}
export interface WaitCertificate extends Common {
  readonly name: 'WAIT_CERT';
  readonly request: Request;
}
export interface WaitCertificateVerify extends Common {
  readonly name: 'WAIT_CV';
  readonly request: Request | null;
  readonly chain: ChainProof;
}
export interface WaitFinished extends Common {
  readonly name: 'WAIT_FINISHED';
  readonly request: Request | null;
  readonly possession: PossessionProof;
}
export type Connected13 = Connected<'1.3', Completed>;
export type ClientState13 =
  | WaitEncryptedExtensions
  | WaitCertificateOrRequest
  | WaitCertificate
  | WaitCertificateVerify
  | WaitFinished
  | Connected13;

/** After ServerHello: derives the handshake keys and switches both directions to them. */
export function enterTls13(
  offer: { hello: ClientHello; suite: Suite; group: string; agreed: Agreed; transcript: Transcript },
  out: Out,
): WaitEncryptedExtensions {
  const { hello, suite, group, agreed, transcript } = offer;
  const note = noteSecret(out);
  const stage = handshakeStage(earlyStage(suite.hash, note), agreed, transcript, note);
  out.install('read', trafficKeys(suite, stage.traffic.server));
  // The compatibility ChangeCipherSpec stands before this side's second flight (RFC 9846 appendix E.4).
  if (out.config.records.compatibility) out.sendChangeCipherSpec();
  out.install('write', trafficKeys(suite, stage.traffic.client));
  return { name: 'WAIT_EE', dialect: '1.3', hello, suite, group, stage, transcript, alpn: null };
}

export function onEncryptedExtensions(
  state: WaitEncryptedExtensions,
  heard: Heard<'EncryptedExtensions'>,
  out: Out,
): ClientState13 {
  const { hello, ...common } = state;
  const { extensions } = heard.body;
  const offered = hello.extensions.map(({ type }) => type);
  checkExtensions('EncryptedExtensions', 'EE', extensions, offered);
  const alpn = agreedProtocol(find(extensions, 'application_layer_protocol_negotiation')?.protocol_name_list, out);
  return { ...common, name: 'WAIT_CERT_CR', alpn, transcript: extended(state.transcript, heard.bytes) };
}

/** RFC 9846 section 4.4.2. */
export function onCertificateRequest(
  state: WaitCertificateOrRequest,
  heard: Heard<'CertificateRequest'>,
): ClientState13 {
  const { certificate_request_context, extensions } = heard.body;
  checkExtensions('CertificateRequest', 'CR', extensions);
  if (certificate_request_context.length > 0) {
    throw new TlsFault('request-context', { what: 'request' });
  }
  if (!find(extensions, 'signature_algorithms')) {
    throw new TlsFault('missing-extension', { message: 'CertificateRequest' });
  }
  return { ...state, name: 'WAIT_CERT', request: heard.body, transcript: extended(state.transcript, heard.bytes) };
}

/** RFC 9846 section 4.5.1. */
export function onCertificate(
  state: WaitCertificate | WaitCertificateOrRequest,
  heard: Heard<'Certificate'>,
  out: Out,
): ClientState13 {
  const { certificate_request_context, certificate_list } = heard.body;
  if (certificate_request_context.length > 0) {
    throw new TlsFault('request-context', { what: 'server' });
  }
  if (certificate_list.length === 0) {
    throw new TlsFault('empty-server-certificate', {});
  }
  for (const { extensions } of certificate_list) checkExtensions('Certificate', 'CT', extensions, []);
  const chain = proveChain(
    out,
    'server',
    certificate_list.map(({ cert_data }) => cert_data),
    out.config.serverName,
  );
  const { suite, group, stage, alpn } = state;
  const request = state.name === 'WAIT_CERT' ? state.request : null;
  return {
    name: 'WAIT_CV',
    dialect: '1.3',
    suite,
    group,
    stage,
    alpn,
    request,
    chain,
    transcript: extended(state.transcript, heard.bytes),
  };
}

/** RFC 9846 section 4.5.2. */
export function onCertificateVerify(
  state: WaitCertificateVerify,
  heard: Heard<'CertificateVerify'>,
  out: Out,
): ClientState13 {
  const { chain, ...rest } = state;
  const possession = provePossession(out, 'server', heard, chain, state.suite.hash, state.transcript);
  return { ...rest, name: 'WAIT_FINISHED', possession, transcript: extended(state.transcript, heard.bytes) };
}

/** RFC 9846 section 4.5.3: checks the server's Finished, says this side's whole flight, and is connected. */
export function onFinished(state: WaitFinished, heard: Heard<'Finished'>, out: Out): ClientState13 {
  const { suite, stage, possession } = state;
  const finished = proveFinished(out, 'server', heard, suite.hash, stage.traffic.server, state.transcript);
  const upToServer = extended(state.transcript, heard.bytes);
  const main = mainStage(stage, upToServer, noteSecret(out));
  out.install('read', trafficKeys(suite, main.traffic.server));
  const beforeFinished = state.request ? sayWho(state.request, suite, upToServer, out) : upToServer;
  const verify_data = verifyData(suite.hash, stage.traffic.client, beforeFinished, noteSecret(out));
  const complete = extended(beforeFinished, ...out.send({ name: 'Finished', body: { verify_data } }));
  out.install('write', trafficKeys(suite, main.traffic.client));
  const kept = completed(main, complete, noteSecret(out));
  const { serverName } = out.config;
  const { group, alpn } = state;
  const agreed = { version: '1.3', suite: suite.name, group, alpn, serverName } as const;
  const connected = new Connected('1.3', agreed, kept, { peer: settled(out, possession), finished });
  out.note({ kind: 'connected', facts: connected.facts });
  return connected;
}

// Certificate, and CertificateVerify unless there is nothing to prove. Returns the transcript with both.
function sayWho(request: Request, suite: Suite, transcript: Transcript, out: Out): Transcript {
  const accepted = find(request.extensions, 'signature_algorithms')?.supported_signature_algorithms ?? [];
  const authorities = find(request.extensions, 'certificate_authorities')?.authorities ?? [];
  const wish = { ...wishOf(out, '1.3'), accepted, authorities };
  const choice = chooseIdentity(out.config.identities, wish);
  out.note(choiceInsight(choice, out.config));
  const certificate_list = (choice.identity?.chain ?? []).map(({ der }) => ({ cert_data: der, extensions: [] }));
  const certificate_request_context = EMPTY;
  const shown = extended(
    transcript,
    ...out.send({ name: 'Certificate', body: { certificate_request_context, certificate_list } }),
  );
  if (!choice.identity) return shown;
  out.note({
    kind: 'chose',
    what: 'scheme',
    value: choice.scheme.name,
    among: out.config.schemes,
    reason: { what: 'accepted', by: 'server' },
  });
  const signature = choice.scheme.sign(keyOf(choice.identity), signedContent('client', suite.hash, shown), out.env);
  const body = { algorithm: signatureSchemes.codes[choice.scheme.name], signature };
  return extended(shown, ...out.send({ name: 'CertificateVerify', body }));
}

/** RFC 9846 section 4.7.1: tickets are shown, not used. */
export function onNewSessionTicket(state: Connected13, heard: Heard<'NewSessionTicket'>, out: Out): ClientState13 {
  checkExtensions('NewSessionTicket', 'NST', heard.body.extensions);
  const extensions = heard.body.extensions.map(({ type }) => extensionTypes.called(type));
  out.note({ kind: 'ignored', what: 'NewSessionTicket', reason: { what: 'no resumption', extensions } });
  return state;
}

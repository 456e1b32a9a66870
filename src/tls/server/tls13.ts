// The server of TLS 1.3 from the agreed hello on (RFC 9846 appendix A.2). States carry what they still need, nothing else.

import type { ServerConfig } from '../config.ts';
import { Connected } from '../connected.ts';
import { checkExtensions } from '../extensions.ts';
import { TlsFault } from '../fault.ts';
import {
  type ChainProof,
  type PossessionProof,
  proveChain,
  proveFinished,
  provePossession,
  settled,
} from '../keys/proofs.ts';
import {
  type Completed,
  completed,
  type HandshakeStage,
  type MainStage,
  mainStage,
  verifyData,
} from '../keys/schedule.ts';
import type { Suite } from '../keys/suite.ts';
import { extended, type Transcript } from '../keys/transcript.ts';
import { type Heard, noteSecret, type Outbox } from '../outbox.ts';
import { trafficKeys } from '../record/protect.ts';
import { askedName, chooseProtocol } from './choice.ts';
import {
  type Agreed,
  chooseServerIdentity,
  sayExtensions,
  sayIdentity,
  sayRequest,
  sayServerHello,
} from './flight13.ts';

type Out = Outbox<ServerConfig>;

interface Common {
  readonly dialect: '1.3';
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
export type Connected13 = Connected<'1.3', Completed>;
export type ServerState13 = WaitCertificate | WaitCertificateVerify | WaitFinished | Connected13;

/** Says the server's whole flight: ServerHello to Finished. */
export function enterTls13(agreed: Agreed, out: Out): ServerState13 {
  const { hello, suite, group } = agreed;
  const serverName = askedName(hello, out);
  const { identity, scheme } = chooseServerIdentity(hello, out);
  const protocol = chooseProtocol(hello, out);
  const { stage, transcript: afterHello } = sayServerHello(agreed, out);
  const afterExtensions = sayExtensions(afterHello, protocol, hello, out);
  const afterRequest = out.config.clientAuthentication === 'off' ? afterExtensions : sayRequest(afterExtensions, out);
  const afterProof = sayIdentity(afterRequest, identity, scheme, suite, out);
  const verify_data = verifyData(suite.hash, stage.traffic.server, afterProof, noteSecret(out));
  const transcript = extended(afterProof, ...out.send({ name: 'Finished', body: { verify_data } }));
  const main = mainStage(stage, transcript, noteSecret(out));
  out.install('write', trafficKeys(suite, main.traffic.server));
  const common: Common = {
    dialect: '1.3',
    suite,
    group: group.name,
    handshake: stage,
    main,
    transcript,
    alpn: protocol,
    serverName,
  };
  if (out.config.clientAuthentication === 'off') return { ...common, name: 'WAIT_FINISHED', possession: null };
  return { ...common, name: 'WAIT_CERT' };
}

/** The client's Certificate (RFC 9846 section 4.5.1): empty when it has nothing to show. */
export function onCertificate(state: WaitCertificate, heard: Heard<'Certificate'>, out: Out): ServerState13 {
  const { certificate_request_context, certificate_list } = heard.body;
  if (certificate_request_context.length > 0) {
    throw new TlsFault('request-context', { what: 'client' });
  }
  const transcript = extended(state.transcript, heard.bytes);
  if (certificate_list.length === 0) {
    if (out.config.clientAuthentication === 'required') {
      throw new TlsFault('no-client-certificate', {});
    }
    out.note({
      kind: 'ignored',
      what: 'missing client certificate',
      reason: { what: 'only asked' },
    });
    return { ...state, name: 'WAIT_FINISHED', possession: null, transcript };
  }
  for (const { extensions } of certificate_list) checkExtensions('Certificate', 'CT', extensions, []);
  const ders = certificate_list.map(({ cert_data }) => cert_data);
  return { ...state, name: 'WAIT_CV', chain: proveChain(out, 'client', ders, null), transcript };
}

/** RFC 9846 section 4.5.2. */
export function onCertificateVerify(
  state: WaitCertificateVerify,
  heard: Heard<'CertificateVerify'>,
  out: Out,
): ServerState13 {
  const { chain, ...rest } = state;
  const possession = provePossession(out, 'client', heard, chain, state.suite.hash, state.transcript);
  return { ...rest, name: 'WAIT_FINISHED', possession, transcript: extended(state.transcript, heard.bytes) };
}

/** RFC 9846 section 4.5.3: the client's Finished completes the handshake. */
export function onFinished(state: WaitFinished, heard: Heard<'Finished'>, out: Out): ServerState13 {
  const { suite, handshake, main, possession } = state;
  const finished = proveFinished(out, 'client', heard, suite.hash, handshake.traffic.client, state.transcript);
  out.install('read', trafficKeys(suite, main.traffic.client));
  const stage = completed(main, extended(state.transcript, heard.bytes), noteSecret(out));
  const { group, alpn, serverName } = state;
  const agreed = { version: '1.3', suite: suite.name, group, alpn, serverName } as const;
  const connected = new Connected('1.3', agreed, stage, { peer: settled(out, possession), finished });
  out.note({ kind: 'connected', facts: connected.facts });
  for (let ticket = 0; ticket < out.config.tickets; ticket++) sayTicket(ticket, out);
  return connected;
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

// The client of TLS 1.2 from ServerHello on (RFC 5246 section 7.3). States carry what they still need, nothing else.

import type { Group } from '../../crypto/index.ts';
import { type KeyUse, signing } from '../../pki/index.ts';
import type { ClientConfig, Offered } from '../config.ts';
import { Connected } from '../connected.ts';
import { TlsFault } from '../fault.ts';
import { groupOf } from '../keys/code.ts';
import { type ChainProof, possessionByFinished, proveChain, proveSignature, settled } from '../keys/proofs.ts';
import { proveFinished12, signedParams } from '../keys/proofs12.ts';
import { type Suite12, suite12 } from '../keys/suite.ts';
import { extended } from '../keys/transcript.ts';
import { codesOf } from '../negotiation.ts';
import type { Heard, Outbox } from '../outbox.ts';
import { trafficKeys12 } from '../record/protect12.ts';
import { groupNames } from '../wire/iana.ts';
import type { Body } from '../wire/message.ts';
import { NAMED_CURVE } from '../wire/tls12.ts';
import { offeredSuite } from './answer.ts';
import { checkServerHello } from './answer12.ts';
import { sayFlight } from './flight12.ts';
import type {
  ClientState12,
  Connected12,
  WaitCertificate12,
  WaitChangeCipherSpec,
  WaitDone,
  WaitFinished12,
  WaitRequestOrDone,
  WaitServerKeyExchange,
} from './states12.ts';

type Out = Outbox<ClientConfig>;
/** The dialects differ in the key exchange alone; a client hears the rest alike. */
type Heard12<N extends 'Certificate' | 'CertificateRequest' | 'ServerHelloDone' | 'Finished'> = Heard<N, '1.2'>;

/** WAIT_SH: the ServerHello of TLS 1.2 (RFC 5246 section 7.4.1.3). */
export function enterTls12(offered: Offered, heard: Heard<'ServerHello'>, out: Out): ClientState12 {
  const { hello } = offered;
  const { body } = heard;
  const suite = offeredSuite(hello, body.cipher_suite, suite12);
  const answer = checkServerHello(hello, body, suite, out);
  return {
    name: 'WAIT_CERT',
    dialect: suite.kx === 'RSA' ? '1.2 RSA' : '1.2',
    suite,
    randoms: { client: hello.random, server: body.random },
    ...answer,
    transcript: extended(offered.transcript, heard.bytes),
  };
}

/** RFC 5246 7.4.2: a key that signs must be one that may. */
const signs: KeyUse = { ...signing, section: 'RFC 5246 7.4.2' };

/** RFC 5246 7.4.2: with static RSA, the keyEncipherment bit MUST be set; nothing is signed with the key. */
const decrypts: KeyUse = {
  needed: 'keyEncipherment',
  cause: 'no-key-encipherment',
  section: 'RFC 5246 7.4.2',
};

/** RFC 5246 section 7.4.2. */
export function onCertificate(state: WaitCertificate12, heard: Heard12<'Certificate'>, out: Out): ClientState12 {
  const { certificate_list } = heard.body;
  if (certificate_list.length === 0) {
    throw new TlsFault('empty-server-certificate', {});
  }
  const use = state.suite.kx === 'RSA' ? decrypts : signs;
  const chain = proveChain(out, 'server', certificate_list, out.config.serverName, use);
  checkKeyFitsSuite(chain, state.suite);
  const transcript = extended(state.transcript, heard.bytes);
  if (state.suite.kx === 'RSA') return { ...state, name: 'WAIT_CR_SHD', chain, share: null, transcript };
  return { ...state, name: 'WAIT_SKE', chain, transcript };
}

/** RFC 8422 section 5.4: the server's share, signed together with both randoms. */
export function onServerKeyExchange(
  state: WaitServerKeyExchange,
  heard: Heard<'ServerKeyExchange', '1.2'>,
  out: Out,
): ClientState12 {
  const { params } = heard.body;
  const { chain, randoms } = state;
  const group = offeredGroup(params, out);
  const content = signedParams(randoms, params);
  const possession = proveSignature(out, heard.body, {
    version: '1.2',
    signer: 'server',
    chain,
    content,
    over: 'share',
  });
  const share = { group, public: params.public, possession };
  return { ...state, name: 'WAIT_CR_SHD', share, transcript: extended(state.transcript, heard.bytes) };
}

// RFC 8422 5.4: the curve must be one that was offered, by its name.
function offeredGroup({ curve_type, named_curve }: Body<'ServerKeyExchange', '1.2'>['params'], out: Out): Group {
  if (curve_type !== NAMED_CURVE) {
    throw new TlsFault('bad-curve-type', { type: curve_type });
  }
  const group = groupOf(named_curve);
  if (!group || !codesOf(out.config.groups, groupNames).includes(named_curve)) {
    throw new TlsFault('group-not-offered', { what: 'picked', group: groupNames.called(named_curve) });
  }
  return group;
}

// RFC 8422 2: the suite says which kind of key signs or decrypts.
function checkKeyFitsSuite({ publicKey }: ChainProof, { kx, name }: Suite12): void {
  if ('n' in publicKey === (kx === 'ECDHE_ECDSA')) {
    throw new TlsFault('certificate-does-not-fit-suite', { key: publicKey.kind, suite: name });
  }
}

/** RFC 5246 section 7.4.4. */
export function onCertificateRequest(state: WaitRequestOrDone, heard: Heard12<'CertificateRequest'>): ClientState12 {
  return { ...state, name: 'WAIT_SHD', request: heard.body, transcript: extended(state.transcript, heard.bytes) };
}

/** RFC 5246 section 7.4.5: it is this side's turn. */
export function onServerHelloDone(
  state: WaitRequestOrDone | WaitDone,
  heard: Heard12<'ServerHelloDone'>,
  out: Out,
): ClientState12 {
  const transcript = extended(state.transcript, heard.bytes);
  const request = state.name === 'WAIT_SHD' ? state.request : null;
  const { stage, block, transcript: complete } = sayFlight({ ...state, transcript }, request, out);
  const { dialect, suite, randoms, extended: bound, alpn, chain, share } = state;
  const kept = { dialect, suite, randoms, extended: bound, alpn, chain, share };
  return { ...kept, name: 'WAIT_CCS', stage, block, transcript: complete };
}

/** RFC 5246 section 7.1: what the server says from now on is protected. */
export function onChangeCipherSpec(state: WaitChangeCipherSpec, _: null, out: Out): ClientState12 {
  out.install('read', trafficKeys12(state.suite, state.block, 'server'));
  return { ...state, name: 'WAIT_FINISHED' };
}

/** RFC 5246 section 7.4.9: the server's Finished completes the handshake. */
export function onFinished(state: WaitFinished12, heard: Heard12<'Finished'>, out: Out): ClientState12 {
  const { dialect, suite, share, chain, stage, alpn } = state;
  const finished = proveFinished12(out, 'server', heard.body.verify_data, stage, state.transcript);
  const peer = settled(out, share ? share.possession : possessionByFinished(chain, finished));
  const { serverName } = out.config;
  const group = share ? share.group.name : null;
  const agreed = { version: '1.2', suite: suite.name, group, alpn, serverName } as const;
  const connected = new Connected(dialect, agreed, stage, { peer, finished });
  out.note({ kind: 'connected', facts: connected.facts });
  return connected;
}

/** RFC 5246 section 7.4.1.1: the server asks for another handshake, which is refused (RFC 5746 section 4.2). */
export function onHelloRequest(state: Connected12, _: Heard<'HelloRequest', '1.2'>, out: Out): ClientState12 {
  out.note({ kind: 'ignored', what: 'HelloRequest', reason: { what: 'no renegotiation' } });
  out.warn('no_renegotiation');
  return state;
}

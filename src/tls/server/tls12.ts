// The server of TLS 1.2 from the ClientHello on (RFC 5246 section 7.3). States carry what they still need, nothing else.

import { type Bytes, concat, equal, fromUint } from '../../bytes/index.ts';
import { primitives, type RsaPrivateKey } from '../../crypto/index.ts';
import { type KeyUse, signing } from '../../pki/index.ts';
import type { ServerConfig } from '../config.ts';
import { Connected } from '../connected.ts';
import { TlsFault } from '../fault.ts';
import { finishShare } from '../keys/exchange.ts';
import { type ChainProof, type PossessionProof, proveChain, proveSignature, settled } from '../keys/proofs.ts';
import { proveFinished12 } from '../keys/proofs12.ts';
import {
  classicMaster,
  extendedMaster,
  type KeyBlock,
  keyBlock,
  type MasterStage,
  sentPremaster,
  verifyData12,
} from '../keys/schedule12.ts';
import type { Agreed } from '../keys/secret.ts';
import type { Suite12 } from '../keys/suite.ts';
import { extended, noMessages, type Transcript } from '../keys/transcript.ts';
import { type Heard, noteSecret, type Outbox } from '../outbox.ts';
import { trafficKeys12 } from '../record/protect12.ts';
import { versions } from '../wire/iana.ts';
import type { Dialect12 } from '../wire/message.ts';
import { type Settled, sayFlight } from './flight12.ts';

type Out = Outbox<ServerConfig>;
/** The dialects differ in the key exchange alone. */
type Heard12<N extends 'Certificate' | 'CertificateVerify' | 'Finished'> = Heard<N, '1.2'>;

export interface WaitCertificate12 extends Settled {
  readonly name: 'WAIT_CERT';
}
export interface WaitClientKeyExchange extends Settled {
  readonly name: 'WAIT_CKE';
  /** Null: the client was not asked, or has nothing to show. */
  readonly chain: ChainProof | null;
}
/** What is still needed once there are keys. */
interface Keyed {
  readonly dialect: Dialect12;
  readonly suite: Suite12;
  readonly group: string | null;
  readonly alpn: string | null;
  readonly serverName: string | null;
  readonly stage: MasterStage;
  readonly block: KeyBlock;
  readonly transcript: Transcript;
}
export interface WaitCertificateVerify12 extends Keyed {
  readonly name: 'WAIT_CV';
  readonly chain: ChainProof;
}
export interface WaitChangeCipherSpec extends Keyed {
  readonly name: 'WAIT_CCS';
  readonly possession: PossessionProof | null;
}
export interface WaitFinished12 extends Keyed {
  readonly name: 'WAIT_FINISHED';
  readonly possession: PossessionProof | null;
}
export type Connected12 = Connected<Dialect12, MasterStage>;
export type ServerState12 =
  | WaitCertificate12
  | WaitClientKeyExchange
  | WaitCertificateVerify12
  | WaitChangeCipherSpec
  | WaitFinished12
  | Connected12;

/** START: a ClientHello that leads to TLS 1.2. Says the whole flight. */
export function enterTls12(heard: Heard<'ClientHello'>, out: Out): ServerState12 {
  const settled = sayFlight(heard.body, extended(noMessages, heard.bytes), out);
  if (out.config.clientAuthentication === 'off') return { ...settled, name: 'WAIT_CKE', chain: null };
  return { ...settled, name: 'WAIT_CERT' };
}

/** RFC 5246 7.4.6: a key that signs must be one that may. */
const signs: KeyUse = { ...signing, section: 'RFC 5246 7.4.6' };

/** The client's Certificate (RFC 5246 section 7.4.6): empty when it has nothing to show. */
export function onCertificate(state: WaitCertificate12, heard: Heard12<'Certificate'>, out: Out): ServerState12 {
  const { certificate_list } = heard.body;
  const transcript = extended(state.transcript, heard.bytes);
  if (certificate_list.length > 0) {
    return {
      ...state,
      name: 'WAIT_CKE',
      chain: proveChain(out, 'client', certificate_list, null, signs),
      transcript,
    };
  }
  if (out.config.clientAuthentication === 'required') {
    throw new TlsFault('no-client-certificate', {});
  }
  out.note({ kind: 'ignored', what: 'missing client certificate', reason: { what: 'only asked' } });
  return { ...state, name: 'WAIT_CKE', chain: null, transcript };
}

/** RFC 8422 section 5.7: the client's share. */
export function onClientShare(
  state: WaitClientKeyExchange,
  heard: Heard<'ClientKeyExchange', '1.2'>,
  out: Out,
): ServerState12 {
  if (state.secret.kind !== 'ECDHE') throw new RangeError('a share came without a group to match');
  const { group, share } = state.secret;
  const { point } = heard.body.exchange_keys;
  const premaster = finishShare(group, share, point, 'pre_master_secret');
  if (!premaster) throw new TlsFault('bad-key-share', { what: 'point', of: 'client', group: group.name });
  noteSecret(out)(premaster);
  return keyed(state, heard.bytes, premaster, group.name, out);
}

/** RFC 5246 section 7.4.7.1: the encrypted premaster secret. */
export function onEncryptedPremaster(
  state: WaitClientKeyExchange,
  heard: Heard<'ClientKeyExchange', '1.2 RSA'>,
  out: Out,
): ServerState12 {
  if (state.secret.kind !== 'RSA') throw new RangeError('an encrypted premaster secret came without a key to open it');
  const sealed = heard.body.encrypted_pre_master_secret;
  const premaster = sentPremaster(openedPremaster(state.secret.key, sealed, out), sealed);
  noteSecret(out)(premaster);
  return keyed(state, heard.bytes, premaster, null, out);
}

// RFC 5246 7.4.7.1: whatever is wrong with the premaster secret, a random one takes its place and Finished fails later. A server
// that told what was wrong would decrypt for anybody who asks often enough (Bleichenbacher 1998).
function openedPremaster(key: RsaPrivateKey, sealed: Bytes, { env }: Out): Bytes {
  const version = fromUint(versions.codes['TLS 1.2'], 2);
  const substitute = concat(version, env.random(46));
  const opened = primitives.take('rsa').decryptPkcs1(key, sealed);
  return opened?.length === 48 && equal(opened.subarray(0, 2), version) ? opened : substitute;
}

function keyed(
  state: WaitClientKeyExchange,
  bytes: Bytes,
  premaster: Agreed,
  group: string | null,
  out: Out,
): WaitCertificateVerify12 | WaitChangeCipherSpec {
  const { dialect, suite, alpn, serverName, randoms, chain } = state;
  const transcript = extended(state.transcript, bytes);
  const stage = state.extended
    ? extendedMaster(suite.hash, premaster, transcript, randoms, noteSecret(out))
    : classicMaster(suite.hash, premaster, randoms, noteSecret(out));
  const block = keyBlock(stage, suite, noteSecret(out));
  const common: Keyed = { dialect, suite, group, alpn, serverName, stage, block, transcript };
  return chain ? { ...common, name: 'WAIT_CV', chain } : { ...common, name: 'WAIT_CCS', possession: null };
}

/** RFC 5246 section 7.4.8: a signature over the handshake messages themselves. */
export function onCertificateVerify(
  state: WaitCertificateVerify12,
  heard: Heard12<'CertificateVerify'>,
  out: Out,
): ServerState12 {
  const { chain, ...rest } = state;
  const content = concat(...state.transcript);
  const signed = { version: '1.2', signer: 'client', chain, content, over: 'messages' } as const;
  const possession = proveSignature(out, heard.body, signed);
  return { ...rest, name: 'WAIT_CCS', possession, transcript: extended(state.transcript, heard.bytes) };
}

/** RFC 5246 section 7.1: what the client says from now on is protected. */
export function onChangeCipherSpec(state: WaitChangeCipherSpec, _: null, out: Out): ServerState12 {
  out.install('read', trafficKeys12(state.suite, state.block, 'client'));
  return { ...state, name: 'WAIT_FINISHED' };
}

/** RFC 5246 section 7.4.9: the client's Finished; ChangeCipherSpec and Finished of this side complete the handshake. */
export function onFinished(state: WaitFinished12, heard: Heard12<'Finished'>, out: Out): ServerState12 {
  const { dialect, suite, group, alpn, serverName, stage, block, possession } = state;
  const finished = proveFinished12(out, 'client', heard.body.verify_data, stage, state.transcript);
  const peer = settled(out, possession);
  out.sendChangeCipherSpec();
  out.install('write', trafficKeys12(suite, block, 'server'));
  const verify_data = verifyData12(stage, 'server', extended(state.transcript, heard.bytes));
  out.send({ name: 'Finished', dialect, body: { verify_data } });
  const agreed = { version: '1.2', suite: suite.name, group, alpn, serverName } as const;
  const connected = new Connected(dialect, agreed, stage, { peer, finished });
  out.note({ kind: 'connected', facts: connected.facts });
  return connected;
}

/** The client asks for another handshake, which is refused (RFC 5746 section 4.2). */
export function onAnotherHello(state: Connected12, _: Heard<'ClientHello', '1.2'>, out: Out): ServerState12 {
  out.note({ kind: 'ignored', what: 'ClientHello', reason: { what: 'no renegotiation' } });
  out.warn('no_renegotiation');
  return state;
}

// The states of a client of TLS 1.2, and what each of them still needs. Types only.

import type { Bytes } from '../../bytes/index.ts';
import type { Group } from '../../crypto/index.ts';
import type { Connected } from '../connected.ts';
import type { ChainProof, PossessionProof } from '../keys/proofs.ts';
import type { KeyBlock, MasterStage, Randoms } from '../keys/schedule12.ts';
import type { Suite12 } from '../keys/suite.ts';
import type { Transcript } from '../keys/transcript.ts';
import type { Body, Dialect12 } from '../wire/message.ts';

export type Request12 = Body<'CertificateRequest', '1.2'>;

/** What every state of the handshake carries on. */
export interface Common12 {
  readonly dialect: Dialect12;
  readonly suite: Suite12;
  readonly randoms: Randoms;
  /** Whether the master secret is the extended one (RFC 7627). */
  readonly extended: boolean;
  readonly transcript: Transcript;
  readonly alpn: string | null;
}

/** The server's half of an ECDHE exchange, and the proof that it is the server's. */
export interface ServerShare {
  readonly group: Group;
  readonly public: Bytes;
  readonly possession: PossessionProof;
}

export interface WaitCertificate12 extends Common12 {
  readonly name: 'WAIT_CERT';
}
export interface WaitServerKeyExchange extends Common12 {
  readonly name: 'WAIT_SKE';
  readonly chain: ChainProof;
}
interface Known extends Common12 {
  readonly chain: ChainProof;
  /** Null: static RSA, the premaster secret is encrypted to the chain's key. */
  readonly share: ServerShare | null;
}
export interface WaitRequestOrDone extends Known {
  readonly name: 'WAIT_CR_SHD';
}
export interface WaitDone extends Known {
  readonly name: 'WAIT_SHD';
  readonly request: Request12;
}
interface Keyed extends Known {
  readonly stage: MasterStage;
  readonly block: KeyBlock;
}
export interface WaitChangeCipherSpec extends Keyed {
  readonly name: 'WAIT_CCS';
}
export interface WaitFinished12 extends Keyed {
  readonly name: 'WAIT_FINISHED';
}
export type Connected12 = Connected<Dialect12, MasterStage>;
export type ClientState12 =
  | WaitCertificate12
  | WaitServerKeyExchange
  | WaitRequestOrDone
  | WaitDone
  | WaitChangeCipherSpec
  | WaitFinished12
  | Connected12;

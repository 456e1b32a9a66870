// The checkers of identity, possession and integrity. Only they can mint the proof values that a connected state is built from.

import { type Bytes, concat, equal, Flaw, fromText } from '../../bytes/index.ts';
import type { Hash, PublicKey } from '../../crypto/index.ts';
import {
  alertOf,
  type Certificate,
  type CertificateAlert,
  type FailedCheck,
  type KeyUse,
  parseCertificate,
  type Verdict,
  verifyChain,
} from '../../pki/index.ts';
import { type CommonConfig, peerSchemesOf } from '../config.ts';
import { type FaultCause, TlsFault } from '../fault.ts';
import { fits } from '../identity.ts';
import { type Heard, noteSecret, type Outbox } from '../outbox.ts';
import type { Checksum, SignedContent } from '../reason.ts';
import type { Role, Version } from '../terms.ts';
import { signatureSchemes } from '../wire/iana.ts';
import { schemeOf } from './code.ts';
import { verifyData } from './schedule.ts';
import type { TrafficSecret } from './secret.ts';
import { digest, type Transcript } from './transcript.ts';

declare const kind: unique symbol;

/** Evidence that a certificate chain was judged. Carries whom it names, and what there is against it, if that is to be settled later. */
export interface ChainProof {
  readonly [kind]: 'chain';
  readonly subject: string;
  readonly publicKey: PublicKey;
  readonly doubt: TlsFault | null;
}

/** Evidence that the peer holds the private key of a proven chain's leaf. */
export interface PossessionProof {
  readonly [kind]: 'possession';
  readonly subject: string;
  readonly doubt: TlsFault | null;
}

/** Evidence that both sides saw the same handshake under the same keys. */
export interface FinishedProof {
  readonly [kind]: 'finished';
}

type Proof = ChainProof | PossessionProof | FinishedProof;
type KindOf<P extends Proof> = P[typeof kind];

/** Every proof that a checker below came to, and of what. Types are gone when the engine runs; this is not. */
const issued = new WeakMap<object, KindOf<Proof>>();

function issue<P extends Proof>(of: KindOf<P>, content: Omit<P, typeof kind>): P {
  const proof = { ...content } as P;
  issued.set(proof, of);
  return proof;
}

/** @throws RangeError for a proof that no checker came to, however it was made */
export function demandIssued<P extends Proof>(proof: P, of: KindOf<P>): void {
  if (issued.get(proof) !== of) throw new RangeError(`no checker came to this proof of ${of}`);
}

/**
 * Judges the peer's chain.
 * @param of whose certificates they are
 * @param name the host name expected of a server
 * @param use what the key is needed for; to sign in TLS 1.3 when absent
 * @throws TlsFault when a certificate can't be read, is of no use here, or a check fails
 */
export function proveChain<C extends CommonConfig>(
  out: Outbox<C>,
  of: Role,
  ders: readonly Bytes[],
  name: string | null,
  use?: KeyUse,
): ChainProof {
  const chain = ders.map((der, index) => readCertificate(der, index, of));
  const { anchors, profile, verifyDepth, judge = verifyChain } = out.config;
  const verdict = judge({
    chain,
    anchors,
    role: of,
    now: out.env.now,
    profile,
    use,
    maxIntermediates: verifyDepth,
    ...(name !== null && { name }),
  });
  out.note({ kind: 'verdict', of, verdict });
  const doubt = verdict.failed ? refusal(verdict.failed) : null;
  if (doubt && !waits(verdict, out.config)) throw doubt;
  const [leaf] = chain;
  if (!leaf?.publicKey) throw new TlsFault('unsupported-key', { what: 'unknown', of });
  return issue<ChainProof>('chain', { subject: leaf.subject.text, publicKey: leaf.publicKey, doubt });
}

/** Whether what is wrong with a chain is settled later. */
function waits({ failed }: Verdict, { unproven }: CommonConfig): boolean {
  const { causes = [] } = unproven ?? {};
  return failed !== undefined && (causes === 'all' || causes.includes(failed.detail));
}

/**
 * Settles what there was against the peer’s chain, when all else is done.
 * @returns whom a connection may rest on; null: nobody is known
 * @throws TlsFault what was found to be wrong with the chain
 */
export function settled<C extends CommonConfig>(
  { config }: Outbox<C>,
  peer: PossessionProof | null,
): PossessionProof | null {
  if (!peer?.doubt) return peer;
  if (config.unproven?.outcome === 'goes on') return null;
  throw peer.doubt;
}

function readCertificate(der: Bytes, index: number, of: Role): Certificate {
  try {
    return parseCertificate(der);
  } catch (error) {
    if (!(error instanceof Flaw)) throw error;
    throw new TlsFault('unreadable-certificate', { of, index, flaw: error.cause }, { bytes: der });
  }
}

const causeOfAlert = {
  unknown_ca: 'untrusted-issuer',
  certificate_expired: 'certificate-expired',
  certificate_revoked: 'certificate-revoked',
  bad_certificate: 'certificate-refused',
  unsupported_certificate: 'certificate-wrong-purpose',
  decrypt_error: 'certificate-bad-signature',
  certificate_unknown: 'certificate-unknown',
} as const satisfies Readonly<Record<CertificateAlert, FaultCause>>;

function refusal(check: FailedCheck): TlsFault {
  return new TlsFault(causeOfAlert[alertOf(check)], { check });
}

/** RFC 9846 section 4.5.2: what a CertificateVerify signs. */
export function signedContent(signer: Role, hash: Hash, transcript: Transcript): Bytes {
  const context = fromText(`TLS 1.3, ${signer} CertificateVerify`);
  return concat(new Uint8Array(64).fill(0x20), context, Uint8Array.of(0), digest(hash, transcript));
}

/**
 * Checks a CertificateVerify of TLS 1.3.
 * @param transcript everything before it
 * @throws TlsFault scheme-not-offered, scheme-does-not-fit-key, bad-signature
 */
export function provePossession<C extends CommonConfig>(
  out: Outbox<C>,
  signer: Role,
  heard: Heard<'CertificateVerify'>,
  chain: ChainProof,
  hash: Hash,
  transcript: Transcript,
): PossessionProof {
  const content = signedContent(signer, hash, transcript);
  return proveSignature(out, heard.body, { version: '1.3', signer, chain, content, over: 'messages' });
}

/** A signature's circumstances. */
export interface Signed {
  readonly version: Version;
  readonly signer: Role;
  readonly chain: ChainProof;
  readonly content: Bytes;
  readonly over: SignedContent;
}

/**
 * Checks a signature of the handshake: the signer holds the private key of its certificate.
 * @throws TlsFault scheme-not-offered, scheme-does-not-fit-key, bad-signature
 */
export function proveSignature<C extends CommonConfig>(
  out: Outbox<C>,
  { algorithm, signature }: { readonly algorithm: number; readonly signature: Bytes },
  { version, signer, chain, content, over }: Signed,
): PossessionProof {
  demandIssued(chain, 'chain');
  const scheme = schemeOf(algorithm);
  if (!scheme || !peerSchemesOf(out.config).includes(scheme.name)) {
    throw new TlsFault('scheme-not-offered', { signer, scheme: signatureSchemes.called(algorithm) });
  }
  if (!fits(scheme, chain.publicKey, version)) {
    const key = chain.publicKey.kind;
    throw new TlsFault('scheme-does-not-fit-key', { signer, scheme: scheme.name, version, key });
  }
  const ok = scheme.verify(chain.publicKey, content, signature);
  const { subject } = chain;
  const reason = ok
    ? ({ what: 'signature fits', subject, over } as const)
    : ({ what: 'signature does not fit', subject, signer } as const);
  out.note({ kind: 'check', what: 'signature', ok, value: scheme.name, reason });
  if (!ok) throw new TlsFault('bad-signature', { signer, subject });
  return issue<PossessionProof>('possession', { subject: chain.subject, doubt: chain.doubt });
}

/**
 * Checks a Finished of TLS 1.3.
 * @param base the handshake traffic secret of the side that sent it
 * @param transcript everything before it
 * @throws TlsFault malformed-message for a wrong length, bad-finished
 */
export function proveFinished<C>(
  out: Outbox<C>,
  sender: Role,
  heard: Heard<'Finished'>,
  hash: Hash,
  base: TrafficSecret,
  transcript: Transcript,
): FinishedProof {
  const expected = verifyData(hash, base, transcript, noteSecret(out));
  return compareFinished(out, sender, heard.body.verify_data, expected, { what: 'HMAC', hash: hash.name });
}

/**
 * Compares the verify_data of a Finished, of either version, with what this side computed.
 * @param value how it is computed
 * @throws TlsFault malformed-message for a wrong length, bad-finished
 */
export function compareFinished<C>(
  out: Outbox<C>,
  sender: Role,
  found: Bytes,
  expected: Bytes,
  value: Checksum,
): FinishedProof {
  if (found.length !== expected.length) {
    const values = { what: 'length', found: found.length, expected: expected.length, by: value } as const;
    throw new TlsFault('malformed-message', values);
  }
  const ok = equal(found, expected);
  const reason = ok ? ({ what: 'same handshake', sender } as const) : ({ what: 'another handshake' } as const);
  out.note({ kind: 'check', what: 'finished', ok, value, reason });
  if (!ok) throw new TlsFault('bad-finished', {});
  return issue<FinishedProof>('finished', {});
}

/**
 * With static RSA the server signs nothing: that it could decrypt the premaster secret, and so make its Finished, is all the proof
 * there is (RFC 5246 appendix F.1.1.2).
 */
export function possessionByFinished(chain: ChainProof, finished: FinishedProof): PossessionProof {
  demandIssued(chain, 'chain');
  demandIssued(finished, 'finished');
  return issue<PossessionProof>('possession', { subject: chain.subject, doubt: chain.doubt });
}

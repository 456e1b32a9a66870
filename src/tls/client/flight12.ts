// What the client of TLS 1.2 says after ServerHelloDone: Certificate, ClientKeyExchange, CertificateVerify, ChangeCipherSpec,
// Finished (RFC 5246 sections 7.4.6 to 7.4.9). It knows no states.

import { type Bytes, concat, fromUint } from '../../bytes/index.ts';
import { type KeyKind, primitives } from '../../crypto/index.ts';
import type { ClientConfig } from '../config.ts';
import { TlsFault } from '../fault.ts';
import { type Choice, chooseIdentity, keyOf, maySign } from '../identity.ts';
import { answerShare } from '../keys/exchange.ts';
import type { ChainProof } from '../keys/proofs.ts';
import {
  classicMaster,
  extendedMaster,
  type KeyBlock,
  keyBlock,
  type MasterStage,
  sentPremaster,
  verifyData12,
} from '../keys/schedule12.ts';
import type { Agreed as Premaster } from '../keys/secret.ts';
import { extended, type Transcript } from '../keys/transcript.ts';
import { noteSecret, type Outbox } from '../outbox.ts';
import { trafficKeys12 } from '../record/protect12.ts';
import { clientCertificateTypes, signatureSchemes, versions } from '../wire/iana.ts';
import type { Dialect12 } from '../wire/message.ts';
import { choiceInsight, wishOf } from './choice.ts';
import type { Common12, Request12, ServerShare } from './states12.ts';

type Out = Outbox<ClientConfig>;
type Agreed = Common12 & { readonly chain: ChainProof; readonly share: ServerShare | null };

/**
 * Says the whole flight and switches what this side writes to the new keys.
 * @returns the keys, and the transcript with everything said
 */
export function sayFlight(
  agreed: Agreed,
  request: Request12 | null,
  out: Out,
): { stage: MasterStage; block: KeyBlock; transcript: Transcript } {
  const { suite, randoms, dialect } = agreed;
  const choice = request && choose(request, out);
  const shown = choice ? sayCertificate(choice, agreed, out) : agreed.transcript;
  const { premaster, said } = agreed.share ? sayShare(agreed.share, out) : sayPremaster(agreed.chain, out);
  const exchanged = extended(shown, ...said);
  const stage = agreed.extended
    ? extendedMaster(suite.hash, premaster, exchanged, randoms, noteSecret(out))
    : classicMaster(suite.hash, premaster, randoms, noteSecret(out));
  const block = keyBlock(stage, suite, noteSecret(out));
  const proven = choice ? sayProof(choice, exchanged, dialect, out) : exchanged;
  out.sendChangeCipherSpec();
  out.install('write', trafficKeys12(suite, block, 'client'));
  const verify_data = verifyData12(stage, 'client', proven);
  return {
    stage,
    block,
    transcript: extended(proven, ...out.send({ name: 'Finished', dialect, body: { verify_data } })),
  };
}

// RFC 5246 7.4.6 and RFC 8422 5.5: the key's kind must be among the types; ecdsa_sign stands for Ed25519 too.
function choose(request: Request12, out: Out): Choice {
  const { certificate_types: types, supported_signature_algorithms: accepted } = request;
  const { rsa_sign, ecdsa_sign } = clientCertificateTypes.codes;
  const keys = (kind: KeyKind): boolean => types.includes(kind.startsWith('RSA') ? rsa_sign : ecdsa_sign);
  const { certificate_authorities: authorities } = request;
  const wish = { ...wishOf(out, '1.2'), accepted, authorities, keys };
  const choice = chooseIdentity(out.config.identities, wish);
  out.note(choiceInsight(choice, out.config));
  if (out.config.heedKeyUsage?.includes('1.2') && choice.identity && !maySign(choice.identity))
    throw new TlsFault('own-key-may-not-sign', { subject: choice.identity.chain[0]?.subject.text ?? '' });
  return choice;
}

function sayCertificate(choice: Choice, { dialect, transcript }: Agreed, out: Out): Transcript {
  const certificate_list = (choice.identity?.chain ?? []).map(({ der }) => der);
  return extended(transcript, ...out.send({ name: 'Certificate', dialect, body: { certificate_list } }));
}

interface Exchanged {
  readonly premaster: Premaster;
  readonly said: readonly Bytes[];
}

/** RFC 8422 sections 5.7 and 5.10. */
function sayShare({ group, public: theirs }: ServerShare, out: Out): Exchanged {
  const answer = answerShare(group, 'client', out.env, theirs, 'pre_master_secret');
  if (!answer) throw new TlsFault('bad-key-share', { what: 'point', of: 'server', group: group.name });
  const body = { exchange_keys: { point: answer.share.value } };
  const said = out.send({ name: 'ClientKeyExchange', dialect: '1.2', body });
  noteSecret(out)(answer.agreed);
  return { premaster: answer.agreed, said };
}

/** RFC 5246 section 7.4.7.1: the offered version and 46 random bytes, for the server's eyes only. */
function sayPremaster({ publicKey, subject }: ChainProof, out: Out): Exchanged {
  const value = concat(fromUint(versions.codes['TLS 1.2'], 2), out.env.random(46));
  const sealed = publicKey.kind === 'RSA' ? primitives.take('rsa').encryptPkcs1(publicKey, value, out.env) : undefined;
  if (!sealed) throw new TlsFault('unsupported-key', { what: 'encrypts nothing', subject });
  const body = { encrypted_pre_master_secret: sealed };
  const said = out.send({ name: 'ClientKeyExchange', dialect: '1.2 RSA', body });
  const premaster = sentPremaster(value, sealed);
  noteSecret(out)(premaster);
  return { premaster, said };
}

/** RFC 5246 section 7.4.8: signs the handshake messages themselves, unless there is nothing to prove. */
function sayProof(choice: Choice, transcript: Transcript, dialect: Dialect12, out: Out): Transcript {
  if (!choice.identity) return transcript;
  const { identity, scheme } = choice;
  const reason = { what: 'accepted', by: 'server' } as const;
  out.note({ kind: 'chose', what: 'scheme', value: scheme.name, among: out.config.schemes, reason });
  const signature = scheme.sign(keyOf(identity), concat(...transcript), out.env);
  const body = { algorithm: signatureSchemes.codes[scheme.name], signature };
  return extended(transcript, ...out.send({ name: 'CertificateVerify', dialect, body }));
}

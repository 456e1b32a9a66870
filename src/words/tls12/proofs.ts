// Prose for the messages of TLS 1.2 in which the two sides prove who they are: certificates, CertificateVerify, Finished; and for
// the data that follow. Texts are in the notation of `rich`; values come in, words go out. English, ready for other languages.

import type { Role } from '../../tls/index.ts';
import { type DataValues, applicationData as said } from '../explain/afterwards.ts';
import {
  askingGist,
  type ChainValues,
  chainSentence,
  type FinishedValues,
  hint,
  insistence,
  lowered,
  type ProofFit,
  pathForClients,
  shortcoming,
  shownCertificate,
  signingGist,
  signingTitle,
  visitor,
  wayToTrust,
  wrongSeal,
} from '../explain/authentication.ts';
import type { Prose } from '../explain/prose.ts';
import { counted, listed, size } from '../grammar.ts';
import type { Voucher } from './exchange.ts';

export const serverCertificate = (v: ChainValues & { readonly fresh: boolean }): Prose => ({
  title: 'The server shows who it is',
  gist: `For everybody to read, the server shows ${shownCertificate(v)}; the proof that it is its own ${v.fresh ? 'is still to come' : 'comes only at the very end'}.`,
  lead: [
    `${chainSentence('server', v)} ${wayToTrust(v.expected)}`,
    v.fresh
      ? 'A certificate is public: anybody could have copied this one. The next message has to carry a signature, to prove that the server holds the key.'
      : 'A certificate is public: anybody could have copied this one. With static RSA the server signs nothing. That it can open what the client encrypts to this key is all the proof there is, and the client sees it at the very end, in the server’s Finished.',
    'It travels in the clear, like everything before the first Finished.',
  ],
  why: v.fresh
    ? 'The key share that follows could come from anybody. The certificate says whose signature must be on it, vouched for by a CA that the client trusts.'
    : 'The client needs a key to encrypt its secret to, and has to know whose it is. The certificate holds both.',
  breaksWithout:
    'An attacker in the middle could answer in the server’s place. Without a certificate the client would not know whose signature, or whose key, to look for.',
});

export const certificateRequest = (v: {
  readonly insists: boolean | undefined;
  readonly authorities: readonly string[];
  readonly types: readonly string[];
  readonly schemes: readonly string[];
}): Prose => ({
  title: 'The server asks who the client is',
  gist: askingGist(v),
  lead: [
    `This message makes the handshake **mutual**. The server asks for a certificate and says what it can judge: the kinds of key **${listed(v.types)}**, ${counted(v.schemes.length, 'signature scheme')}, and ${
      v.authorities.length > 0
        ? `names **${listed(v.authorities, 'or')}**. ${hint}`
        : 'it names no CA, so that the client has to guess which certificate will do.'
    }`,
    insistence(v.insists),
    'Everybody on the wire can read whom this server trusts. In TLS 1.3 this message is encrypted.',
  ],
  why: 'A server always shows a certificate. A client does so only when it is asked, and this is how.',
  breaksWithout:
    'Without this message the client must not send a certificate. One that comes unasked is refused with `unexpected_message`.',
});

export const clientCertificate = (v: ChainValues): Prose => ({
  title: 'The client shows who it is, and everybody can read it',
  gist: `The client shows ${shownCertificate(v)}, and whoever listens can read it.`,
  lead: [
    `${chainSentence('client', v)}${v.reason ? ` Why this one: ${lowered(v.reason)}` : ''}`,
    '**In TLS 1.2 the client’s certificate travels in the clear**, before there are any keys. Whoever listens learns the client’s name and whatever else stands in it, and can follow the client from one network to the next. TLS 1.3 encrypts it.',
    pathForClients,
  ],
  ...visitor,
});

export const certificateVerify = (v: {
  readonly scheme: string;
  readonly name: string | undefined;
  readonly bytes: number;
  readonly fresh: boolean;
  readonly fits: ProofFit;
}): Prose => ({
  title: signingTitle('client', v.fits),
  gist: signingGist('client', 'every message so far', v),
  lead: [
    `A copy of a certificate is no proof, a signature is. This one, ${size(v.bytes)} ${v.fits === 'unwanted' ? 'said to be' : 'made'} with **${v.scheme}**, has to cover **every message from ClientHello to ClientKeyExchange**, just as it was sent, and to fit the key in ${v.name ? `the certificate of **${v.name}**` : 'the certificate'}.`,
    ...shortcoming('client', v.fits),
    `The server’s random and ${v.fresh ? 'both halves of the key exchange' : 'the encrypted secret'} are among what has to be signed. So a signature fits one handshake and no other: one that was recorded is of no use in the next.`,
    `Only the client signs the whole conversation. The server signs ${v.fresh ? 'its key share and the randoms' : 'nothing at all'}.`,
  ],
  why: 'The certificate alone proves nothing, since everybody may have a copy of it: anybody who listens has one now. Only the owner of the key can make this signature.',
  breaksWithout: 'Anybody who ever saw the client’s certificate could pose as the client.',
});

interface FinishedValues12 extends FinishedValues {
  /** Whether the server has signed a key share. */
  readonly fresh: boolean;
  readonly voucher: Voucher;
}

export const clientFinished = (v: FinishedValues12): Prose => ({
  title: 'The client seals the handshake, and waits',
  gist: `The client sends a checksum of all that was said, ${size(v.bytes)}, and **waits** until the server has judged it.`,
  lead: [
    `The first protected message: **${size(v.bytes)}** that the PRF with ${v.hash} makes of the master secret and a hash of all handshake messages so far. If the server computes the same, then both saw the same handshake and hold the same keys.`,
    ...wrongSeal(v.wrong),
    `The client is **not connected yet**. It waits for the server’s Finished, which comes only when the server has judged everything that the client sent${v.asked ? (v.shown ? ', its certificate and its signature included' : ', and has decided whether it takes a client without a certificate') : ''}. In TLS 1.3 the client would be connected now, and would learn of a refusal later.`,
  ],
  why: `The hellos travelled unprotected, and ${v.fresh ? 'of all that they say the server has signed only the two randoms' : 'the server has signed nothing'}. ${sealed[v.voucher]}`,
  breaksWithout:
    'Nothing would confirm to the server that the client holds the same keys and saw the same messages, nor bring to light what nothing else covers.',
});

/** What a changed hello comes to in the end. */
const sealed: Readonly<Record<Voucher, string>> = {
  signature:
    'The client’s signature has covered every message since; had somebody changed a hello, it would have failed already. This checksum confirms the same under the new keys.',
  keys: 'The keys are made from a hash of all that was said; had somebody changed a hello, this record would not even open. The checksum confirms it.',
  finished:
    'This checksum finds out afterwards whether somebody changed them, for instance to make both sides choose something weaker.',
};

export const serverFinished = (v: FinishedValues12): Prose => ({
  title: `The server answers${v.connected ? ', and both are connected' : ''}`,
  gist: `The server ${v.connected ? `answers with its own checksum, ${size(v.bytes)}: **only now is the client connected**, after the server has judged it` : `sends a checksum of all that was said, ${size(v.bytes)}, which the client has to judge`}.`,
  lead: [
    `${size(v.bytes)} of the same kind, over everything up to here, the client’s Finished included.`,
    ...wrongSeal(v.wrong),
    `With it the server says: I saw the same handshake${v.asked && v.shown ? ', and your certificate and your signature are good' : ''}. ${v.connected ? '**Only now is the client connected: after the server has judged it.** In TLS 1.3 the client does not wait for that.' : 'Once it has found this good, the client is connected, too.'}`,
    ...(v.fresh
      ? []
      : [
          'With static RSA this is also the proof of who the server is: nobody could compute these bytes without opening the secret that was encrypted to its key.',
        ]),
  ],
  why: 'Each side has to hear from the other that the keys fit. It takes a second round trip before the client may speak; TLS 1.3 needs one.',
  breaksWithout: 'The client would not know whether the server holds the same keys and saw the same messages.',
});

export const applicationData = (who: Role, v: DataValues): Prose => ({
  ...said(who, { ...v, peerReady: true }),
  why: 'These are the keys out of the key block, the same that protected Finished: TLS 1.2 makes one set. Each direction has its own, and the number of each record goes into its nonce, so that no nonce comes twice.',
});

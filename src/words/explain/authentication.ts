// Prose for the messages in which the two sides prove who they are: CertificateRequest to Finished.
// Texts are in the notation of `rich`; values come in, words go out. English, ready for other languages.

import type { Role } from '../../tls/index.ts';
import { counted, listed, size } from '../grammar.ts';
import type { Prose } from './prose.ts';

/** What a request says to everybody who can read it, and what only its sender knows. */
interface Asking {
  /** Whether the server would refuse a client without a certificate; undefined where only the server knows. */
  readonly insists: boolean | undefined;
  readonly authorities: readonly string[];
}

export const certificateRequest = (v: {
  readonly insists: boolean | undefined;
  readonly authorities: readonly string[];
  readonly schemes: readonly string[];
}): Prose => ({
  title: 'The server asks who the client is',
  gist: askingGist(v),
  lead: [
    `This message makes the handshake **mutual**. The server asks for a certificate and says what it can judge: ${counted(v.schemes.length, 'signature scheme')}, and ${
      v.authorities.length > 0
        ? `names **${listed(v.authorities, 'or')}**. ${hint}`
        : 'it names no CA, so that the client has to guess which certificate will do.'
    }`,
    insistence(v.insists),
  ],
  why: 'A server always shows a certificate. A client does so only when it is asked, and this is how.',
  breaksWithout:
    'Without this message the client must not send a certificate. One that comes unasked is refused with `unexpected_message`.',
});

/** What the names in a request are. */
export const hint =
  'They are a hint for the client’s choice, not a rule: what the server trusts is settled in the server, and some clients show a certificate that leads elsewhere all the same.';

/** What a CertificateRequest comes down to. */
export function askingGist({ insists, authorities }: Asking): string {
  const what =
    authorities.length > 0 ? `a certificate that leads to **${listed(authorities, 'or')}**` : 'a certificate';
  const then = insists === undefined ? '' : insists ? ', and insists on one' : ', but would go on without one';
  return `The server asks the client for ${what}${then}.`;
}

/** Whether a server that asks would go on without an answer. */
export function insistence(insists: boolean | undefined): string {
  if (insists === undefined)
    return 'Whether the server **insists** on one or would go on without, nothing in the message says.';
  const server = insists
    ? 'the server **insists**: without a good certificate it will refuse'
    : 'the server **only asks**: a client without a certificate may go on as a stranger';
  return `In this run ${server}. The client can’t tell, because nothing in the message says so.`;
}

/** What a client does with a server's chain. */
export function wayToTrust(expected: string | null): string {
  const name = expected ? `, and checks that it names **${expected}**, the server that it wanted` : '';
  return `The client was told beforehand which CAs to trust. It looks for a path from this certificate to one of them${name}.`;
}

export interface ChainValues {
  /** Names of the certificates, leaf first. */
  readonly names: readonly string[];
  /** Who issued each. */
  readonly issuers: readonly string[];
  readonly expected: string | null;
  /** Why this certificate was chosen. */
  readonly reason: string | undefined;
}

export const serverCertificate = (v: ChainValues): Prose => ({
  title: 'The server shows who it is',
  gist: `The server shows ${shownCertificate(v)}, and has yet to prove that it is its own.`,
  lead: [
    `${chainSentence('server', v)} ${wayToTrust(v.expected)}`,
    'A certificate is public: anybody could have copied this one. It says which key belongs to that name. Whether the server holds that key, the next message has to show.',
  ],
  why: 'So far the client shares a secret with somebody. The certificate says which key the right server has, vouched for by a CA that the client trusts. It takes a signature with that key to tie the secret to the server.',
  breaksWithout:
    'An attacker in the middle could have answered the ClientHello. Without a certificate the client would not know whose signature to look for.',
});

/** What a server does with a client’s chain, and what its list of CAs comes to. */
export const pathForClients =
  'The server has to do what the client did before: look for a path to a CA that it trusts for clients. That need not be the CA that issued its own certificate. **Whoever trusts a CA for clients lets in everybody to whom it ever issues a certificate**: hence a CA of one’s own for clients, and never the public ones.';

/** What a client’s certificate is good for, and where that ends. */
export const visitor = {
  why: 'With it the server can know its visitor by name, without a password. **To know somebody is not yet to let them in**: what client.example may do, the application decides. It also decides which name counts, the subject or an alternative name; for servers a standard says so (RFC 9525), for clients none does.',
  breaksWithout:
    'The server would know that somebody speaks, but not who. So it is for whatever stands behind a proxy where TLS ends: it learns of the client only what the proxy passes on.',
};

export const clientCertificate = (v: ChainValues): Prose => ({
  title: 'The client shows who it is',
  gist: `Hidden from everybody on the wire, the client shows ${shownCertificate(v)}.`,
  lead: [
    `${chainSentence('client', v)}${v.reason ? ` Why this one: ${lowered(v.reason)}` : ''}`,
    pathForClients,
    'Nobody on the wire can read it: the client’s certificate is encrypted, and to a server that has signed before. So not even an attacker who answers in the server’s place gets to see it; that is why the server comes first. In TLS 1.2 everybody could read it.',
  ],
  ...visitor,
});

export interface EmptyValues {
  /** Undefined where only the server knows. */
  readonly insists: boolean | undefined;
  /** Why nothing was chosen. */
  readonly reason: string | undefined;
  /** Whether the client has a certificate and keeps it back. */
  readonly withholds: boolean;
}

export const emptyCertificate = (v: EmptyValues): Prose => ({
  title: 'The client shows no certificate',
  gist: `The client was asked for a certificate and ${v.withholds ? 'keeps its own back' : 'shows none'}${v.insists === undefined ? '' : v.insists ? ', although this server insists on one' : ', which is good enough for this server'}.`,
  lead: [
    `The server asked, and the client has to answer: with a Certificate message whose list is empty. ${v.reason ?? ''}`.trim(),
    ...(v.insists === undefined ? [] : [answered(v.insists)]),
  ],
  why: 'Whoever was asked must answer, so that the server is not left waiting. An empty list also means that no CertificateVerify follows: there is no key to prove.',
  breaksWithout:
    'Without this empty message the server would still wait for one, and refuse whatever comes instead with `unexpected_message`.',
});

const answered = (insists: boolean): string =>
  insists
    ? 'This server insists on a certificate, so it will refuse. The client does not know that yet.'
    : 'This server only asked. It goes on, and treats the client as somebody that it does not know. TLS does not tell the client so: to a client, being a stranger and being a member look alike.';

export const unreadableCertificate = (who: Role): Prose => ({
  title: `The ${who} shows something that is no certificate`,
  gist: `Where the ${who}’s certificate should be, there are bytes that nobody can read as one.`,
  lead: ['The message has the right shape, but the bytes inside are not an X.509 certificate that can be read.'],
});

/**
 * What comes of a signature: `wrong`: it does not fit; `meddled`: nor could it, since the two have not seen the same; `unwanted`: nobody
 * tries it, because of the kind that it says to be; `open`: nobody looks at it, or we can’t know.
 */
export type ProofFit = 'fits' | 'wrong' | 'meddled' | 'unwanted' | 'open';

interface SignatureValues {
  readonly scheme: string;
  readonly name: string | undefined;
  readonly bytes: number;
  readonly fits: ProofFit;
}

export const certificateVerify = (who: Role, v: SignatureValues): Prose => ({
  title: signingTitle(who, v.fits),
  gist: signingGist(who, 'everything said so far', v),
  lead: [
    `A copy of a certificate is no proof, a signature is. ${v.fits === 'unwanted' ? `These ${size(v.bytes)} say that they were made with **${v.scheme}**. A signature here has to cover` : `This one, ${size(v.bytes)} made with **${v.scheme}**, has to cover`} a hash of everything that was said so far, and to fit the key in ${owned(v.name)}.`,
    ...shortcoming(who, v.fits),
    `Both fresh key shares are part of what has to be signed. ${v.fits === 'fits' ? 'So this signature fits this handshake and no other: somebody who recorded it can’t use it again.' : 'So a signature fits one handshake and no other: one that was recorded in an earlier handshake is of no use.'}`,
  ],
  why: `The certificate alone proves nothing, since everybody may have a copy of it. Only the owner of the key can make this signature.`,
  breaksWithout: `Anybody who ever saw the ${who}’s certificate could pose as the ${who}.`,
});

const owned = (name: string | undefined): string => (name ? `the certificate of **${name}**` : 'the certificate');

/** What the message of a signature is called. */
export function signingTitle(who: Role, fits: ProofFit): string {
  if (fits === 'wrong') return `The ${who} signs, and does not show that it holds the key`;
  if (fits === 'meddled') return `The ${who} signs what it has seen, which is not what the other side saw`;
  return fits === 'unwanted'
    ? `The ${who} signs in a way that is not taken`
    : `The ${who} signs, to show that it holds the key`;
}

/** A signature in one sentence. @param what it should cover: `everything said so far` */
export function signingGist(who: Role, what: string, { scheme, name, fits }: Omit<SignatureValues, 'bytes'>): string {
  const key = `the key of ${name ? `**${name}**` : 'the certificate'}`;
  if (fits === 'unwanted')
    return `The ${who} sends what it calls a signature with **${scheme}**, which is not tried: the other side takes no such signatures here.`;
  const aim = `With **${scheme}** the ${who} signs ${fits === 'wrong' ? '' : `${what}, `}to prove that it holds ${key}`;
  if (fits === 'wrong') return `${aim}; but the signature does not fit.`;
  return fits === 'meddled' ? `${aim}; but the other side has seen something else, so it does not fit.` : `${aim}.`;
}

/** Why a signature is of no use in this run. */
export function shortcoming(who: Role, fits: ProofFit): readonly string[] {
  if (fits === 'wrong')
    return [
      `**This one does not fit.** Either it was not made with that key, or not over what was said here. So it does not show that the ${who} holds the key.`,
    ];
  if (fits === 'meddled')
    return [
      `**It does not fit what the other side saw**: somebody on the wire has changed something in between. That the ${who} holds the key does not help.`,
    ];
  return fits === 'unwanted'
    ? ['**Nobody looks whether they fit**: this kind was not offered, or does not go with the key in the certificate.']
    : [];
}

interface SealValues {
  readonly bytes: number;
  readonly hash: string;
  readonly asked: boolean;
  /** Whether the other side finds that it is not the right one. */
  readonly wrong: boolean;
}

/** What is said of a checksum that is not the right one. */
export const wrongSeal = (wrong: boolean): readonly string[] =>
  wrong ? ['**This one is not the checksum that the other side computes itself.**'] : [];

export const serverFinished = (v: SealValues): Prose => ({
  title: 'The server seals the handshake',
  gist: v.wrong
    ? `The server sends ${size(v.bytes)} that should be a checksum of all that was said, and are not.`
    : `The server sends a checksum of all that was said, ${size(v.bytes)} that only a holder of the same keys can compute.`,
  lead: [
    `A checksum over everything that was said, made with a key that only these two sides can know: ${size(v.bytes)} of HMAC with ${v.hash}. If the client computes the same, then both have seen the same handshake, byte for byte.`,
    ...wrongSeal(v.wrong),
    v.asked
      ? 'The server has said all it has to say. It already has the **application keys** for sending, yet does not know who the client is: it waits for the client’s answer.'
      : 'The server has said all it has to say. It already has the **application keys** for sending, and waits for the client’s Finished.',
  ],
  why: 'It confirms that both hold the same keys and saw the same messages. The hellos, which travelled unprotected, are among these. Had somebody changed one on the way, that would have come out before: keys are made from a hash of both, so nothing that is encrypted would have opened.',
  breaksWithout:
    'Nothing would confirm that both sides hold the same keys, nor tie these keys to who the server is. In a handshake with a ticket, where nobody signs, it is also the server’s only proof.',
});

export interface FinishedValues extends SealValues {
  /** Whether the client showed a certificate. */
  readonly shown: boolean;
  /** Whether the client takes the handshake for done here. */
  readonly connected: boolean;
}

export const clientFinished = (v: FinishedValues): Prose => ({
  title: `The client seals the handshake${v.connected ? ', and is connected' : ''}`,
  gist: `The client sends ${v.connected ? `its own checksum, ${size(v.bytes)}, and is **connected**${v.asked ? `, before the server has judged ${v.shown ? 'its certificate' : 'a client without a certificate'}` : ''}` : `a checksum of all that was said, ${size(v.bytes)}`}.`,
  lead: [
    `The same kind of checksum from the client’s side, over everything up to here: ${size(v.bytes)} of HMAC with ${v.hash}.`,
    ...wrongSeal(v.wrong),
    ...(v.connected
      ? [
          'The client is **connected**: it knows the server, and installs its application keys at once. It waits for nothing more.',
        ]
      : []),
    ...(v.connected && v.asked && v.shown
      ? [
          'This is the surprise of TLS 1.3: **the client does not wait to hear whether the server accepts its certificate.** If the server refuses, the client learns so only after it believed that all was well. **And silence is not acceptance**: no message of TLS says that the certificate was good, or that the server counts it at all.',
        ]
      : []),
    ...(v.connected && v.asked && !v.shown
      ? [
          'This is the surprise of TLS 1.3: **the client does not wait to hear whether the server takes a client without a certificate.** If the server does, TLS does not tell: silence is not acceptance.',
        ]
      : []),
  ],
  why: 'It tells the server that the client saw the same handshake and holds the same keys. Only then is the server connected too.',
  breaksWithout:
    'The server could not be sure that the client saw the same handshake, nor that its messages belong to this very connection.',
});

/** `the certificate of **api.example**, issued by **Example CA**`. */
export function shownCertificate({ names: [leaf = 'somebody'], issuers: [issuer = 'somebody'] }: ChainValues): string {
  return `the certificate of **${leaf}**, issued by **${issuer}**`;
}

/** Who somebody says to be, and who vouches for it. */
export function chainSentence(who: Role, { names, issuers }: ChainValues): string {
  const [leaf = 'somebody', ...others] = names;
  const [issuer = 'somebody'] = issuers;
  const first = `The ${who} says: I am **${leaf}**, and **${issuer}** vouches for it.`;
  const next = others.map(
    (name, at) => ` It adds the certificate of ${name}, which ${issuers[at + 1] ?? 'somebody'} issued.`,
  );
  return [first, ...next].join('');
}

/** A sentence as the second half of another one. */
export function lowered(sentence: string): string {
  return sentence.charAt(0).toLowerCase() + sentence.slice(1);
}

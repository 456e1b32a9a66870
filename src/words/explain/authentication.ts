// Prose for the messages in which the two sides prove who they are: CertificateRequest to Finished.
// Texts are in the notation of `rich`; values come in, words go out. English, ready for other languages.

import type { Role } from '../../tls/index.ts';
import { counted, listed, size } from '../grammar.ts';
import type { Prose } from './prose.ts';

export const certificateRequest = (v: {
  readonly insists: boolean;
  readonly authorities: readonly string[];
  readonly schemes: readonly string[];
}): Prose => ({
  title: 'The server asks who the client is',
  gist: askingGist(v),
  lead: [
    `This message makes the handshake **mutual**. The server asks for a certificate and says what it can judge: ${counted(v.schemes.length, 'signature scheme')}, and ${
      v.authorities.length > 0
        ? `certificates that lead to **${listed(v.authorities, 'or')}**.`
        : 'it names no CA, so that the client has to guess which certificate will do.'
    }`,
    insistence(v.insists),
  ],
  why: 'A server always shows a certificate. A client does so only when it is asked, and this is how.',
  breaksWithout:
    'Without this message the client must not send a certificate. One that comes unasked is refused with `unexpected_message`.',
});

/** What a CertificateRequest comes down to. */
export function askingGist({
  insists,
  authorities,
}: {
  readonly insists: boolean;
  readonly authorities: readonly string[];
}): string {
  const what =
    authorities.length > 0 ? `a certificate that leads to **${listed(authorities, 'or')}**` : 'a certificate';
  return `The server asks the client for ${what}, ${insists ? 'and insists on one' : 'but would go on without one'}.`;
}

/** Whether a server that asks would go on without an answer. */
export function insistence(insists: boolean): string {
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
    'A certificate is public: anybody could have copied this one. It says which key belongs to that name. Whether the server holds that key, the next message proves.',
  ],
  why: 'So far the client shares a secret with somebody. The certificate says with whom, vouched for by a CA that the client trusts.',
  breaksWithout:
    'An attacker in the middle could have answered the ClientHello. Without a certificate the client would not notice.',
});

export const clientCertificate = (v: ChainValues): Prose => ({
  title: 'The client shows who it is',
  gist: `Hidden from everybody on the wire, the client shows ${shownCertificate(v)}.`,
  lead: [
    `${chainSentence('client', v)}${v.reason ? ` Why this one: ${lowered(v.reason)}` : ''}`,
    'The server now does what the client did before: it looks for a path to a CA that it trusts for clients. This is seldom the CA that issued the server’s own certificate.',
    'Nobody on the wire can read it: in TLS 1.3 the client’s certificate is encrypted. In TLS 1.2 everybody could.',
  ],
  why: 'With it the server knows its visitor by name, without a password: it can let in, or keep out, on the strength of a certificate.',
  breaksWithout: 'The server would know that somebody speaks, but not who.',
});

export const emptyCertificate = (v: { readonly insists: boolean; readonly reason: string | undefined }): Prose => ({
  title: 'The client has nothing to show',
  gist: `The client was asked for a certificate and has none, ${v.insists ? 'although this server insists on one' : 'which is good enough for this server'}.`,
  lead: [
    `The server asked, and the client has to answer: with a Certificate message whose list is empty. ${v.reason ?? ''}`.trim(),
    v.insists
      ? 'This server insists on a certificate, so it will refuse. The client does not know that yet.'
      : 'This server only asked. It goes on, and treats the client as somebody that it does not know.',
  ],
  why: 'Whoever was asked must answer, so that the server is not left waiting. An empty list also means that no CertificateVerify follows: there is no key to prove.',
  breaksWithout:
    'Without this empty message the server would still wait for one, and refuse whatever comes instead with `unexpected_message`.',
});

export const unreadableCertificate = (who: Role): Prose => ({
  title: `The ${who} shows something that is no certificate`,
  gist: `Where the ${who}’s certificate should be, there are bytes that nobody can read as one.`,
  lead: ['The message has the right shape, but the bytes inside are not an X.509 certificate that can be read.'],
});

export const certificateVerify = (
  who: Role,
  v: { readonly scheme: string; readonly name: string | undefined; readonly bytes: number },
): Prose => ({
  title: `The ${who} signs, to show that it holds the key`,
  gist: `With **${v.scheme}** the ${who} signs everything said so far, to prove that it holds the key of ${v.name ? `**${v.name}**` : 'the certificate'}.`,
  lead: [
    `A copy of a certificate is no proof, a signature is. This one, ${size(v.bytes)} made with **${v.scheme}**, covers a hash of everything that was said so far. It has to fit the key in ${v.name ? `the certificate of **${v.name}**` : 'the certificate'}.`,
    'Both fresh key shares are part of what is signed. So the signature fits this handshake and no other: somebody who recorded it can’t use it again.',
  ],
  why: `The certificate alone proves nothing, since everybody may have a copy of it. Only the owner of the key can make this signature.`,
  breaksWithout: `Anybody who ever saw the ${who}’s certificate could pose as the ${who}.`,
});

export const serverFinished = (v: {
  readonly bytes: number;
  readonly hash: string;
  readonly asked: boolean;
}): Prose => ({
  title: 'The server seals the handshake',
  gist: `The server sends a checksum of all that was said, ${size(v.bytes)} that only a holder of the same keys can compute.`,
  lead: [
    `A checksum over everything that was said, made with a key that only these two sides can know: ${size(v.bytes)} of HMAC with ${v.hash}. If the client computes the same, then both have seen the same handshake, byte for byte.`,
    v.asked
      ? 'The server has said all it has to say. It already has the **application keys** for sending, yet does not know who the client is: it waits for the client’s answer.'
      : 'The server has said all it has to say. It already has the **application keys** for sending, and waits for the client’s Finished.',
  ],
  why: 'The hellos travelled unprotected. This checksum finds out afterwards whether somebody changed them, for instance to make both sides choose something weaker.',
  breaksWithout:
    'Nothing would confirm that both sides hold the same keys, nor tie these keys to who the server is. In a handshake with a ticket, where nobody signs, it is also the server’s only proof.',
});

export interface FinishedValues {
  readonly bytes: number;
  readonly hash: string;
  /** Whether the client was asked for a certificate, and whether it showed one. */
  readonly asked: boolean;
  readonly shown: boolean;
  /** Whether the client takes the handshake for done here. */
  readonly connected: boolean;
}

export const clientFinished = (v: FinishedValues): Prose => ({
  title: `The client seals the handshake${v.connected ? ', and is connected' : ''}`,
  gist: `The client sends ${v.connected ? `its own checksum, ${size(v.bytes)}, and is **connected**${v.asked ? `, before the server has judged ${v.shown ? 'its certificate' : 'a client without a certificate'}` : ''}` : `a checksum of all that was said, ${size(v.bytes)}`}.`,
  lead: [
    `The same kind of checksum from the client’s side, over everything up to here: ${size(v.bytes)} of HMAC with ${v.hash}.`,
    ...(v.connected
      ? [
          'The client is **connected**: it knows the server, and installs its application keys at once. It waits for nothing more.',
        ]
      : []),
    ...(v.connected && v.asked && v.shown
      ? [
          'This is the surprise of TLS 1.3: **the client does not wait to hear whether the server accepts its certificate.** If the server refuses, the client learns so only after it believed that all was well.',
        ]
      : []),
    ...(v.connected && v.asked && !v.shown
      ? [
          'This is the surprise of TLS 1.3: **the client does not wait to hear whether the server takes a client without a certificate.**',
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

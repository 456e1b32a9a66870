// Prose for the first part of a handshake: the hellos, EncryptedExtensions, ChangeCipherSpec.
// Texts are in the notation of `rich`; values come in, words go out. English, ready for other languages.

import type { Role } from '../../tls/index.ts';
import { counted, listed, shortSuite, size } from '../grammar.ts';
import type { Prose } from './prose.ts';

export interface HelloValues {
  readonly versions: readonly string[];
  readonly suites: readonly string[];
  readonly groups: readonly string[];
  readonly shares: readonly string[];
  readonly shareBytes: number;
  readonly name: string | undefined;
  readonly protocols: readonly string[];
}

/** @param v `empty`: whether it has a list of key shares, though there may be none in it */
export const clientHello = (v: HelloValues & { readonly empty: boolean }): Prose => ({
  title: 'The client says what it can do',
  gist: `The client says that it speaks ${v.versions.length > 0 ? `**${listed(v.versions)}** with ` : ''}${counted(v.suites.length, 'cipher suite')}${v.name ? `, and asks for **${v.name}**` : ''}.`,
  lead: [
    `Nothing is protected yet. The client lists the versions of TLS that it speaks (**${listed(v.versions)}**) and ${counted(v.suites.length, 'cipher suite')}, each a recipe of encryption and hash${v.name ? `, and names the server that it wants: **${v.name}**` : ''}.`,
    v.shares.length > 0
      ? `It does not wait for the answer to begin the key exchange. It has made a fresh key pair in **${listed(v.shares)}** and sends the public half along, ${size(v.shareBytes)} called its **key share**.`
      : v.empty
        ? 'It sends no key share: it waits for the server to say which group it prefers.'
        : 'It leaves `key_share` out altogether, which is more than an empty list would be: a server of TLS 1.3 has to refuse that.',
  ],
  why: 'Two computers that have never met need a common language first. By guessing which key exchange the server will accept, the client saves a whole round trip.',
  breaksWithout:
    'Without `key_share` a server of TLS 1.3 refuses with `missing_extension`. A list of shares that is empty, or holds none that it takes, it answers with HelloRetryRequest, and a round trip is lost. Without `supported_versions` the server takes the client for one that speaks TLS 1.2 at most.',
});

export const secondHello = (v: HelloValues): Prose => ({
  title: 'The client asks again, with the key share that was wanted',
  gist: `The client repeats its hello, now with a key share in **${listed(v.shares)}**.`,
  lead: [
    `The same ClientHello once more, now with a key share in **${listed(v.shares)}** (${size(v.shareBytes)}). Besides that little may differ from the first: a cookie, if the server sent one, and what goes with early data, a ticket, padding or an extension of the HelloRetryRequest.`,
  ],
  why: 'The client’s first guess was a group that the server does not take. One repetition is allowed, not two.',
  breaksWithout:
    'If anything else had changed, the server would refuse with `illegal_parameter`: somebody may have meddled with one of the two.',
});

export const helloRetryRequest = (v: {
  readonly group: string | undefined;
  readonly cookie: boolean;
  readonly suite: string;
}): Prose => ({
  title: v.group ? 'The server asks for another key share' : 'The server wants to see its cookie first',
  gist: v.group
    ? `The server can’t use the key share that it got, and asks for one in **${v.group}**.`
    : 'The server hands out a cookie, and goes on when the client brings it back.',
  lead: [
    v.group
      ? `The server could speak with this client, but not with the key share that it sent. It asks for one in **${v.group}**, and has settled on **${v.suite}** already.`
      : `The server has settled on **${v.suite}** and sends a cookie, which the client must bring back.`,
    ...(v.cookie && v.group
      ? ['It also sends a cookie, which the client must bring back: the server need not remember anything meanwhile.']
      : []),
    'On the wire this is a ServerHello. Only its random gives it away: it is a fixed value, the SHA-256 hash of the word “HelloRetryRequest”.',
  ],
  why: 'A client sends key shares only for the groups it thinks likely, since each costs time to compute. When it guesses wrong, this message repairs it.',
  breaksWithout: 'Without it, a wrong guess would end the handshake although both sides know a common group.',
});

interface Chosen {
  readonly version: string;
  readonly suite: string;
  readonly group: string;
  readonly shareBytes: number;
  /** Whether the two come to the same secret; undefined where we can’t know. */
  readonly agreement: 'same' | 'other' | 'none' | undefined;
  /** What it picks that was not on offer. */
  readonly strange: readonly string[];
}

export const serverHello = (v: Chosen): Prose => ({
  title: choiceTitles[v.agreement ?? 'same'],
  gist: `The server picks **${v.version}** and **${shortSuite(v.suite)}**; ${choiceGist(v)}.`,
  lead: [
    `${v.strange.length > 0 ? `The server picks what was not on offer: **${listed(v.strange)}**. Its choice is` : 'From everything on offer the server picks one:'} **${v.version}**, **${v.suite}**, and a key exchange in **${v.group}**. It sends the public half of its own fresh key pair, ${size(v.shareBytes)}.`,
    secrets[v.agreement ?? 'same'],
  ],
  why: 'Encryption comes before any proof of identity, so that whoever only listens sees no certificate. (Whoever connects gets the server’s; the client’s is for a server that has proved itself.) But mind what is still missing: neither side knows yet who is at the other end.',
  breaksWithout:
    'Without the server’s key share there is no common secret, hence no keys, and nothing could be hidden or proved.',
});

const choiceTitles = {
  same: 'The server chooses, and both have a secret',
  other: 'The server chooses, and the two do not have the same secret',
  none: 'The server chooses, and the client does not go along',
};

function choiceGist({ group, agreement = 'same', strange }: Pick<Chosen, 'group' | 'agreement' | 'strange'>): string {
  if (strange.length > 0) return `**${listed(strange)}** was not on offer`;
  return {
    same: `with its key share in **${group}** each side can make a secret that a listener can’t`,
    other: `its key share is in **${group}**, but the two do not come to the same secret`,
    none: `the client can’t make a secret of its key share in **${group}**`,
  }[agreement];
}

const secrets = {
  same: 'Each side now combines its own private half with the other’s public half. Both get the same secret; somebody who saw both public halves does not. From it both derive the **handshake keys**, and every message of the handshake that follows is encrypted.',
  other:
    'Each side now combines its own private half with the public half that it got. Here one of them got another than was sent, so **they do not get the same secret**, and what one encrypts the other can’t open.',
  none: 'Each side should now combine its own private half with the other’s public half, and derive the **handshake keys** from the result. **This client does not**: it refuses the answer.',
};

export const sharelessHello = (v: { readonly version: string; readonly suite: string }): Prose => ({
  title: 'The server chooses, but sends no key share',
  gist: `The server picks **${v.version}** and **${shortSuite(v.suite)}**, but leaves out its **key share**: the client has nothing to make keys from.`,
  lead: [
    `From everything on offer the server picks **${v.version}** and **${v.suite}**. The extension \`key_share\` is missing, and with it the public half of the server’s own key pair.`,
    'The client has its own private half and nothing to combine it with. There is no secret that both sides have: whatever the server encrypts, the client can’t open.',
  ],
  why: 'A ServerHello may go without a key share only where the two already share a key from an earlier connection. This client has offered no such key.',
  breaksWithout: 'The client can’t go on. It stops with `missing_extension`.',
});

/** What becomes of ALPN when the server says nothing to it. */
export const unansweredProtocol =
  'The client’s ALPN gets no answer, so no protocol is agreed on. A client that may speak HTTP/2 then falls back to HTTP/1.1.';

export const encryptedExtensions = (v: {
  readonly protocol: string | undefined;
  /** The client offers protocols, and this does not answer. */
  readonly unanswered: boolean;
  readonly name: string | undefined;
  readonly count: number;
  /** Whether the client reads this message, and takes it. */
  readonly taken: boolean;
}): Prose => ({
  title: 'The other answers, out of sight',
  gist: `The first encrypted message: ${v.count === 0 ? 'the server has nothing more to answer' : v.protocol ? (v.taken ? `both sides will speak **${v.protocol}**` : `the server picks **${v.protocol}**`) : v.name ? `the server has taken the name **${v.name}** into account` : 'the rest of the server’s answers'}.`,
  lead: [
    'This is the first encrypted message. Whatever the server has to answer to the client’s wishes, and is not needed to make keys, stands here.',
    v.count === 0
      ? 'In this run there is nothing to answer. The message comes all the same, so that its place is always the same.'
      : answers(v),
    ...(v.unanswered ? [unansweredProtocol] : []),
  ],
  why: 'In TLS 1.2 these answers were readable for everybody on the wire. TLS 1.3 moved them behind the encryption.',
  breaksWithout:
    'The client waits for exactly this message after ServerHello. Another message in its place makes it stop with `unexpected_message`.',
});

function answers({
  protocol,
  name,
  taken,
}: {
  readonly protocol: string | undefined;
  readonly name: string | undefined;
  readonly taken: boolean;
}): string {
  const parts = [
    ...(protocol
      ? [taken ? `over this connection both will speak **${protocol}**` : `the server picks **${protocol}**`]
      : []),
    ...(name ? [`the server has taken the name **${name}** into account`] : []),
  ];
  return parts.length > 0
    ? `In this run: ${listed(parts)}.`
    : 'In this run it carries settings that this page does not explain.';
}

export const changeCipherSpec = (from: Role): Prose => ({
  title: 'A byte that means nothing',
  gist: `The ${from} sends a byte that means nothing, so that old firewalls let this handshake pass.`,
  lead: [
    'In TLS 1.2 this message said “encrypted from here on”. In TLS 1.3 the keys change without it. It is a single byte, always 1, and the receiver throws it away.',
  ],
  why: 'Some firewalls and proxies let only pass what looks like the TLS 1.2 they know. This byte makes the handshake look familiar to them.',
  breaksWithout: 'Between two honest endpoints, nothing. Behind such a firewall the connection might be cut.',
});

// Prose for what comes when the handshake is done: data, tickets, new keys, the end.
// Texts are in the notation of `rich`; values come in, words go out. English, ready for other languages.

import type { Role } from '../../../tls/index.ts';
import { listed, number, size } from '../grammar.ts';
import type { Prose } from './prose.ts';

export interface DataValues {
  readonly bytes: number;
  /** Their first line, where they are text. */
  readonly first: string;
  /** What ALPN has agreed on. */
  readonly protocol: string | null;
  /** In HTTP/2, the names of the frames that they are. */
  readonly frames: readonly string[];
  readonly knows: string | null;
}

export const applicationData = (who: Role, v: DataValues & { readonly peerReady: boolean }): Prose => ({
  title: who === 'client' ? 'The client speaks' : 'The server speaks',
  gist: `Under the application keys, the ${who} sends ${v.first === '' ? size(v.bytes) : `\`${v.first}\``} to ${v.knows === null ? 'somebody whose name it does not know' : `**${v.knows}**`}.`,
  lead: [
    `${v.first === '' ? `${size(v.bytes)} of data` : `\`${v.first}\` and what belongs to it, ${size(v.bytes)},`} under the application keys. This is what the handshake was for.`,
    ...inside(who, v),
    v.knows === null
      ? `The ${who} has no proof of who is at the other end.`
      : `The ${who} has proof that **${v.knows}** is at the other end, and that nobody in between can read or change a byte.`,
    ...(v.peerReady
      ? []
      : ['Mind the order: the client sends this before it has heard whether the server accepts it.']),
  ],
  why: 'Application keys are derived anew, so that the handshake keys can be thrown away. Each direction has its own.',
  breaksWithout: 'With one key for both directions, an attacker could send a side’s own words back to it.',
});

/** What is spoken inside, where it is not what the reader expects. */
function inside(who: Role, { first, protocol, frames }: DataValues): readonly string[] {
  if (frames.length > 0) {
    const named = frames.map((name) => `\`${name}\`${frameWords(who)[name] ?? ''}`);
    const preface = first === '' ? [] : ['a fixed preface (a request that servers of HTTP/1.1 don’t take)'];
    return [`The two agreed on **h2**, so this is HTTP/2: ${listed([...preface, ...named])}.`];
  }
  return protocol === null && who === 'client' && first !== ''
    ? ['No protocol was agreed on by ALPN. Both take it for granted that this is HTTP/1.1.']
    : [];
}

/** RFC 9113 section 6. */
const frameWords = (who: Role): Readonly<Record<string, string>> => ({
  SETTINGS: ' (only the defaults)',
  'SETTINGS ACK': ' (the other side’s settings were read)',
  HEADERS: who === 'client' ? ' (the whole request)' : ' (the status, and what kind of page it is)',
  DATA: ' (the page)',
  GOAWAY: ' (this connection is about to end)',
});

export const newSessionTicket = (v: { readonly lifetime: number; readonly bytes: number }): Prose => ({
  title: 'A ticket for next time',
  gist: `The server hands out a ticket that makes the next handshake shorter, good for ${duration(v.lifetime)}.`,
  lead: [
    `The server hands out a ticket of ${size(v.bytes)}, good for ${duration(v.lifetime)}. A client that shows it on its next visit can leave out certificates and signatures.`,
    'This client looks at it and does not use it.',
  ],
  why: 'Signatures are the costly part of a handshake. A ticket ties the next connection to what was proved in this one.',
  breaksWithout: 'Nothing: every connection would begin with a full handshake.',
});

export const keyUpdate = (who: Role, v: { readonly asks: boolean }): Prose => ({
  title: `The ${who} changes its keys`,
  gist: `From its next record on the ${who} writes with new keys${v.asks ? ', and asks the other side to do the same' : ''}.`,
  lead: [
    `From the next record on the ${who} writes with new keys, derived from the old ones. ${v.asks ? 'It asks the other side to do the same.' : 'It does not ask the other side to do the same.'}`,
  ],
  why: 'A key may protect only so much. And whoever steals today’s key can’t read what was sent under yesterday’s.',
  breaksWithout: 'A connection that stays open for long would wear out its keys and have to close.',
});

/** @param last whether the other side has said so before */
export const closeNotify = (who: Role, last: boolean): Prose => ({
  title: `The ${who} says that it is done`,
  gist: last
    ? `The ${who} says that it is done too, and with that the connection is over.`
    : `The ${who} says that nothing more will come from it.`,
  lead: [
    `\`close_notify\` means: the ${who} sends nothing more. It is called an alert, but nothing is wrong. ${last ? 'The other side has said the same before.' : 'The other side may still speak until it closes too.'}`,
  ],
  why: 'Because it is encrypted like everything else, nobody in between can forge it.',
  breaksWithout:
    'An attacker could cut the connection in the middle of an answer, and the rest would look as if it had never existed.',
});

/** A message of the handshake in the place of data. */
export const outOfPlace = (who: Role, name: string): Prose => ({
  title: `The ${who} says ${name} after the handshake`,
  gist: `Where its data are due, the ${who} sends ${name}, a message that has no place once the handshake is over.`,
  lead: [
    `What kind of content a record holds stands in the record. This one holds no data but a message of the handshake, **${name}**, under the application keys.`,
    'The handshake is over, and the other side waits for no such message.',
  ],
  why: 'A side that took such a message now would begin something that nobody has agreed on, with a peer that it has judged already.',
  breaksWithout: 'The other side refuses it with `unexpected_message`.',
});

/** A CertificateRequest of TLS 1.3 in the place of data: it could come there, had the client said that it may. */
export const unofferedRequest: Prose = {
  title: 'The server asks for a certificate after the handshake',
  gist: 'Where its data are due, the server sends **CertificateRequest**. TLS 1.3 has such a request, but only for clients that have offered to answer one.',
  lead: [
    'A server may ask who the client is later, when it is about something that needs it. The client says in its ClientHello that it would answer, with the extension `post_handshake_auth`.',
    'This client has not said so: for it the question comes out of turn.',
  ],
  why: 'Whoever did not offer it may have nobody at hand to choose a certificate, and must not be led to show one in passing.',
  breaksWithout: 'The client refuses it with `unexpected_message`.',
};

export const otherMessage = (who: Role, name: string): Prose => ({
  title: `The ${who} sends ${name}`,
  gist: `The ${who} sends ${name}, a message that this page does not explain.`,
  lead: ['This page does not explain this message.'],
});

function duration(seconds: number): string {
  if (seconds % 3600 === 0) return seconds === 3600 ? 'an hour' : `${number(seconds / 3600)} hours`;
  return `${number(seconds)} seconds`;
}

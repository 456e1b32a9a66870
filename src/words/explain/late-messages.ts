// Prose for messages that come when the handshake is done: tickets, new keys, and those that have no place there. Apart from what every
// connection comes to then, since few have any of these.
// Texts are in the notation of `rich`; values come in, words go out. English, ready for other languages.

import type { Role } from '../../tls/index.ts';
import { number, size } from '../grammar.ts';
import type { Prose } from './prose.ts';

export const newSessionTicket = (v: {
  readonly lifetime: number;
  readonly bytes: number;
  /** Whether the client refuses it. */
  readonly refused: boolean;
}): Prose => ({
  title: 'A ticket for next time',
  gist: `The server hands out a ticket that makes the next handshake shorter, good for ${duration(v.lifetime)}.`,
  lead: [
    `The server hands out a ticket of ${size(v.bytes)}, good for ${duration(v.lifetime)}. A client that shows it on its next visit can leave out certificates and signatures.`,
    '**Then nobody judges a certificate anew**: neither its chain nor its date. Who the client is, the server takes from the ticket, as it was proved here.',
    v.refused
      ? 'It has its place after the handshake only. Here it comes before, and this client refuses it.'
      : 'This client looks at it and does not use it.',
  ],
  why: 'Signatures are the costly part of a handshake. A ticket ties the next connection to what was proved in this one.',
  breaksWithout: 'Nothing: every connection would begin with a full handshake.',
});

/** @param v `renews`: whether it does what it says */
export const keyUpdate = (who: Role, v: { readonly asks: boolean; readonly renews: boolean }): Prose => ({
  title: v.renews ? `The ${who} changes its keys` : `The ${who} says that it changes its keys`,
  gist: `${v.renews ? `From its next record on the ${who} writes` : `The ${who} says that from its next record on it writes`} with new keys${v.asks ? ', and asks the other side to do the same' : ''}.`,
  lead: [
    `${v.renews ? `From the next record on the ${who} writes with new keys` : `A KeyUpdate says that the ${who} writes with new keys from its next record on`}, derived from the old ones. ${v.asks ? 'It asks the other side to do the same.' : 'It does not ask the other side to do the same.'}`,
  ],
  why: 'A key may protect only so much. And whoever steals today’s key can’t read what was sent under yesterday’s.',
  breaksWithout: 'A connection that stays open for long would wear out its keys and have to close.',
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

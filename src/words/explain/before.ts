// Prose for the time before the first word.
// Texts are in the notation of `rich`; values come in, words go out. English, ready for other languages.

import type { Prose } from './prose.ts';

export const before = (v: { readonly name: string | null; readonly asks: boolean }): Prose => ({
  title: 'A client, a server, and a wire that anybody can listen to',
  gist: `The client is about to ask for **${v.name ?? 'a server'}**, over a wire that anybody can listen to.`,
  lead: [
    `The client wants to talk to **${v.name ?? 'a server'}**. Between the two is a network: whoever sits there can read, change, hold back or invent whatever travels.`,
    v.asks
      ? 'They will agree on secret keys over this open wire, and each will prove to the other who it is. That the client proves it too is what makes this TLS handshake **mutual**.'
      : 'They will agree on secret keys over this open wire, and the server will prove who it is. Client authentication is off: the server will not ask who the client is.',
    'Press the right arrow key to send the first message.',
  ],
  why: 'Every byte you will see comes from two real TLS endpoints that run in this page. Nothing leaves your computer.',
});

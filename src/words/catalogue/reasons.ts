// Why nobody notices something that goes wrong, or how it ends without a word. English; one place, ready for other languages.

import type { PlainReason, Reason, When } from '../../lab/index.ts';

const plain: Readonly<Record<PlainReason, string>> = {
  'client-not-asked': 'Nobody notices, because the server never asks the client who it is.',
  'client-only-asked': 'Nobody minds, because the server only asked: the client stays unknown.',
  'nothing-shown': 'Nobody minds, because the server only asked: the client shows nothing and stays unknown.',
  misdirected:
    'TLS has nothing to refuse: the host that the client names asks for no certificate. The one that it then wants a page of does, and the server answers in HTTP, with status 421.',
  'certificate-asked-for': 'Nobody minds, because the server did ask for a certificate.',
  'any-order':
    'Nobody notices, because whoever checks looks for each issuer among all the certificates, whatever their order.',
  'static-rsa-no-group':
    'Nobody minds, because static RSA needs no group: the client encrypts its secret to the server’s key.',
  'static-rsa-no-signature':
    'Nobody minds, because with static RSA the server signs nothing: it shows its key by decrypting.',
  'static-rsa-no-key-exchange':
    'Nobody notices, because with static RSA there is no ServerKeyExchange, and the server signs nothing.',
  'static-rsa-no-server-share': 'Nothing happens, because with static RSA the server sends no key share.',
  'static-rsa-no-share': 'Nothing happens, because with static RSA nobody sends a key share.',
  'static-rsa-no-swap': 'There is nothing to swap: with static RSA, nobody sends a key share.',
  'no-alpn': 'Nothing happens, because there is no ALPN in the ClientHello.',
  'no-protocol-wanted': 'Nothing happens, because the client does not say what it wants to speak.',
  'no-protocol-answered': 'Nothing happens, because the server does not answer which protocol it will be.',
  'no-session-id': 'Nobody minds, because the client sent no session id that could be repeated.',
  'nothing-but-finished': 'Nothing happens, because the client has nothing else to say than Finished.',
  'change-cipher-spec-ignored': 'Nobody minds: during the handshake, TLS 1.3 passes over every ChangeCipherSpec.',
  'no-change-cipher-spec': 'Nothing happens, because the client sends no ChangeCipherSpec.',
  'empty-data-allowed':
    'The standards allow it: a record of data may be empty, so that nobody can tell from outside when there is something to say.',
  'alert-believed':
    'The client believes it, since nothing can be protected before there are keys, and all that the server sees is a connection that ends.',
  'page-without-goodbye':
    'Nobody says that anything is wrong, but no close_notify came: so both know that there may have been more to hear.',
  'cut-without-goodbye':
    'Nobody says that anything is wrong, but no close_notify came either: both know that this was not the end.',
};

/** Why nobody notices, in a sentence. */
export function reasonSentence(reason: Reason): string {
  if (typeof reason === 'string') return plain[reason];
  switch (reason.why) {
    case 'refused-by-warning':
      return `The ${reason.who} refuses with the alert no_renegotiation, which is only a warning: the connection goes on.`;
    case 'left-as-if-cut':
      return `The ${reason.who} can’t tell a peer that leaves like this from somebody on the wire who cuts the rest off.`;
    case 'never-in-state':
      return `Nothing happens, because in this handshake the ${reason.who} is never in ${stateName(reason)}.`;
  }
}

const moments: Readonly<Record<Extract<When, string>, string>> = {
  'client-hello': 'after the ClientHello',
  'server-first-record': 'after the server’s first record',
  'server-flight': 'after the server’s flight',
  'client-first-record': 'after the first record of the client’s flight',
  'client-flight': 'after the client’s flight',
  'client-flight-and-request': 'after the client’s flight and its request',
  'server-finished': 'after the server’s Finished',
  'client-request': 'after the client’s request',
  'server-page': 'after the server’s page',
};

/** When something happens: `after the server’s flight`, `to the client in WAIT_SH`. */
export function whenWords(when: When): string {
  return typeof when === 'string' ? moments[when] : `to the ${when.who} in ${stateName(when)}`;
}

function stateName({ state, retried }: { readonly state: string; readonly retried?: true }): string {
  return retried ? `${state} after a HelloRetryRequest` : state;
}

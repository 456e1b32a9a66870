// What a client can do wrong. Each entry says what must come of it.

import { bent, lastBitFlipped } from './bend.ts';
import { type Entry, whenAsked } from './entry.ts';

export const clientMischief: readonly Entry[] = [
  {
    id: 'bad-signature',
    title: 'Bad signature',
    story:
      'The client shows a good certificate, but one bit of the signature that should prove it holds the key is wrong.',
    who: 'client',
    expect: {
      '1.3': whenAsked(() => ({
        noticed: true,
        by: 'server',
        cause: 'bad-signature',
        alert: 'decrypt_error',
        at: { from: 'client', name: 'CertificateVerify' },
      })),
    },
    // The signature is the message's last field.
    apply: (cast) => ({ ...cast, client: bent(cast.client, 'CertificateVerify', (bytes) => [lastBitFlipped(bytes)]) }),
  },
  {
    id: 'untrusted-ca',
    title: 'Untrusted CA',
    story: 'The client shows a certificate from a CA that the server does not trust.',
    who: 'client',
    expect: {
      '1.3': whenAsked(() => ({
        noticed: true,
        by: 'server',
        cause: 'untrusted-issuer',
        alert: 'unknown_ca',
        at: { from: 'client', name: 'Certificate' },
      })),
    },
    // The server names whom it trusts; this client shows its certificate all the same, as OpenSSL does.
    apply: (cast) => ({
      ...cast,
      client: { ...cast.client, identities: [cast.pki.strangerClient], heedAuthorities: false },
    }),
  },
  {
    id: 'no-client-certificate',
    title: 'No client certificate',
    story: 'The client has no certificate to show.',
    who: 'client',
    expect: {
      '1.3': whenAsked(({ clientAuthentication }) =>
        clientAuthentication === 'asked'
          ? { noticed: false, because: 'Nobody minds, because the server only asked: the client stays unknown.' }
          : {
              noticed: true,
              by: 'server',
              cause: 'no-client-certificate',
              alert: 'certificate_required',
              at: { from: 'client', name: 'Certificate' },
            },
      ),
    },
    apply: (cast) => ({ ...cast, client: { ...cast.client, identities: [] } }),
  },
];

// The two mishaps that have a switch of their own on the page. They come with it; everything else comes when it is asked for.

import { bent, lastBitFlipped } from './bend.ts';
import { byServer, type Entry, inBoth, whenAsked } from './entry.ts';

export const switches: readonly Entry[] = [
  {
    id: 'bad-signature',
    who: 'client',
    topic: 'possession',
    measured: 'flip_cv_client',
    expect: inBoth(whenAsked(() => byServer('bad-signature', 'decrypt_error', 'CertificateVerify'))),
    // The signature is the message's last field.
    apply: (cast) => ({ ...cast, client: bent(cast.client, 'CertificateVerify', (bytes) => [lastBitFlipped(bytes)]) }),
  },
  {
    id: 'untrusted-ca',
    who: 'client',
    topic: 'certificate',
    measured: 'client_untrusted_ca',
    expect: inBoth(whenAsked(() => byServer('untrusted-issuer', 'unknown_ca', 'Certificate'))),
    // The server names whom it trusts; this client shows its certificate all the same, as OpenSSL does.
    apply: (cast) => ({
      ...cast,
      client: { ...cast.client, identities: [cast.pki.strangerClient], heedAuthorities: false },
    }),
  },
];

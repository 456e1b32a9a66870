// OpenSSL's own s_client and s_server at security level 2, as measured with version 3.0.22. Data only.

import type { Manner } from './manner.ts';

export const openssl: Manner = {
  program: 'OpenSSL 3.0.22',
  // The list of names is handed to a callback, and the one certificate is sent whatever it says.
  heedsAuthorities: false,
  // Unless a chain was given, one is built from the store.
  completesChain: true,
  // Security level 2: 112 bits of security, for keys and for digests.
  loads: {
    rsaBits: 2048,
    notSignedWith: ['sha1WithRSAEncryption', 'md5WithRSAEncryption', 'ecdsa-with-SHA1', '1.2.840.10045.4.1'],
  },
};

// OpenSSL's own s_client and s_server at security level 2, as measured with version 3.0.22. Data only.

import type { Manner } from './manner.ts';

export const openssl: Manner = {
  program: 'OpenSSL 3.0.22',
  // ssl/statem/statem_clnt.c: the list of names is handed to a callback, and the one certificate is sent whatever it says.
  heedsAuthorities: false,
  // ssl/statem/statem_lib.c, ssl_add_cert_chain: unless a chain was given, one is built from the store.
  completesChain: true,
  // ssl/t1_lib.c, ssl_security_cert_chain: 112 bits of security, for keys and for digests.
  loads: {
    rsaBits: 2048,
    notSignedWith: ['sha1WithRSAEncryption', 'md5WithRSAEncryption', 'ecdsa-with-SHA1', '1.2.840.10045.4.1'],
  },
};

// curl with OpenSSL, as its source says (lib/vtls/openssl.c, lib/vtls/hostcheck.c); that it takes partial chains, and closes without a fatal
// alert where only the name is wrong, was seen with version 7.88.1. Data only.

import type { Manner } from './manner.ts';
import { openssl, opensslRules } from './openssl.ts';

export const curl: Manner = {
  ...openssl,
  program: 'curl',
  version: '7.88.1',
  source: 'from its source',
  plays: ['client'],
  depth: 'untold',
  judges: {
    ...openssl.judges,
    server: {
      ...opensslRules.server,
      // X509_V_FLAG_PARTIAL_CHAIN, unless it was given a list of revoked certificates.
      endsAt: 'any',
      hosts: { commonName: true, partialWildcards: false, underscores: true },
    },
  },
  // It compares the name itself, when the handshake is done.
  unproven: { client: { causes: ['name-mismatch'], outcome: 'refused when done' } },
  alerts: { ...openssl.alerts, client: { chain: { ...openssl.alerts.client.chain, 'name-mismatch': 'none' } } },
};

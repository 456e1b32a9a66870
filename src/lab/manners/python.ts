// Python's ssl.create_default_context, as its source says (Lib/ssl.py, Modules/_ssl.c): from 3.13 on, and before. Data only.

import type { Rules } from '../../pki/verifiers/index.ts';
import type { Manner } from './manner.ts';
import { openssl, opensslRules } from './openssl.ts';

/** X509_CHECK_FLAG_NO_PARTIAL_WILDCARDS. */
const hosts = { commonName: true, partialWildcards: false, underscores: true };
const server: Rules = { ...opensslRules.server, hosts };

/** Up to Python 3.12. */
export const python312: Manner = {
  ...openssl,
  program: 'Python',
  version: '3.12',
  source: 'from its source',
  depth: 'untold',
  judges: { client: opensslRules.client, server },
};

/** VERIFY_X509_PARTIAL_CHAIN and VERIFY_X509_STRICT. */
export const python: Manner = {
  ...python312,
  version: '3.13',
  profile: 'rfc5280',
  judges: { client: { ...opensslRules.client, endsAt: 'any' }, server: { ...server, endsAt: 'any' } },
  // Errors that only -x509_strict knows have no alert of their own.
  alerts: {
    client: { chain: { ...openssl.alerts.client.chain, malformed: 'certificate_unknown' } },
    server: { chain: { ...openssl.alerts.server.chain, malformed: 'certificate_unknown' } },
  },
};

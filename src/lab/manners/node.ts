// Node's own tls module, as measured with Node 20.20.2 (OpenSSL 3.0.19) and 26.12.1 (OpenSSL 3.5.9). Data only.

import type { Rules } from '../../pki/verifiers/index.ts';
import type { Unproven } from '../../tls/index.ts';
import type { Manner } from './manner.ts';
import { openssl, opensslRules } from './openssl.ts';

/** OpenSSL's verdict is kept, and asked for when the handshake is done; the connection is then closed without an alert. */
const afterwards: Unproven = { causes: 'all', outcome: 'refused when done' };

export const node26: Manner = {
  ...openssl,
  program: 'Node.js',
  version: '26.12.1',
  // What is signed with SHA-1 is loaded, and refused by the other side: digests are not looked at before.
  loads: { ...openssl.loads, notSignedWith: [] },
  depth: 'untold',
  // The option crl turns the check on, for the whole chain.
  revocation: { demand: 'chain', when: 'given' },
  // rejectUnauthorized: false where a certificate is only asked for.
  unproven: { client: afterwards, required: afterwards, asked: { causes: 'all', outcome: 'goes on' } },
  alerts: {
    client: { ...openssl.alerts.client, chain: { any: 'none' } },
    server: { ...openssl.alerts.server, chain: { any: 'none' } },
  },
};

/** Node 20 is at security level 1: 80 bits, which RSA with 1024 bits has and SHA-1 has not. */
const level1 = (rules: Rules): Rules => ({ ...rules, rsaBits: 1024 });

export const node: Manner = {
  ...node26,
  version: '20.20.2',
  loads: { ...openssl.loads, rsaBits: 1024 },
  judges: { client: level1(opensslRules.client), server: level1(opensslRules.server) },
};

// GnuTLS with its own gnutls-serv and gnutls-cli, as measured with version 3.7.9. A program that uses the library may check more. Data only.

import type { Rules } from '../../pki/verifiers/index.ts';
import type { Alerts } from '../../tls/index.ts';
import type { Manner } from './manner.ts';

/** lib/x509/verify.c. */
const common: Rules = {
  endsAt: 'no issued leaf',
  namesAsWritten: true,
  // What is trusted is taken for a CA; its validity and its path length count.
  skips: { anchor: ['basic-constraints', 'key-usage', 'extended-key-usage'] },
  understands: ['cRLDistributionPoints'],
  rsaBits: 1024,
  // DNS names, mailboxes and addresses are compared.
  constraints: {
    commonName: false,
    passedOver: ['uniformResourceIdentifier', 'directoryName', 'otherName', 'registeredID'],
    unknown: [],
    subject: false,
  },
};

const client: Rules = {
  ...common,
  // gnutls-serv gives no purpose, so that none is looked at.
  skips: {
    leaf: ['extended-key-usage'],
    between: ['extended-key-usage'],
    anchor: ['basic-constraints', 'key-usage', 'extended-key-usage'],
  },
};

const server: Rules = {
  ...common,
  // With a suite of TLS 1.2 that encrypts to the key, it need not sign.
  leafUses: ['digitalSignature', 'keyEncipherment'],
  hosts: { commonName: true, partialWildcards: false, underscores: false },
};

/** A key that may not sign is a violation that is found after the chain was taken. */
const violation = { 'no-digital-signature': 'internal_error' } as const;

const clientAlerts: Alerts = { chain: { ...violation, any: 'bad_certificate' } };
const serverAlerts: Alerts = {
  chain: { ...violation, any: 'access_denied' },
  other: {
    'authorities-too-long': 'decode_error',
    'no-client-certificate': { '1.2': 'decode_error', '1.3': 'certificate_required' },
    'no-common-version': 'handshake_failure',
  },
};

export const gnutls: Manner = {
  program: 'GnuTLS',
  version: '3.7.9',
  source: 'measured',
  plays: ['client', 'server'],
  heedsAuthorities: false,
  authoritiesAsWritten: true,
  strangeKeys: {},
  completesChain: false,
  omitsLongList: [],
  heedsOwnKeyUsage: { client: ['1.2'], server: ['1.3'] },
  plainNames: true,
  loads: {
    rsaBits: 0,
    notSignedWith: [],
    keyOfAnother: ['client'],
    strangeCurves: false,
    inOrder: false,
    named: false,
    most: 8,
    trustsSomebody: true,
  },
  // A list counts if it names the certificate; whether it is in time, or there at all, nobody asks.
  revocation: { demand: 'none', when: 'given' },
  depth: 'untold',
  judges: { client, server },
  unproven: {},
  refusesByPage: false,
  alerts: { client: clientAlerts, server: serverAlerts },
};

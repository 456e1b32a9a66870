// OpenSSL's own s_client and s_server at security level 2, as measured with version 3.0.22. Data only.

import type { Rules } from '../../pki/verifiers/index.ts';
import type { Alerts } from '../../tls/index.ts';
import type { Manner } from './manner.ts';

/** crypto/x509/x509_vfy.c and v3_purp.c. */
const common: Rules = {
  // Without -partial_chain a path ends at what is signed by itself, and nowhere else.
  endsAt: 'self-signed',
  // An issuer is taken by its name and key identifier, from the trusted ones first, and no other is tried.
  tries: 'first',
  authorities: { between: 'none', anchor: 'keyCertSign' },
  anyPurposeIsNone: true,
  // Policies are looked at on request only.
  understands: [
    'cRLDistributionPoints',
    'policyConstraints',
    'inhibitAnyPolicy',
    // policyMappings, id-pkix-ocsp-nocheck, netscapeCertType
    '2.5.29.33',
    '1.3.6.1.5.5.7.48.1.5',
    '2.16.840.1.113730.1.1',
  ],
  constraints: { commonName: true, passedOver: [], unknown: [], subject: true },
};

/** Chains of clients, and of servers. */
export const opensslRules = {
  client: { ...common, leafUses: ['digitalSignature', 'keyAgreement'] },
  server: {
    ...common,
    leafUses: ['digitalSignature', 'keyEncipherment', 'keyAgreement'],
    hosts: { commonName: true, partialWildcards: true, underscores: true },
  },
} as const satisfies Readonly<Record<'client' | 'server', Rules>>;

/** In TLS 1.2, a curve that was not offered. */
const strange = { '1.2': 'illegal_parameter', '1.3': 'unsupported_certificate' } as const;

/** ssl/statem/statem_lib.c, x509table: what differs from this engine's own table. */
const alerts: Alerts = {
  chain: {
    'no-revocation-list': 'unknown_ca',
    'revocation-list-outdated': 'certificate_expired',
    'revocation-list-not-yet-valid': 'bad_certificate',
    'unsupported-key': strange,
  },
  other: { 'unsupported-key': strange },
};

export const openssl: Manner = {
  program: 'OpenSSL',
  version: '3.0.22',
  source: 'measured',
  plays: ['client', 'server'],
  // The list of names is handed to a callback, and the one certificate is sent whatever it says.
  heedsAuthorities: false,
  // In TLS 1.2 it signs with any curve; in TLS 1.3 there is no scheme for such a key.
  // Unless a chain was given, one is built from the store.
  authoritiesAsWritten: false,
  strangeKeys: { '1.2': 'show' },
  completesChain: true,
  omitsLongList: [],
  heedsOwnKeyUsage: { client: [], server: [] },
  plainNames: false,
  // Security level 2: 112 bits of security, for keys and for digests.
  loads: {
    rsaBits: 2048,
    notSignedWith: ['sha1WithRSAEncryption', 'md5WithRSAEncryption', 'ecdsa-with-SHA1'],
    keyOfAnother: [],
    strangeCurves: true,
    inOrder: false,
    named: false,
    trustsSomebody: false,
  },
  depth: 'as told',
  // -crl_check looks at the leaf only.
  revocation: { demand: 'leaf', when: 'told' },
  judges: opensslRules,
  unproven: {},
  refusesByPage: false,
  alerts: { client: alerts, server: alerts },
};

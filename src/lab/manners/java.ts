// Java's own SSLSocket with its PKIX trust manager, as measured with OpenJDK 17.0.15; key and chain in a PKCS #12 KeyStore. Data only.

import type { CheckId } from '../../pki/index.ts';
import type { Rules } from '../../pki/verifiers/index.ts';
import type { Alerts } from '../../tls/index.ts';
import type { Manner } from './manner.ts';

/** A trust anchor is a name and a key; that its certificate is a CA’s is all that is looked at besides. */
const ofAnchors: readonly CheckId[] = [
  'well-formed',
  'critical-extensions',
  'extended-key-usage',
  'path-length',
  'key-identifiers',
  'key-strength',
  'validity',
];

/** sun.security.provider.certpath and sun.security.validator. */
const common: Rules = {
  endsAt: 'any',
  // Purposes are those of the leaf alone.
  skips: { between: ['extended-key-usage'], anchor: ofAnchors },
  authorities: { between: 'none', anchor: 'none' },
  understands: ['cRLDistributionPoints'],
  // jdk.certpath.disabledAlgorithms: RSA keySize < 1024, MD5; SHA-1 only below the CAs that come with the JDK.
  rsaBits: 1024,
  sha1: true,
  constraints: { commonName: true, passedOver: [], unknown: [], subject: true },
};

const server: Rules = { ...common, hosts: { commonName: true, partialWildcards: true, underscores: false } };

/** Nearly everything is certificate_unknown. */
const alerts: Alerts = {
  // "the trustAnchors parameter must be non-empty"
  chain: { any: 'certificate_unknown', 'no-anchors': 'internal_error' },
  other: {
    'bad-signature': 'handshake_failure',
    'no-client-certificate': 'bad_certificate',
    'unsupported-key': 'internal_error',
  },
};

export const java: Manner = {
  program: 'Java',
  version: '17.0.15',
  source: 'measured',
  plays: ['client', 'server'],
  // The key manager picks by the names of the issuers.
  heedsAuthorities: true,
  authoritiesAsWritten: false,
  strangeKeys: { '1.2': 'refuse', '1.3': 'refuse' },
  completesChain: false,
  omitsLongList: ['1.3'],
  heedsOwnKeyUsage: { client: [], server: [] },
  plainNames: false,
  loads: {
    rsaBits: 0,
    notSignedWith: [],
    keyOfAnother: ['client', 'server'],
    strangeCurves: true,
    // "Certificate chain is not valid"; a JKS KeyStore takes it.
    inOrder: true,
    // "subject field is empty, and SubjectAlternativeName extension is absent"
    named: true,
    trustsSomebody: false,
  },
  // The revocation checker wants a list of every CA.
  revocation: { demand: 'chain', when: 'told' },
  depth: 'untold',
  judges: { client: common, server },
  unproven: {},
  refusesByPage: false,
  alerts: { client: alerts, server: alerts },
};

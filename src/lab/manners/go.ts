// Go's crypto/tls and crypto/x509, as measured with Go 1.19.8. Data only.

import type { Rules } from '../../pki/verifiers/index.ts';
import type { Alerts } from '../../tls/index.ts';
import type { Manner } from './manner.ts';

/** crypto/x509/verify.go. */
const rules: Rules = {
  // Any certificate in the pool ends a path, be it a leaf.
  endsAt: 'any',
  namesAsWritten: true,
  keyIdentifiersHint: true,
  authorities: { between: 'none', anchor: 'none' },
  // "KeyUsage status flags are ignored" of the leaf.
  skips: { leaf: ['key-usage'] },
  understands: ['cRLDistributionPoints'],
  // checkSignature refuses what is insecure, and sizes are no part of it.
  rsaBits: 0,
  hosts: { commonName: false, partialWildcards: false, underscores: true },
  // Constraints of kinds that it does not know make a critical extension an unknown one; subjects are not looked at.
  constraints: {
    commonName: false,
    passedOver: [],
    unknown: ['directoryName', 'otherName', 'registeredID', 'x400Address', 'ediPartyName'],
    subject: false,
  },
};

/** Whatever is wrong with a certificate is bad_certificate, and so is its absence. */
const alerts: Alerts = {
  chain: { any: 'bad_certificate' },
  other: { 'unreadable-certificate': 'bad_certificate', 'no-client-certificate': 'bad_certificate' },
};

export const go: Manner = {
  program: 'Go',
  version: '1.19.8',
  source: 'measured',
  plays: ['client', 'server'],
  // CertificateRequestInfo.SupportsCertificate: an issuer in the chain has to be one of the names, byte for byte.
  heedsAuthorities: true,
  authoritiesAsWritten: true,
  strangeKeys: {},
  completesChain: false,
  omitsLongList: [],
  heedsOwnKeyUsage: { client: [], server: [] },
  plainNames: false,
  loads: {
    rsaBits: 0,
    notSignedWith: [],
    keyOfAnother: [],
    strangeCurves: false,
    inOrder: false,
    named: false,
    trustsSomebody: false,
  },
  // Lists have to be checked by the application.
  revocation: { demand: 'none', when: 'never' },
  depth: 'untold',
  judges: { client: rules, server: rules },
  unproven: {},
  refusesByPage: false,
  alerts: { client: alerts, server: { ...alerts, other: { ...alerts.other, 'authorities-too-long': 'none' } } },
};

// How real peers answer otherwise than this engine, which follows OpenSSL; and which program stands at the other end of which. Data only.

import type { Cause } from '../../pki/index.ts';
import type { AlertName, FaultCause, Role, Version } from '../../tls/index.ts';
import { certificateCauses } from './spelling.ts';

/** One program's way to refuse. */
export interface Habit {
  readonly program: string;
  /** Whose refusals it is about; both sides' when left out. */
  readonly by?: Role;
  readonly version?: Version;
  /** What it minds. */
  readonly minds: readonly FaultCause[];
  /** Only where one of these checks of a certificate failed. */
  readonly checks?: readonly Cause[];
  /** What it sends then; nothing: it just closes. */
  readonly sends: readonly AlertName[];
}

const unshown = ['no-client-certificate'] as const;
/** GnuTLS as a server does not look at what a client's certificate is for. */
const butPurpose = certificateCauses.filter((cause) => cause !== 'certificate-wrong-purpose');

/** The first that fits counts. */
export const habits: readonly Habit[] = [
  // Measured with OpenSSL 3.0.22: what is wrong with a list of revoked certificates.
  {
    program: 'OpenSSL',
    minds: certificateCauses,
    checks: ['revocation-list-outdated'],
    sends: ['certificate_expired'],
  },
  { program: 'OpenSSL', minds: certificateCauses, checks: ['no-revocation-list'], sends: ['unknown_ca'] },
  // tests/vectors/data/alerts.json: GnuTLS 3.7.9 and Node.js 20.20.2.
  { program: 'GnuTLS', by: 'server', minds: butPurpose, sends: ['access_denied', 'bad_certificate'] },
  { program: 'GnuTLS', by: 'client', minds: certificateCauses, sends: ['bad_certificate'] },
  { program: 'GnuTLS', by: 'server', version: '1.2', minds: unshown, sends: ['decode_error'] },
  { program: 'GnuTLS', by: 'server', minds: ['no-common-version'], sends: ['handshake_failure'] },
  // Measured with GnuTLS 3.7.9: more names of authorities than the list has room for.
  { program: 'GnuTLS', by: 'server', version: '1.3', minds: ['authorities-too-long'], sends: ['decode_error'] },
  { program: 'Node.js', minds: certificateCauses, sends: [] },
  // Measured with OpenJDK 17.0.15; sun/security/ssl/CertificateMessage.java and CertificateVerify.java.
  { program: 'Java', by: 'server', minds: unshown, sends: ['bad_certificate'] },
  { program: 'Java', minds: certificateCauses, sends: ['certificate_unknown'] },
  { program: 'Java', minds: ['bad-signature'], sends: ['handshake_failure'] },
  // Go 1.21 and later, src/crypto/tls/handshake_server.go, processCertsFromClient: three reasons have alerts of their own.
  { program: 'Go', by: 'server', version: '1.2', minds: unshown, sends: ['bad_certificate'] },
  {
    program: 'Go',
    by: 'server',
    minds: certificateCauses,
    checks: ['expired', 'not-yet-valid'],
    sends: ['certificate_expired'],
  },
  {
    program: 'Go',
    by: 'server',
    minds: ['untrusted-issuer'],
    checks: ['no-issuer', 'self-signed'],
    sends: ['unknown_ca'],
  },
  { program: 'Go', by: 'server', minds: certificateCauses, sends: ['bad_certificate'] },
  // Go src/crypto/tls/handshake_client.go, verifyServerCertificate.
  { program: 'Go', by: 'client', minds: certificateCauses, sends: ['bad_certificate'] },
  // The same before 1.21 (measured with 1.19.8); the wrong purpose, up to 1.4, and a signature by another key, for longer.
  {
    program: 'an older Go',
    by: 'server',
    minds: ['certificate-wrong-purpose'],
    sends: ['bad_certificate', 'handshake_failure'],
  },
  { program: 'an older Go', by: 'server', minds: [...certificateCauses, ...unshown], sends: ['bad_certificate'] },
  { program: 'an older Go', by: 'server', version: '1.2', minds: ['bad-signature'], sends: ['bad_certificate'] },
  { program: 'an older Go', by: 'client', minds: certificateCauses, sends: ['bad_certificate'] },
  // rustls rustls/src/error/mod.rs, AlertDescription of a CertificateError.
  { program: 'rustls', minds: certificateCauses, checks: ['not-yet-valid'], sends: ['certificate_expired'] },
  { program: 'rustls', minds: ['certificate-unknown'], sends: ['bad_certificate'] },
  // .NET src/libraries/System.Net.Security/src/System/Net/Security/SslStream.Protocol.cs, GetAlertMessageFromChain.
  { program: '.NET', minds: unshown, sends: ['certificate_unknown'] },
  { program: '.NET', minds: certificateCauses, checks: ['not-yet-valid'], sends: ['certificate_expired'] },
  { program: '.NET', minds: certificateCauses, checks: ['bad-signature'], sends: ['bad_certificate'] },
  // mbed TLS library/ssl_tls13_generic.c (its issues 10720 and 10900): the old alert for no certificate.
  { program: 'mbed TLS', by: 'server', version: '1.3', minds: unshown, sends: ['no_certificate_RESERVED'] },
  // Erlang/OTP lib/ssl/src/ssl_handshake.erl, path_validation_alert: what a host is called.
  {
    program: 'Erlang',
    by: 'client',
    minds: certificateCauses,
    checks: ['name-mismatch'],
    sends: ['handshake_failure'],
  },
];

type Shares = Readonly<Record<string, number>>;

/** Who stands at the other end, as far as nothing is known. OpenSSL: and all that refuses as it does. */
const anybody: Shares = {
  OpenSSL: 0.47,
  Java: 0.15,
  Go: 0.12,
  'an older Go': 0.08,
  'Node.js': 0.05,
  '.NET': 0.05,
  rustls: 0.04,
  GnuTLS: 0.02,
  'mbed TLS': 0.01,
  Erlang: 0.02,
};

/** Programs meet their kind more often than others. */
const meeting: Readonly<Record<string, Shares>> = {
  'an older Go': { 'an older Go': 0.6, OpenSSL: 0.3, Java: 0.1 },
  Go: {
    Go: 0.45,
    'an older Go': 0.25,
    OpenSSL: 0.18,
    Java: 0.05,
    'Node.js': 0.02,
    rustls: 0.02,
    '.NET': 0.02,
    GnuTLS: 0.01,
  },
  Java: { Java: 0.45, OpenSSL: 0.33, Go: 0.06, 'an older Go': 0.07, '.NET': 0.04, 'Node.js': 0.03, Erlang: 0.02 },
  rustls: { rustls: 0.4, OpenSSL: 0.33, Go: 0.1, 'an older Go': 0.05, Java: 0.08, GnuTLS: 0.02, 'Node.js': 0.02 },
  GnuTLS: { GnuTLS: 0.45, OpenSSL: 0.4, Java: 0.05, Go: 0.05, 'an older Go': 0.03, 'Node.js': 0.02 },
  '.NET': { '.NET': 0.35, OpenSSL: 0.35, Java: 0.12, Go: 0.1, 'an older Go': 0.04, 'Node.js': 0.04 },
  Schannel: { '.NET': 0.35, OpenSSL: 0.35, Java: 0.12, Go: 0.1, 'an older Go': 0.04, 'Node.js': 0.04 },
  Erlang: { Erlang: 0.2, OpenSSL: 0.4, Java: 0.2, Go: 0.08, 'an older Go': 0.05, '.NET': 0.04, 'Node.js': 0.03 },
};

/** How likely each program is at the other end. @param program the one that prints */
export function sharesOf(program: string): Shares {
  return meeting[program] ?? anybody;
}

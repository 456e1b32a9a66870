// How real peers answer otherwise than this engine, which follows OpenSSL. Data only.

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
  /** What it sends then; nothing: it just closes. */
  readonly sends: readonly AlertName[];
}

const unshown = ['no-client-certificate'] as const;
/** GnuTLS as a server does not look at what a client's certificate is for. */
const butPurpose = certificateCauses.filter((cause) => cause !== 'certificate-wrong-purpose');

export const habits: readonly Habit[] = [
  // tests/vectors/data/alerts.json: GnuTLS 3.7.9 and Node.js 20.20.2.
  { program: 'GnuTLS', by: 'server', minds: butPurpose, sends: ['access_denied', 'bad_certificate'] },
  { program: 'GnuTLS', by: 'client', minds: certificateCauses, sends: ['bad_certificate'] },
  { program: 'GnuTLS', by: 'server', version: '1.2', minds: unshown, sends: ['decode_error'] },
  { program: 'GnuTLS', by: 'server', minds: ['no-common-version'], sends: ['handshake_failure'] },
  { program: 'Node.js', minds: certificateCauses, sends: [] },
  // Measured with OpenJDK 17.0.15; sun/security/ssl/CertificateMessage.java.
  { program: 'Java', by: 'server', minds: unshown, sends: ['bad_certificate'] },
  { program: 'Java', minds: certificateCauses, sends: ['certificate_unknown'] },
  // Go src/crypto/tls/handshake_server.go, processCertsFromClient; before Go 1.21 also for what has alerts of its own now.
  { program: 'Go', by: 'server', minds: [...certificateCauses, ...unshown], sends: ['bad_certificate'] },
  // Go src/crypto/tls/handshake_client.go, verifyServerCertificate.
  { program: 'Go', by: 'client', minds: certificateCauses, sends: ['bad_certificate'] },
  // rustls rustls/src/error/mod.rs, AlertDescription of a CertificateError.
  { program: 'rustls', minds: ['certificate-unknown'], sends: ['bad_certificate'] },
  { program: 'rustls', minds: ['certificate-refused'], sends: ['certificate_expired'] },
];

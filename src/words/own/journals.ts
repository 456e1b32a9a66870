// What stands in the log of a program that refuses, and what one prints that was refused, in its own words: as measured, or as its source says.
// `…` stands for what differs from case to case. It must not know how a refusal comes about.

import type { Why } from '../../lab/own/index.ts';
import type { Cause, FailedCheck } from '../../pki/index.ts';
import type { AlertName, FaultCause, Role, Version } from '../../tls/index.ts';
import { verifyError } from '../logs.ts';

/** A line, and whose: the program by its name. */
export interface JournalLine {
  readonly side: Role;
  readonly program: string;
  readonly line: string;
}

/** What a refusal came from: the check of a chain that failed, or the cause. */
interface Refused {
  readonly by: Role;
  readonly cause: FaultCause | undefined;
  readonly check: FailedCheck | undefined;
}

interface Journal {
  /** The line of the side that refuses. */
  refuses(refused: Refused): string | undefined;
  /** The line of the side that is refused, with the alert that came, if one did. */
  isRefused(alert: AlertName | null, side: Role, version: Version): string | undefined;
}

/** The lines of both sides, as far as they behave like programs whose words are known. */
export function journalLines(
  why: Why,
  check: FailedCheck | undefined,
  told: {
    readonly alert: AlertName | null;
    readonly version: Version;
    readonly programs: Readonly<Partial<Record<Role, string>>>;
  },
): readonly JournalLine[] {
  if (why.what !== 'refused' && why.what !== 'refused by page') return [];
  const { by } = why;
  const of = by === 'client' ? 'server' : 'client';
  const { alert, version, programs } = told;
  const cause = why.what === 'refused' ? why.fault.cause : 'no-client-certificate';
  const lineOf = (side: Role, take: (journal: Journal) => string | undefined): readonly JournalLine[] => {
    const program = programs[side];
    const line = program === undefined ? undefined : journals[program] && take(journals[program]);
    return program !== undefined && line !== undefined ? [{ side, program, line }] : [];
  };
  return [
    ...lineOf(by, (journal) => journal.refuses({ by, cause, check })),
    ...(why.what === 'refused by page' ? [] : lineOf(of, (journal) => journal.isRefused(alert, of, version))),
  ];
}

/** OpenSSL’s own name of an alert: those of SSL 3.0 and of TLS 1.3 have other prefixes. */
function opensslAlert(alert: AlertName): string {
  const old: readonly AlertName[] = [
    ...(['handshake_failure', 'bad_certificate', 'unsupported_certificate', 'certificate_revoked'] as const),
    ...(['certificate_expired', 'certificate_unknown', 'illegal_parameter', 'unexpected_message'] as const),
  ];
  const protocol = alert === 'certificate_required' ? 'tlsv13' : old.includes(alert) ? 'sslv3' : 'tlsv1';
  return `${protocol} alert ${spaced(alert)}`;
}

const spaced = (alert: AlertName) => alert.replaceAll('_', ' ');

const opensslText = ({ check, cause }: Refused): string | undefined => {
  const error = check && verifyError(check);
  if (error) return `verify error:num=${error[0]}:${error[1]}`;
  return cause === 'no-client-certificate' ? 'peer did not return a certificate' : undefined;
};

/** x509: …, by Go 1.19. */
const goTexts: Readonly<Partial<Record<Cause, string>>> = {
  ...ofAll(
    ['no-anchors', 'no-issuer', 'self-signed', 'bad-signature', 'unsupported-signature', 'issuer-may-not-sign'],
    'certificate signed by unknown authority',
  ),
  'weak-digest':
    'certificate signed by unknown authority (possibly because of "x509: cannot verify signature: insecure algorithm …" while trying to verify candidate authority certificate "…")',
  ...ofAll(['expired', 'not-yet-valid'], 'certificate has expired or is not yet valid: …'),
  'wrong-usage': 'certificate specifies an incompatible key usage',
  'path-too-long': 'too many intermediates for path length constraint',
  'issuer-not-ca': 'certificate is not authorized to sign other certificates',
  'unknown-critical-extension': 'unhandled critical extension',
  'name-mismatch': 'certificate is valid for …, not …',
  ...ofAll(
    ['name-excluded', 'name-not-permitted'],
    'a root or intermediate certificate is not authorized to sign for this name: …',
  ),
};

const path = 'SSLHandshakeException: PKIX path validation failed: java.security.cert.CertPathValidatorException: ';
const undetermined = `${path}Could not determine revocation status`;

/** OpenJDK 17. */
const javaTexts: Readonly<Partial<Record<Cause, string>>> = {
  ...ofAll(
    ['no-issuer', 'self-signed'],
    'SSLHandshakeException: PKIX path building failed: sun.security.provider.certpath.SunCertPathBuilderException: unable to find valid certification path to requested target',
  ),
  'no-anchors':
    'SSLException: Unexpected error: java.security.InvalidAlgorithmParameterException: the trustAnchors parameter must be non-empty',
  'bad-signature': `${path}signature check failed`,
  ...ofAll(['expired', 'not-yet-valid'], `${path}validity check failed`),
  'wrong-usage': 'SSLHandshakeException: Extended key usage does not permit use for TLS … authentication',
  'no-digital-signature': 'SSLHandshakeException: KeyUsage does not allow digital signatures',
  'issuer-not-ca': `${path}basic constraints check failed: this is not a CA certificate`,
  'path-too-long': `${path}basic constraints check failed: pathLenConstraint violated - this cert must be the last cert in the certification path`,
  ...ofAll(['name-excluded', 'name-not-permitted'], `${path}name constraints check failed`),
  'name-mismatch': 'SSLHandshakeException: No subject alternative DNS name matching … found.',
  'unknown-critical-extension': `${path}unrecognized critical extension(s)`,
  revoked: `${path}Certificate has been revoked, reason: …`,
  ...ofAll(
    ['no-revocation-list', 'revocation-list-outdated', 'revocation-list-not-yet-valid', 'bad-revocation-list'],
    undetermined,
  ),
};

/** socket.authorizationError of a server, the code of a client’s error: OpenSSL’s X509_V_ERR_…, as far as Node names them. */
const nodeCodes: Readonly<Partial<Record<Cause, string>>> = {
  'no-anchors': 'UNABLE_TO_GET_ISSUER_CERT_LOCALLY',
  'bad-signature': 'CERT_SIGNATURE_FAILURE',
  expired: 'CERT_HAS_EXPIRED',
  'not-yet-valid': 'CERT_NOT_YET_VALID',
  ...ofAll(['wrong-usage', 'no-digital-signature'], 'INVALID_PURPOSE'),
  'issuer-not-ca': 'INVALID_CA',
  'path-too-long': 'PATH_LENGTH_EXCEEDED',
  ...ofAll(
    ['name-excluded', 'name-not-permitted', 'unknown-critical-extension', 'weak-key', 'weak-digest'],
    'UNSPECIFIED',
  ),
  'name-mismatch': 'ERR_TLS_CERT_ALTNAME_INVALID',
  revoked: 'CERT_REVOKED',
  'no-revocation-list': 'UNABLE_TO_GET_CRL',
  'revocation-list-outdated': 'CRL_HAS_EXPIRED',
  'revocation-list-not-yet-valid': 'CRL_NOT_YET_VALID',
};

function nodeCode({ detail, reason }: FailedCheck): string | undefined {
  if (reason.what === 'not a root') return 'UNABLE_TO_GET_ISSUER_CERT';
  if (reason.what === 'self-signed') return reason.alone ? 'DEPTH_ZERO_SELF_SIGNED_CERT' : 'SELF_SIGNED_CERT_IN_CHAIN';
  if (detail === 'no-issuer') return 'UNABLE_TO_VERIFY_LEAF_SIGNATURE or UNABLE_TO_GET_ISSUER_CERT_LOCALLY';
  return nodeCodes[detail];
}

const journals: Readonly<Record<string, Journal>> = {
  OpenSSL: {
    refuses: opensslText,
    isRefused: (alert) => (alert ? opensslAlert(alert) : undefined),
  },
  nginx: {
    refuses({ check }) {
      const error = check && verifyError(check);
      if (!error) return 'client sent no required SSL certificate while reading client request headers';
      return `client SSL certificate verify error: (${error[0]}:${error[1]}) while reading client request headers`;
    },
    isRefused: (alert) => (alert ? `SSL_do_handshake() failed (SSL: … ${opensslAlert(alert)} …)` : undefined),
  },
  curl: {
    refuses({ check }) {
      if (check?.detail === 'name-mismatch')
        return 'curl: (60) SSL: no alternative certificate subject name matches target host name …';
      const error = check && verifyError(check);
      return error && `curl: (60) SSL certificate problem: ${error[1]}`;
    },
    isRefused: (alert) => (alert ? `curl: (56) OpenSSL SSL_read: … ${opensslAlert(alert)}` : undefined),
  },
  Python: {
    refuses({ check, cause }) {
      const error = check && verifyError(check);
      if (error) return `[SSL: CERTIFICATE_VERIFY_FAILED] certificate verify failed: ${error[1]}`;
      return cause === 'no-client-certificate'
        ? '[SSL: PEER_DID_NOT_RETURN_A_CERTIFICATE] peer did not return a certificate'
        : undefined;
    },
    isRefused: (alert) => (alert ? `ssl.SSLError: [SSL: …] ${opensslAlert(alert)}` : undefined),
  },
  'Node.js': {
    refuses({ check, cause, by }) {
      const code = check && nodeCode(check);
      if (code) return by === 'server' ? `tlsClientError: ECONNRESET; socket.authorizationError: ${code}` : code;
      return cause === 'no-client-certificate' ? 'ERR_SSL_PEER_DID_NOT_RETURN_A_CERTIFICATE' : undefined;
    },
    isRefused(alert, side, version) {
      if (alert) return `ERR_SSL_${opensslAlert(alert).toUpperCase().replaceAll(' ', '_')}`;
      if (side === 'server') return 'ECONNRESET socket hang up';
      return version === '1.3'
        ? 'closed, without an error'
        : 'ECONNRESET Client network socket disconnected before secure TLS connection was established';
    },
  },
  Go: {
    refuses({ check, cause, by }) {
      const text = check && goTexts[check.detail];
      if (text) return by === 'server' ? `tls: failed to verify client certificate: x509: ${text}` : `x509: ${text}`;
      return cause === 'no-client-certificate' ? "tls: client didn't provide a certificate" : undefined;
    },
    isRefused: (alert) => (alert ? `remote error: tls: ${spaced(alert)}` : 'EOF'),
  },
  GnuTLS: {
    refuses({ check, cause, by }) {
      if (check?.detail === 'no-digital-signature') return 'Key usage violation in certificate has been detected.';
      if (check)
        return by === 'server'
          ? 'Error in handshake: Error in the certificate.'
          : '*** PKI verification of server certificate failed...';
      return cause === 'no-client-certificate' ? 'Error in handshake: No certificate was found.' : undefined;
    },
    isRefused: (alert) => (alert ? '*** Fatal error: A TLS fatal alert has been received.' : undefined),
  },
  Java: {
    refuses({ check, cause }) {
      if (check) return javaTexts[check.detail];
      return cause === 'no-client-certificate' ? 'SSLHandshakeException: Empty client certificate chain' : undefined;
    },
    isRefused: (alert) =>
      alert ? `SSLHandshakeException: Received fatal alert: ${alert} (or only a broken pipe)` : undefined,
  },
};

function ofAll(causes: readonly Cause[], text: string): Readonly<Partial<Record<Cause, string>>> {
  return Object.fromEntries(causes.map((cause) => [cause, text]));
}

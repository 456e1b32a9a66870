// What browsers, servers and tools say in words of their own, beside those of the library that they use. Data only.

import {
  certificateCauses,
  certificateCheckedBy,
  checkedBy,
  closedBy,
  refusedBy,
  type Spelling,
  toldBy,
  toldInWords,
} from './spelling.ts';

const client = { side: 'client' } as const;
const server = { side: 'server' } as const;

const chrome = [
  // Chromium net/ssl/openssl_ssl_util.cc, MapOpenSSLErrorSSL: several alerts end in one name.
  ...toldBy(
    'Chrome',
    {
      ERR_BAD_SSL_CLIENT_AUTH_CERT: [
        'certificate_required',
        'unknown_ca',
        'bad_certificate',
        'certificate_expired',
        'certificate_unknown',
        'unsupported_certificate',
        'access_denied',
        'certificate_revoked',
      ],
      ERR_SSL_VERSION_OR_CIPHER_MISMATCH: ['protocol_version', 'handshake_failure', 'insufficient_security'],
      ERR_SSL_PROTOCOL_ERROR: ['handshake_failure', 'decode_error', 'illegal_parameter', 'internal_error'],
      ERR_SSL_DECRYPT_ERROR_ALERT: 'decrypt_error',
      ERR_SSL_BAD_RECORD_MAC_ALERT: 'bad_record_mac',
      ERR_SSL_UNRECOGNIZED_NAME_ALERT: 'unrecognized_name',
    },
    client,
  ),
  // Chromium net/base/net_error_list.h: the server asked for a certificate, and nobody chose one.
  ...toldInWords('Chrome', { ERR_SSL_CLIENT_AUTH_CERT_NEEDED: 'no-client-certificate' }, client),
  // The same file: what Chrome minds about a server.
  ...certificateCheckedBy(
    'Chrome',
    {
      ERR_CERT_COMMON_NAME_INVALID: 'name-mismatch',
      ERR_CERT_DATE_INVALID: ['expired', 'not-yet-valid'],
      ERR_CERT_AUTHORITY_INVALID: ['no-issuer', 'self-signed'],
      ERR_CERT_WEAK_SIGNATURE_ALGORITHM: 'unsupported-signature',
      ERR_CERT_WEAK_KEY: 'weak-key',
      ERR_CERT_NAME_CONSTRAINT_VIOLATION: ['name-not-permitted', 'name-excluded'],
      ERR_SSL_KEY_USAGE_INCOMPATIBLE: 'no-digital-signature',
    },
    client,
  ),
  ...checkedBy(
    'Chrome',
    { ERR_TLS13_DOWNGRADE_DETECTED: 'downgrade-sentinel', ERR_SSL_SERVER_CERT_BAD_FORMAT: 'unreadable-certificate' },
    client,
  ),
  ...refusedBy('Chrome', ['ERR_CERT_INVALID'], client),
  ...closedBy('Chrome', ['ERR_CONNECTION_CLOSED', 'ERR_CONNECTION_RESET', 'ERR_EMPTY_RESPONSE'], client),
];

// nginx src/http/ngx_http_request.c and ngx_http_special_response.c: a client is let in first and refused in HTTP.
const nginx = [
  ...checkedBy('nginx', { 'client sent no required ssl certificate': 'no-client-certificate' }, server),
  ...refusedBy('nginx', ['client ssl certificate verify error'], server),
  ...toldInWords(
    'nginx',
    {
      'no required ssl certificate was sent': 'no-client-certificate',
      'the ssl certificate error': certificateCauses,
    },
    client,
  ),
  ...closedBy('nginx', ['peer closed connection in ssl handshake', 'upstream prematurely closed connection']),
];

const servers = [
  // Apache httpd modules/ssl/ssl_engine_kernel.c, ssl_callback_SSLVerify: OpenSSL's reason follows.
  ...refusedBy('Apache', ['certificate verification: error ('], server),
  // HAProxy src/connection.c, conn_err_code_str.
  ...refusedBy('HAProxy', ['ssl client ca chain cannot be verified', 'ssl client certificate not trusted'], server),
  ...closedBy('HAProxy', ['connection closed during ssl handshake']),
  // Envoy source/common/tls/cert_validator/default_validator.cc.
  ...certificateCheckedBy('Envoy', { 'verify cert failed: san matcher': 'name-mismatch' }),
  // PostgreSQL src/backend/libpq/be-secure-openssl.c and src/interfaces/libpq.
  ...closedBy('PostgreSQL', ['could not accept ssl connection: eof detected'], server),
  ...closedBy('PostgreSQL', ['ssl syscall error: eof detected', 'ssl connection has been closed unexpectedly'], client),
];

const tools = [
  // curl 7.88 lib/vtls/openssl.c: during the handshake it takes a received certificate_expired for a check of its own.
  ...toldBy('curl', { 'ssl certificate verification failed': 'certificate_expired' }, client),
  ...certificateCheckedBy(
    'curl',
    { 'no alternative certificate subject name matches target host name': 'name-mismatch' },
    client,
  ),
  ...closedBy(
    'curl',
    ['ssl connect: ssl error syscall in connection to', 'recv failure: connection reset by peer'],
    client,
  ),
  // Node.js lib/_http_client.js and lib/_tls_wrap.js.
  ...closedBy('Node.js', ['socket hang up']),
  ...closedBy('Node.js', ['client network socket disconnected before secure tls connection was established'], client),
];

const windows = [
  // .NET System.Net.Security, as printed; the words are X509ChainStatusFlags and SslPolicyErrors.
  ...certificateCheckedBy('.NET', {
    'errors in the certificate chain: untrustedroot': ['no-issuer', 'self-signed'],
    'errors in the certificate chain: partialchain': 'no-issuer',
    'errors in the certificate chain: nottimevalid': ['expired', 'not-yet-valid'],
    'validation procedure: remotecertificatenamemismatch': 'name-mismatch',
  }),
  ...refusedBy('.NET', [
    'the remote certificate is invalid because of errors in the certificate chain',
    'the remote certificate is invalid according to the validation procedure',
    'the remote certificate was rejected by the provided remotecertificatevalidationcallback',
  ]),
  ...closedBy('.NET', ['received an unexpected eof or 0 bytes from the transport stream']),
];

// OpenSSL 3.0 SSL_R_UNEXPECTED_EOF_WHILE_READING, Python Modules/_ssl.c, and the names that systems have for it (errno).
const closings = [
  ...closedBy('OpenSSL', ['unexpected eof while reading']),
  ...closedBy('Python', ['eof occurred in violation of protocol']),
  ...closedBy('any program', ['ECONNRESET', 'EPIPE', 'connection reset by peer', 'broken pipe']),
];

export const productSpellings: readonly Spelling[] = [
  ...chrome,
  ...nginx,
  ...servers,
  ...tools,
  ...windows,
  ...closings,
];

// What browsers, servers and tools say in words of their own, beside those of the library that they use. Data only.

import {
  certificateCheckedBy,
  checkedBy,
  closedBy,
  refusedBy,
  type Spelling,
  toldBy,
  toldInWords,
  unsentBy,
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
      ERR_CERT_WEAK_SIGNATURE_ALGORITHM: 'weak-digest',
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
  ...unsentBy(
    'Chrome',
    {
      ERR_SSL_CLIENT_AUTH_PRIVATE_KEY_ACCESS_DENIED: 'key-out-of-reach',
      ERR_SSL_CLIENT_AUTH_CERT_NO_PRIVATE_KEY: 'no-key',
      ERR_SSL_CLIENT_AUTH_SIGNATURE_FAILED: 'key-out-of-reach',
      ERR_CERT_DATABASE_CHANGED: 'settings',
    },
    client,
  ),
  ...toldInWords('Chrome', { ERR_SSL_CLIENT_AUTH_NO_COMMON_ALGORITHMS: 'no-client-certificate' }, client),
  ...certificateCheckedBy('Chrome', { ERR_CERT_REVOKED: 'revoked' }, client),
  ...closedBy('Chrome', ['ERR_CONNECTION_CLOSED', 'ERR_CONNECTION_RESET', 'ERR_EMPTY_RESPONSE'], client),
];

// nginx src/http/ngx_http_request.c and ngx_http_special_response.c: a client is let in first and refused in HTTP.
const nginx = [
  ...checkedBy('nginx', { 'client sent no required ssl certificate': 'no-client-certificate' }, server),
  ...refusedBy('nginx', ['client ssl certificate verify error'], server),
  ...closedBy('nginx', ['peer closed connection in ssl handshake'], { early: true }),
  ...closedBy('nginx', ['upstream prematurely closed connection']),
];

const servers = [
  // Apache httpd modules/ssl/ssl_engine_kernel.c, ssl_callback_SSLVerify: OpenSSL's reason follows.
  ...refusedBy('Apache', ['certificate verification: error ('], server),
  // HAProxy src/connection.c, conn_err_code_str.
  ...refusedBy('HAProxy', ['ssl client ca chain cannot be verified', 'ssl client certificate not trusted'], server),
  ...closedBy('HAProxy', ['connection closed during ssl handshake', 'connection error during ssl handshake'], {
    early: true,
  }),
  // Envoy source/common/tls/cert_validator/default_validator.cc.
  ...certificateCheckedBy('Envoy', { 'verify cert failed: san matcher': 'name-mismatch' }),
  // PostgreSQL src/backend/libpq/be-secure-openssl.c and src/interfaces/libpq.
  ...closedBy('PostgreSQL', ['could not accept ssl connection: eof detected'], { ...server, early: true }),
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
    ['ssl connect: ssl error syscall in connection to', 'ssl connect: connection reset by peer in connection to'],
    { ...client, early: true },
  ),
  ...closedBy(
    'curl',
    [
      'recv failure: connection reset by peer',
      'recv failure: connection was reset',
      'send failure: broken pipe',
      'send failure: connection was reset',
      'empty reply from server',
      'ssl write() returned syscall',
    ],
    client,
  ),
  // curl lib/vtls/openssl.c: an alert, told by its number.
  ...toldBy('curl', { 'curle ssl clientcert': 'certificate_required' }, client),
  // Node.js lib/_http_client.js and lib/_tls_wrap.js.
  ...closedBy('Node.js', ['socket hang up', 'premature close']),
  ...closedBy('Node.js', ['client network socket disconnected before secure tls connection was established'], {
    ...client,
    early: true,
  }),
  // Java java.net.SocketException, hyper, librdkafka rdkafka_transport.c, mosquitto.
  ...closedBy('Java', [
    'sslexception: connection reset',
    'socketexception: connection reset',
    'ioexception: connection reset',
  ]),
  ...closedBy('rustls', ['connection closed before message completed']),
  ...closedBy(
    'librdkafka',
    ['disconnected while requesting apiversion', 'disconnected: verify that security.protocol'],
    client,
  ),
  ...closedBy('mosquitto', ['client <unknown> disconnected', 'client <unknown> closed its connection'], server),
];

// OpenVPN src/openvpn/ssl_verify.c and ssl_verify_openssl.c: what `remote-cert-tls` and `verify-x509-name` mind; MySQL vio; curl lib/strerror.c.
const ownWords = [
  ...certificateCheckedBy('nginx', { 'upstream ssl certificate does not match': 'name-mismatch' }, client),
  ...certificateCheckedBy(
    'any program',
    {
      'server certificate for…does not match host name': 'name-mismatch',
      'hostname does not match name in peer certificate': 'name-mismatch',
      'hostname does not match cn in peer certificate': 'name-mismatch',
    },
    client,
  ),
  ...certificateCheckedBy('Envoy', {
    'verify cert failed: verify san list': 'name-mismatch',
    'verify san list': 'name-mismatch',
  }),
  ...certificateCheckedBy('OpenVPN', {
    'certificate does not have key usage extension': 'wrong-usage',
    'certificate does not have extended key usage extension': 'wrong-usage',
  }),
  ...refusedBy('OpenLDAP', ['peer cert untrusted or revoked']),
  ...refusedBy('stunnel', ['rejected by cert at depth']),
  ...certificateCheckedBy('OpenVPN', {
    'verify ku error': 'wrong-usage',
    'verify eku error': 'wrong-usage',
    'verify nscerttype error': 'wrong-usage',
    'verify x509name error': 'name-mismatch',
  }),
  ...checkedBy('MySQL', { 'ssl connection error: protocol version mismatch': 'no-common-version' }, client),
  ...refusedBy(
    'curl',
    [
      'peer certificate cannot be authenticated with given ca certificates',
      'ssl peer certificate or ssh remote key was not ok',
    ],
    client,
  ),
  ...certificateCheckedBy('any program', {
    'signed by an unknown certificate authority': ['no-issuer', 'self-signed'],
    'signed by unknown authority': ['no-issuer', 'self-signed'],
    'certificate authority is unknown': ['no-issuer', 'self-signed'],
    'certificate is not valid for any names': 'name-mismatch',
  }),
];

// Servers and tools that tell their client in words what they mind, or say so in their own log.
const inWords = [
  // PostgreSQL src/backend/libpq/auth.c.
  ...toldInWords('PostgreSQL', { 'connection requires a valid client certificate': 'no-client-certificate' }),
  // Docker client/errors.go.
  ...toldInWords(
    'Docker',
    { 'the server probably has client authentication (--tlsverify) enabled': 'no-client-certificate' },
    client,
  ),
  // HashiCorp Vault builtin/credential/cert/path_login.go.
  ...toldInWords(
    'Vault',
    {
      'client certificate must be supplied': 'no-client-certificate',
      'invalid certificate or no client certificate supplied': [
        'no-client-certificate',
        'untrusted-issuer',
        'certificate-expired',
      ],
      'no chain matching all constraints could be found for this login certificate': 'untrusted-issuer',
    },
    client,
  ),
  // rsyslog runtime/nsd_gtls.c and nsd_ossl.c; syslog-ng lib/transport/tls-verifier.c; MongoDB ssl_manager_openssl.cpp; Elasticsearch SecurityHttpExceptionHandler.
  ...checkedBy('rsyslog', { 'peer did not provide a certificate': 'no-client-certificate' }, server),
  ...certificateCheckedBy('syslog-ng', { 'certificate subject does not match configured hostname': 'name-mismatch' }),
  ...checkedBy(
    'MongoDB',
    {
      'no ssl certificate provided by peer': 'no-client-certificate',
    },
    server,
  ),
  ...refusedBy('MongoDB', ['ssl peer certificate validation failed', 'peer certificate validation failed']),
  {
    program: 'Elasticsearch',
    find: "client did not trust this server's certificate",
    says: {
      kind: 'alert',
      causes: ['untrusted-issuer', 'certificate-refused', 'certificate-expired'],
      side: 'server',
    } as const,
    weight: 4,
  },
  // Envoy source/common/tls/stats.h: what a listener counts.
  {
    program: 'Envoy',
    find: /\bssl\.fail verify no cert: [1-9]/g,
    says: { kind: 'check', causes: ['no-client-certificate'], side: 'server' } as const,
    weight: 5,
  },
  {
    program: 'Envoy',
    find: /\bssl\.fail verify san: [1-9]/g,
    says: { kind: 'check', causes: ['certificate-refused'], details: ['name-mismatch'] } as const,
    weight: 5,
  },
  // stunnel src/verify.c; Postfix src/tls/tls_verify.c; sendmail.
  ...checkedBy('stunnel', { 'no peer certificate received': 'no-client-certificate' }, server),
  ...certificateCheckedBy('Postfix', { 'untrusted issuer': ['no-issuer', 'self-signed'] }),
  // Windows winhttp.h and wininet.h, 12044.
  ...toldInWords(
    'Windows',
    {
      ERROR_WINHTTP_CLIENT_AUTH_CERT_NEEDED: 'no-client-certificate',
      ERROR_INTERNET_CLIENT_AUTH_CERT_NEEDED: 'no-client-certificate',
      'a certificate is required to complete client authentication': 'no-client-certificate',
      'error 12044': 'no-client-certificate',
    },
    client,
  ),
] as Spelling[];

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

export const productSpellings: readonly Spelling[] = [
  ...chrome,
  ...nginx,
  ...servers,
  ...tools,
  ...ownWords,
  ...inWords,
  ...windows,
];

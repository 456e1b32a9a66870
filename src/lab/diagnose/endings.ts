// What programs say of a connection that just ended, and of a handshake that failed for no reason that they tell. Data only.

import { closedBy, failedBy, type Spelling } from './spelling.ts';

const client = { side: 'client' } as const;

// What says only that it failed: Kafka, OpenVPN, OpenLDAP, curl's strerror, HAProxy, Python, Node.js, Go.
const failures: readonly Spelling[] = failedBy('any program', [
  'error during ssl handshake with remote server',
  'could not create ssl/tls secure channel',
  'failed to authenticate https connection',
  'winhttp secure failure',
  'ssl handshake failed',
  'ssl handshake failure',
  'tls handshake failed',
  'tls handshake failure',
  'tls negotiation failure',
  'ssl connect error',
  'ssl do handshake() failed',
  'handshake did not complete',
  'bad handshake',
  "can't contact ldap server",
  'a tls error occurred',
  'tls handshake error',
]);

// OpenSSL 3.0 SSL_R_UNEXPECTED_EOF_WHILE_READING, Python Modules/_ssl.c, and the names that systems have for it (errno).
const closings: readonly Spelling[] = [
  ...closedBy('OpenSSL', ['unexpected eof while reading', 'shutdown while in init']),
  ...closedBy('Python', ['eof occurred in violation of protocol']),
  ...closedBy('any program', [
    'ECONNRESET',
    'EPIPE',
    'connection reset by peer',
    'connection was reset',
    'broken pipe',
  ]),
  ...closedBy('any program', [
    'econnreset',
    'epipe',
    'connection aborted',
    'os error 10054',
    'wsaeconnreset',
    'error 10054',
  ]),
  // OpenSSL 3.2 ssl/record/methods/tls_common.c: a write that broke.
  ...closedBy('OpenSSL', [
    'tls retry write records',
    'ssl write:…broken pipe',
    'ssl error syscall, errno',
    'ssl error syscall',
  ]),
  ...closedBy('OpenSSL', ['ssl error zero return', 'ssl_error_zero_return']),
  // pyOpenSSL src/OpenSSL/SSL.py, SysCallError: in the handshake.
  ...closedBy('Python', ["(-1, 'unexpected eof')"], { early: true, side: 'client' }),
  ...closedBy(
    'Python',
    [
      'remote end closed connection without response',
      'server disconnected without sending a response',
      'server disconnected',
      'connection broken',
    ],
    client,
  ),
  // Go: io.EOF where something was expected.
  ...closedBy('Go', ['tls handshake error from…: eof'], { early: true, side: 'server' }),
  ...closedBy('Go', ['authentication handshake failed: eof'], { early: true, side: 'client' }),
  ...closedBy('Go', ['error reading server preface: eof'], { side: 'client', version: '1.3' }),
  { program: 'Go', find: /: (?:unexpected )?eof"?\s*$/gm, says: { kind: 'closed' } as const, weight: 1 },
  // google.golang.org/grpc internal/transport; golang.org/x/net/http2; Ruby ext/openssl/ossl_ssl.c; mosquitto_pub.
  ...closedBy('Go', ['connection closed before server preface received'], { side: 'client', version: '1.3' }),
  ...closedBy('Go', ['http2: client connection lost'], client),
  ...closedBy('Ruby', ['ssl connect syscall returned='], client),
  ...closedBy('mosquitto', ['error: the connection was lost'], client),
  // Erlang: ssl:connect and gen_tcp.
  ...closedBy('Erlang', ['{error,closed}', '{error, closed}', '{shutdown,closed}']),
  // MySQL, Kafka, libpq.
  ...closedBy('MySQL', ['lost connection to mysql server at']),
  ...closedBy('PostgreSQL', ['server closed the connection unexpectedly'], client),
];

export const endingSpellings: readonly Spelling[] = [...closings, ...failures];

// What the line around a spelling tells: which program printed it, on which side it stands, in which version.
// It must not know what the spelling says.

import type { Role, Version } from '../../tls/index.ts';

export interface Surroundings {
  readonly program?: string;
  readonly side?: Role;
  readonly version?: Version;
}

type Hint = Surroundings & { readonly find: RegExp };

const hints: readonly Hint[] = [
  // nginx src/http/ngx_http_upstream.c and ngx_http_request.c: what it was doing.
  { find: /\bwhile ssl handshaking to upstream\b/, program: 'nginx', side: 'client' },
  { find: /\bwhile [a-z ]{1,60} from upstream\b/, program: 'nginx', side: 'client' },
  { find: /\bwhile ssl handshaking\b/, program: 'nginx', side: 'server' },
  { find: /\bclient ssl certificate verify error\b/, program: 'nginx', side: 'server' },
  {
    find: /\bwhile (?:waiting for request|keepalive|reading client request)[^\n]{0,80}, client: /,
    program: 'nginx',
    side: 'server',
  },
  // curl src/tool_operate.c and lib/vtls/openssl.c; a client of TLS 1.3 is done when its certificate is refused, and reads of it (56).
  { find: /\bcurl: \(56\) openssl ssl read: /, program: 'curl', side: 'client', version: '1.3' },
  { find: /\bcurl: \(\d{1,2}\) |\bssl certificate problem: /, program: 'curl', side: 'client' },
  { find: /\btlsv1\.3 \((?:in|out)\), tls alert\b/, program: 'curl', side: 'client', version: '1.3' },
  { find: /\btlsv1\.2 \((?:in|out)\), tls alert\b/, program: 'curl', side: 'client', version: '1.2' },
  // Firefox, at the bottom of its error pages.
  { find: /\berror code: (?:ssl|sec|mozilla pkix) error\b/, program: 'Firefox', side: 'client' },
  // OpenSSL apps/lib/s_cb.c, with -msg.
  { find: /(?:<<<|>>>) tls 1\.3, alert\b/, version: '1.3' },
  { find: /(?:<<<|>>>) tls 1\.2, alert\b/, version: '1.2' },
  // Apache httpd modules/ssl/ssl_engine_kernel.c: numbers of its messages, and the module.
  { find: /\bah0(?:2039|2276)\b|\[ssl:(?:error|info|debug)\]/, program: 'Apache', side: 'server' },
  // PostgreSQL src/backend/libpq/be-secure-openssl.c; libpq src/interfaces/libpq/fe-connect.c.
  { find: /\bcould not accept ssl connection: /, program: 'PostgreSQL', side: 'server' },
  { find: /\bconnection to server at [^\n]{1,80} failed: /, program: 'PostgreSQL', side: 'client' },
  // MySQL libmysql/errmsg.c: CR_SSL_CONNECTION_ERROR.
  { find: /\bssl connection error: /, program: 'MySQL', side: 'client' },
  // Ruby ext/openssl/ossl_ssl.c, ossl_start_ssl.
  { find: /\bssl connect (?:syscall )?returned=/, program: 'Ruby', side: 'client' },
  { find: /\bssl accept (?:syscall )?returned=/, program: 'Ruby', side: 'server' },
  // Python Modules/_ssl.c. Node.js src/crypto/crypto_tls.cc. Envoy source/common/tls/ssl_socket.cc.
  { find: /\( ssl\.c:\d{1,5}\)/, program: 'Python' },
  { find: /\berr ssl [a-z]|\beproto\b|\bdeps\/openssl\//, program: 'Node.js' },
  { find: /\btls error:/, program: 'Envoy' },
  { find: /\bupstream connect error\b/, program: 'Envoy', side: 'client' },
  { find: /\bopenssl internal:/, program: 'BoringSSL' },
  // HAProxy src/session.c: `client [time] frontend/line: what`.
  { find: /\] \S{1,80}: ssl handshake failure \(error:/, program: 'HAProxy', side: 'server' },
  { find: /\bssl handshake failure \(error:/, program: 'HAProxy' },
  // Go src/net/http/server.go; google.golang.org/grpc internal/transport; etcd server/embed.
  { find: /\bhttp: tls handshake error from\b/, side: 'server' },
  { find: /\bgrpc: server\.serve failed\b|\brejected connection\b/, side: 'server' },
  { find: /\btransport: authentication handshake failed\b|\b(?:get|post|put|head|delete) "https:\/\//, side: 'client' },
  // OpenSSL ssl/statem: files and functions of one side.
  {
    find: /\bstatem srvr\.c\b|\btls (?:early )?(?:post )?process client (?:hello|certificate|key exchange)\b/,
    side: 'server',
  },
  { find: /\bstatem clnt\.c\b|\btls (?:post )?process (?:server|key exchange|certificate request)\b/, side: 'client' },
  { find: /\btls parse ctos\b/, side: 'server' },
  { find: /\btls parse stoc\b/, side: 'client' },
  { find: /\bssl accept\b/, side: 'server' },
  { find: /\bssl connect\b/, side: 'client' },
  // JDK sun/security/ssl: frames of a stack trace.
  { find: /\bcheckclient(?:certs|trusted)\b/, side: 'server' },
  { find: /\bcheckserver(?:certs|trusted)\b|\bsun\.net\.www\.protocol\.https\b/, side: 'client' },
];

/** How much of a line is looked at on either side, and how many lines of a stack trace below it. */
const reach = 600;
const frames = 40;

/** What is known from around a stretch of text. Where two hints differ the first one counts. */
export function surroundings(plain: string, start: number, end: number): Surroundings {
  const line = lineAround(plain, start, end);
  let known: Surroundings = {};
  for (const { find, ...hint } of hints) if (find.test(line)) known = { ...hint, ...known };
  return known;
}

/** The line, and the frames of a stack trace that follow it. */
function lineAround(plain: string, start: number, end: number): string {
  const from = Math.max(plain.lastIndexOf('\n', start - 1) + 1, start - reach);
  let to = lineEnd(plain, end);
  const near = Math.min(to, end + reach);
  const below: string[] = [];
  while (to < plain.length && below.length < frames) {
    const next = lineEnd(plain, to + 1);
    const text = plain.slice(to + 1, Math.min(next, to + 1 + reach));
    if (!/^\s*(?:at |caused by|\.\.\. \d)/.test(text)) break;
    below.push(text);
    to = next;
  }
  return [plain.slice(from, near), ...below].join('\n');
}

function lineEnd(plain: string, from: number): number {
  const at = plain.indexOf('\n', from);
  return at < 0 ? plain.length : at;
}

// What is decided elsewhere than in a handshake, though it is told as a certificate's or TLS's fault: pages and statuses of HTTP, and demands
// that come after the handshake. Data only.

import { besideBy, certificateCheckedBy, type Spelling, toldInWords, weights } from './spelling.ts';

const client = { side: 'client' } as const;
const server = { side: 'server' } as const;

// nginx src/http/ngx_http_special_response.c: 495, 496 and 497 are sent as 400. A client is let in first and refused in HTTP.
const nginx = [
  ...toldInWords(
    'nginx',
    { 'no required ssl certificate was sent': 'no-client-certificate' },
    { ...client, remark: 'nginx-none' },
  ),
  ...toldInWords(
    'nginx',
    {
      'the ssl certificate error': [
        'untrusted-issuer',
        'certificate-expired',
        'certificate-wrong-purpose',
        'certificate-refused',
        'certificate-bad-signature',
        'certificate-unknown',
        'certificate-revoked',
      ],
    },
    { ...client, remark: 'nginx-refused' },
  ),
  ...besideBy('nginx', { 'the plain http request was sent to https port': 'nginx-plain-http' }, client),
];

// Microsoft Learn, “HTTP status code overview” of IIS: substatus codes of 403.
const iis = [
  ...toldInWords('IIS', { '403.7': 'no-client-certificate' }, { ...client, remark: 'iis-required' }),
  ...toldInWords(
    'IIS',
    { 'ssl client certificate is required': 'no-client-certificate' },
    { ...client, remark: 'iis-required' },
  ),
  ...toldInWords(
    'IIS',
    {
      'the page you are attempting to access requires your browser to have a secure sockets layer (ssl) client certificate':
        'no-client-certificate',
    },
    { ...client, remark: 'iis-required' },
  ),
  ...toldInWords('IIS', { '403.13': 'certificate-revoked' }, { ...client, remark: 'iis-revoked' }),
  ...toldInWords('IIS', { 'client certificate revoked': 'certificate-revoked' }, { ...client, remark: 'iis-revoked' }),
  ...toldInWords('IIS', { '403.16': 'untrusted-issuer' }, { ...client, remark: 'iis-untrusted' }),
  ...toldInWords(
    'IIS',
    {
      'client certificate is untrusted or invalid': 'untrusted-issuer',
      'client certificate is ill-formed or is not trusted': 'untrusted-issuer',
    },
    { ...client, remark: 'iis-untrusted' },
  ),
  ...toldInWords(
    'IIS',
    { '403.17': ['certificate-expired', 'certificate-refused'] },
    { ...client, remark: 'iis-dates' },
  ),
  ...toldInWords(
    'IIS',
    { 'client certificate has expired or is not yet valid': ['certificate-expired', 'certificate-refused'] },
    { ...client, remark: 'iis-dates' },
  ),
  // The log of IIS: sc-status sc-substatus sc-win32-status at the end of a line.
  ...(
    [
      ['7', 'no-client-certificate', 'iis-required'],
      ['13', 'certificate-revoked', 'iis-revoked'],
      ['16', 'untrusted-issuer', 'iis-untrusted'],
      ['17', 'certificate-expired', 'iis-dates'],
    ] as const
  ).map(
    ([substatus, cause, remark]): Spelling => ({
      program: 'IIS',
      find: new RegExp(` 403 ${substatus} \\d{1,10}(?: \\d+)*$`, 'gm'),
      says: { kind: 'check', causes: [cause], side: 'server', remark },
      weight: weights.reason,
    }),
  ),
];

// RFC 9110 15.5.20, 15.5.4 and 15.5.2, as programs print a status: `HTTP/1.1 403`, `403 Forbidden`, `status code 403`.
const misdirected = ['misdirected-request'] as const;
const statuses = [
  ...besideBy('any program', { 'misdirected request': 'misdirected' }, { ...client, shownBy: misdirected }),
  status('\\b421\\b', 'misdirected', misdirected),
  status('\\b403\\b', 'forbidden'),
  status('\\b401\\b', 'unauthorized'),
  status('\\b50[234]\\b', 'gateway'),
];

function status(
  number: string,
  remark: 'misdirected' | 'forbidden' | 'unauthorized' | 'gateway',
  shownBy?: readonly string[],
): Spelling {
  const named = {
    misdirected: 'misdirected request',
    forbidden: 'forbidden',
    unauthorized: 'unauthorized',
    gateway: '(?:bad gateway|service unavailable|gateway time-?out)',
  };
  const find = new RegExp(
    `\\bhttp(?:/[0-9.]{1,3})? (?:error )?(?:status )?(?:code:? )?${number}|${number} ${named[remark]}\\b|\\b(?:status|response)(?: ?code)?[ :="']{1,4}${number}|\\breturned error: ${number}|\\bserver returned http response code: ${number}`,
    'g',
  );
  const says = { kind: 'beside', remark, ...(shownBy && { shownBy }) } as const;
  return { program: 'any program', find, says, weight: weights.vague };
}

// Apple NSURLError.h.
const apple = [
  ...besideBy(
    'Apple',
    {
      'nsurlerrordomain code=-1206': 'url-session-required',
      NSURLErrorClientCertificateRequired: 'url-session-required',
      'nsurlerrordomain error -1206': 'url-session-required',
      'nsurlerrordomain code=-1205': 'url-session-rejected',
      NSURLErrorClientCertificateRejected: 'url-session-rejected',
      'nsurlerrordomain error -1205': 'url-session-rejected',
    },
    client,
  ),
];

/** Entries in which the client shows nothing. */
const showsNone = [
  'no-client-certificate',
  'authorities-match-nothing',
  'client-cannot-sign',
  'client-only-expired',
] as const;

const others = [
  // Envoy source/common/router/router.cc: what a proxy says of its own connection to the server behind it.
  {
    ...({ program: 'Envoy', weight: weights.bare } as const),
    find: 'upstream connect error or disconnect/reset before headers',
    says: { kind: 'beside', remark: 'envoy-upstream', side: 'client' } as const,
  },
  // Apache httpd modules/ssl/ssl_engine_kernel.c; OpenSSL SSL_R_EXTENSION_NOT_RECEIVED in SSL_verify_client_post_handshake.
  ...besideBy(
    'Apache',
    {
      ah10158: 'after-the-handshake',
      ah10129: 'after-the-handshake',
      'cannot perform post-handshake authentication': 'after-the-handshake',
      'verify client post handshake': 'after-the-handshake',
    },
    server,
  ),
  ...besideBy('OpenSSL', { 'ssl verify client post handshake…extension not received': 'after-the-handshake' }, server),
  // Apache, with TLS 1.2: a location that demands a certificate asks for it by renegotiation.
  ...besideBy(
    'Apache',
    {
      ah02042: 'renegotiation-asked',
      ah02225: 'renegotiation-asked',
      're-negotiation handshake failed': 'renegotiation-asked',
    },
    server,
  ),
  // JDK 17 sun/security/ssl/Record.java, putBytes16; OpenSSL SSL_R_…; GnuTLS: a list of authorities over 2^16 bytes.
  ...besideBy('Java', { 'field length overflow': 'authorities-too-long' }, { shownBy: ['authorities-too-long'] }),
  // Squid, and other proxies in between: CONNECT was refused.
  ...besideBy(
    'any program',
    {
      'received http code 403 from proxy after connect': 'proxy-refused',
      'received http code 407 from proxy after connect': 'proxy-refused',
      'connect tunnel failed, response': 'proxy-refused',
      'unable to tunnel through proxy': 'proxy-refused',
      'proxyconnect tcp:': 'proxy-refused',
      'tunnel connection failed: 40': 'proxy-refused',
    },
    client,
  ),
  // JDK sun/security/ssl with javax.net.debug (CertificateMessage.java, and ClientHandshaker.java up to 8); .NET's tracing (SecureChannel.cs);
  // curl with NSS: the client tells that it shows none.
  ...besideBy(
    'Java',
    {
      'no suitable certificate found - continuing without client authentication': 'shows-none',
      'no x.509 certificate for client authentication, use empty certificate message instead': 'shows-none',
    },
    { ...client, shownBy: showsNone },
  ),
  ...besideBy(
    '.NET',
    {
      'no eligible client certificate found': 'shows-none',
      'left with 0 client certificates to choose from': 'shows-none',
    },
    { ...client, shownBy: showsNone },
  ),
  // Apache modules/ssl/ssl_engine_kernel.c, as a proxy.
  ...besideBy(
    'Apache',
    { 'downstream server wanted client certificate but none are configured': 'shows-none' },
    { ...client, shownBy: showsNone },
  ),
  ...besideBy('Apache', { 'no hostname was provided via sni': 'no-sni' }, server),
  // Why the servers that answer with 421 do so, in their own logs: Apache modules/ssl/ssl_engine_kernel.c, nginx src/http/ngx_http_request.c, Traefik
  // pkg/middlewares/snicheck, Caddy modules/caddyhttp/server.go (an older one answered with 403).
  ...besideBy(
    'Apache',
    { 'have no compatible ssl setup': 'misdirected', ah02032: 'misdirected' },
    { ...server, shownBy: misdirected },
  ),
  ...besideBy(
    'nginx',
    {
      'client attempted to request the server name different from the one that was negotiated': 'misdirected',
    },
    { ...server, shownBy: misdirected },
  ),
  ...besideBy('Traefik', { 'tls options difference: sni': 'misdirected' }, { ...server, shownBy: misdirected }),
  ...besideBy('Caddy', { 'strict host matching: tls servername': 'misdirected' }, { ...server, shownBy: misdirected }),
  ...besideBy(
    'NSS',
    { 'client certificate not found (nickname not specified)': 'shows-none' },
    { ...client, shownBy: showsNone },
  ),
  // Kubernetes: an API server asks for a certificate, and decides by status.
  ...besideBy('any program', { 'you must be logged in to the server': 'unauthorized' }, client),
  // OpenVPN src/openvpn/ssl.c: nobody answers.
  ...besideBy('OpenVPN', { 'tls key negotiation failed to occur within': 'unreachable' }),
  // Rules of a program's own, after the handshake: PostgreSQL auth.c, MySQL sql_auth.cc, mosquitto and MQTT's return codes, RabbitMQ, Vault, CockroachDB.
  ...besideBy('any program', {
    'certificate authentication failed for user': 'account',
    'failed to match all constraints for this login certificate': 'account',
    'connection refused: not authori': 'account',
    'not authorised': 'account',
    'login was refused using authentication mechanism external': 'account',
    'external login refused': 'account',
    'peer name not authorized': 'account',
  }),
  // rustls-webpki src/error.rs: an X.509 version 1 certificate.
  {
    ...({ program: 'rustls', weight: weights.reason } as const),
    find: 'unsupportedcertversion',
    says: { kind: 'check', causes: [], details: [], remark: 'old-version' } as const,
  },
  // Speaking TLS to a port that doesn't: OpenSSL SSL_R_WRONG_VERSION_NUMBER and others.
  ...besideBy('any program', {
    'client sent an http request to an https server': 'plain-text',
    'server gave http response to https client': 'plain-text',
    // OpenSSL SSL_R_WRONG_VERSION_NUMBER, SSL_R_HTTP_REQUEST, SSL_R_HTTPS_PROXY_REQUEST; Go conn.go; JDK SSLSocketInputRecord; GnuTLS errors.c; Netty; .NET.
    'wrong version number': 'plain-text',
    'ssl routines:…http request': 'plain-text',
    'ssl routines:…https proxy request': 'plain-text',
    'first record does not look like a tls handshake': 'plain-text',
    'unsupported or unrecognized ssl message': 'plain-text',
    'unrecognized ssl message, plaintext connection': 'plain-text',
    'packet length too long': 'plain-text',
    'http response to https client': 'plain-text',
    'an unexpected tls packet was received': 'plain-text',
    'not an ssl/tls record': 'plain-text',
    'received plaintext http traffic on an https channel': 'plain-text',
    'cannot determine the frame size or a corrupted frame was received': 'plain-text',
    'server does not support ssl': 'plain-text',
    'the server does not support ssl connections': 'plain-text',
  }),
];

// Kept apart from chains that are judged here: SAP, F5 and others print a certificate's fate in words of their own.
const words = certificateCheckedBy(
  'any program',
  {
    'client certificate has expired': 'expired',
    'client certificate is not yet valid': 'not-yet-valid',
    'client certificate is revoked': 'revoked',
    'client certificate has been revoked': 'revoked',
    'client certificate is self-signed': 'self-signed',
    'client certificate is not trusted': ['no-issuer', 'self-signed'],
  },
  {},
);

export const besideSpellings: readonly Spelling[] = [
  ...nginx,
  ...iis,
  ...statuses,
  ...apple,
  ...(others as Spelling[]),
  ...words,
];

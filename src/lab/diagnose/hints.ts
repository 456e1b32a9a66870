// What words around a spelling tell of who printed it: the program, the side, the version, the other end. Data only.

import type { Surroundings } from './spelling.ts';

/** Something in the same line, or in the frames of a stack trace below it; in small letters, spaces for underscores. */
export type Hint = Surroundings & { readonly find: RegExp };

export const hints: readonly Hint[] = [
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
  { find: /\btls error: ?(?:\||\d{6}|secret)/, program: 'Envoy' },
  { find: /\bupstream connect error\b/, program: 'Envoy', side: 'client' },
  { find: /\bopenssl internal:/, program: 'BoringSSL' },
  // HAProxy src/log.c: a connection that failed before its first request.
  { find: /\] \S{1,60}\/\S{1,40}: (?:ssl |connection (?:closed|error) )/, program: 'HAProxy', side: 'server' },
  { find: /\bah0\d{4}\b/, program: 'Apache' },
  { find: /\bunable to authenticate the request due to an error\b/, side: 'server' },
  // HAProxy src/session.c: `client [time] frontend/line: what`.
  { find: /\] \S{1,80}: ssl handshake failure \(error:/, program: 'HAProxy', side: 'server' },
  { find: /\bssl handshake failure \(error:/, program: 'HAProxy' },
  // Go src/net/http/server.go; google.golang.org/grpc internal/transport; etcd server/embed.
  { find: /\bhttp: tls handshake error from\b/, side: 'server' },
  { find: /\bgrpc: server\.serve failed\b|\brejected connection\b/, side: 'server' },
  { find: /\btransport: authentication handshake failed\b|\b(?:get|post|put|head|delete) "https:\/\//, side: 'client' },
  // LibreSSL, and OpenSSL up to 1.0.2: states and functions of one side.
  { find: /:accept s[rw] |:ssl3 get client |:ssl3 (?:accept|get cert verify)\b/, side: 'server' },
  { find: /:connect c[rw] |:ssl3 get server |:ssl3 connect\b/, side: 'client' },
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
  // Go: clients of net/http before 1.14 (`Get https://…: …`), of google.golang.org/grpc, and what reads a reply that never comes.
  { find: /\b(?:get|post|put|head|delete|patch) "?https?:\/\//, side: 'client' },
  {
    find: /\berror reading server preface\b|\baddrconn\.createtransport\b|\bfailed to connect to \{addr|\bunable to connect to the server:/,
    side: 'client',
  },
  { find: /\berror reading server preface: remote error\b/, side: 'client', version: '1.3' },
  { find: /\bgrpc: server\.|\bserver\.handlerawconn\b|\bserver handshake\b/, side: 'server' },
  { find: /\bdial tcp\b|\berror dialing\b|\bwhile dialing\b/, side: 'client' },
  // The server of Kubernetes is Go's; its clients are of all kinds.
  {
    find: /\bio\.kubernetes\.client\b|\bio\.fabric8\.kubernetes\b|\bkubernetesclientexception\b/,
    side: 'client',
    peer: 'Go',
  },
  { find: /\bkubectl\b|\bkubelet\b|\bunable to connect to the server:/, side: 'client', peer: 'Go' },
  // Android: Conscrypt src/jni, NativeCrypto; as good as always a client.
  {
    find: /\b(?:read|write) error: ssl=0x|\bssl handshake (?:aborted|terminated): ssl=0x|\bfailure in ssl library, usually a protocol error\b/,
    program: 'BoringSSL',
    side: 'client',
  },
  // Dart runtime/bin/secure_socket_filter.cc.
  { find: /\bhandshake error in client\b/, side: 'client' },
  { find: /\bhandshake error in server\b/, side: 'server' },
  // Schannel: curl lib/vtls/schannel.c; the names of the functions tell the side.
  { find: /\binitializesecuritycontext\b|\bschannel: (?:next|initial)\b/, program: 'Schannel', side: 'client' },
  { find: /\bacceptsecuritycontext\b/, program: 'Schannel', side: 'server' },
  // .NET System.Net.Http and Kestrel.
  {
    find: /\bhttprequestexception\b|\bthe ssl connection could not be established\b|\bauthenticateasclient\b|\bwebexception\b/,
    side: 'client',
  },
  {
    find: /\bhttpsconnectionmiddleware\b|\bfailed to authenticate https connection\b|\bauthenticateasserver\b|\bkestrel\b/,
    side: 'server',
  },
  // Python: requests, urllib3, httpx, aiohttp, pymongo, paho.
  {
    find: /\brequests\.exceptions\b|\burllib3\b|\burllib\.error\b|\bhttpsconnectionpool\b|\bmax retries exceeded\b|\bhttpx\b|\bhttpcore\b|\bclientconnector\w*error\b|\bcannot connect to host\b|\bpymongo\b|\bpaho\b/,
    program: 'Python',
    side: 'client',
  },
  // Java: HTTP clients, and servers.
  {
    find: /\bresourceaccessexception\b|\bfeign\.|\bokhttp3?\b|\borg\.apache\.http\.|\bclosablehttpclient\b|\bcloseablehttpclient\b|\bjava\.net\.http\b|\breactor\.netty\.http\.client\b|\br\.n\.http\.client\b|\bwebclientrequestexception\b|\bhttpsurlconnection\b|\bclienthandshaker\b|\blettuce\b|\bjedis\b/,
    side: 'client',
  },
  {
    find: /\bnioendpoint\b|\bserverhandshaker\b|\breactor\.netty\.http\.server\b|\br\.n\.http\.server\b|\bserverconnector\b|\bhandshake failed for client connection\b|\bcaught exception while handling client (?:http )?traffic\b|\bundertow\b/,
    side: 'server',
  },
  // Kafka core/network/SocketServer.scala and clients/NetworkClient.java; librdkafka.
  { find: /\bsocketserver\b|\bfailed authentication with \//, program: 'Java', side: 'server' },
  {
    find: /\bconnection to node -?\d+ [^\n]{0,80}failed authentication\b|\bbootstrap broker\b/,
    program: 'Java',
    side: 'client',
  },
  {
    find: /\brdkafka#|\bssl:\/\/[^\n]{1,80}: (?:ssl handshake failed|disconnected|connect to|failed to)/,
    program: 'librdkafka',
    side: 'client',
  },
  // Node.js lib/_tls_wrap.js; axios, undici, MQTT.js, the MongoDB driver.
  { find: /\btlsclienterror\b/, program: 'Node.js', side: 'server' },
  {
    find: /\baxioserror\b|\bfetch failed\b|\bundici\b|\bclientrequest\b|\bonconnectsecure\b|\bmongonetworkerror\b|\bmongoserverselectionerror\b/,
    program: 'Node.js',
    side: 'client',
  },
  // Rust: reqwest, hyper, tonic.
  {
    find: /\breqwest\b|\bhyper::error\(connect\b|\bclient error \(connect\)|\bclient error \(sendrequest\)|\berror trying to connect\b|\berror sending request for url\b/,
    side: 'client',
  },
  // PHP, Ruby, git, wget.
  { find: /\bcurl error \d{1,2}:|\bstream socket client\b|\bfile get contents\b|\bsoapclient\b/, side: 'client' },
  { find: /\bnet::http\b|\bfaraday\b/, program: 'Ruby', side: 'client' },
  { find: /\bunable to access 'https:|\bunable to establish ssl connection\b/, side: 'client' },
  { find: /\bcurl: \(35\)|\bcurl error 35\b/, side: 'client', early: true },
  // mosquitto src/net.c and src/loop.c; its clients say less.
  {
    find: /\bsocket error on client (?!local\.)|\bclient <unknown> (?:disconnected|closed)|\bnew connection from\b[^\n]{0,60} on port\b|\bmosquitto version\b/,
    program: 'mosquitto',
    side: 'server',
  },
  { find: /\bmosquitto (?:sub|pub)\b|\bmqttexception\b|\bmqtt\.js\b/, side: 'client' },
  // MongoDB src/mongo/util/net; Redis src/tls.c and connection.c.
  {
    find: /\berror receiving request from client\b|"ctx":"conn\d+"|\bnetwork +\[(?:conn|listener)|\bending connection\b/,
    program: 'MongoDB',
    side: 'server',
  },
  { find: /\berror accepting a client connection\b/, program: 'Redis', side: 'server' },
  { find: /\bcould not connect to redis\b/, program: 'Redis', side: 'client' },
  // OpenVPN: a server puts the client's address in front.
  {
    find: /(?:^|\s)(?:\S{1,60}\/)?\d{1,3}(?:\.\d{1,3}){3}:\d{1,5} (?:verify error|verify |tls error|tls error:|openssl:|tls: )/,
    program: 'OpenVPN',
    side: 'server',
  },
  { find: /\bverify error: depth=|\bopenssl: error:/, program: 'OpenVPN' },
  // uWSGI core/ssl.c.
  { find: /\[uwsgi-ssl\] client certificate verify error\b/, program: 'uWSGI', side: 'server' },
  { find: /\bclient certificate verif(?:y|ication) (?:error|failed)\b/, side: 'server' },
  // PostgreSQL 16 and later, be-secure-openssl.c.
  { find: /\bclient certificate verification failed at depth\b/, program: 'PostgreSQL', side: 'server' },
  // OpenLDAP libraries/libldap/tls2.c and servers/slapd/connection.c.
  { find: /\btls: can't connect:|\bldap start tls\b|\bldap sasl bind\b/, program: 'OpenLDAP', side: 'client' },
  { find: /\btls: can't accept:|\btls negotiation failure\b/, program: 'OpenLDAP', side: 'server' },
  // FreeRADIUS src/main/tls.c: always the server. wpa_supplicant src/crypto/tls_openssl.c: always the client.
  { find: /\beap[ -](?:tls|peap|ttls): |\(tls\) |\brlm eap\b/, program: 'FreeRADIUS', side: 'server' },
  { find: /\bctrl-event-eap\b|\bssl: ssl3 alert: /, program: 'wpa_supplicant', side: 'client' },
  // Postfix: smtpd receives, smtp sends.
  { find: /\bpostfix\/smtpd\b/, program: 'Postfix', side: 'server' },
  { find: /\bpostfix\/smtp\b/, program: 'Postfix', side: 'client' },
  // Docker's client.
  { find: /\berror during connect\b|\bcannot connect to the docker daemon\b/, side: 'client' },
  // Browsers, and systems' HTTP for apps.
  { find: /\bnet::err |\bnsurlerrordomain\b|\bkcfstreamerror|\bcfnetwork\b/, side: 'client' },
];

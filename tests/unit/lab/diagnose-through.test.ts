// Which lines of a log lead to a proxy, and which don't: each as the program prints it.

import { expect, it } from 'vitest';
import { readLog, throughProxy } from '../../../src/lab/diagnose/index.ts';

it.each([
  ['<html><head><title>502 Bad Gateway</title></head>', 'refused'],
  ['curl: (22) The requested URL returned error: 502', 'refused'],
  [
    'upstream connect error or disconnect/reset before headers. reset reason: connection failure, transport failure reason: TLS error',
    'refused',
  ],
  ['<center><h1>400 Bad Request</h1></center><center>No required SSL certificate was sent</center>', 'answered'],
  ['<center>The SSL certificate error</center>', 'rejected'],
  [
    'SSL_do_handshake() failed (SSL: error:14094412:SSL routines:ssl3_read_bytes:sslv3 alert handshake failure:SSL alert number 40) while SSL handshaking to upstream',
    'refused',
  ],
  [
    'SSL_read() failed (SSL: error:0A00045C:SSL routines::tlsv13 alert certificate required:SSL alert number 116) while reading response header from upstream',
    'refused',
  ],
  ['error:1417C0C7:SSL routines:tls_process_client_certificate:peer did not return a certificate', 'refused'],
  ['tls: client didn’t provide a certificate', 'refused'],
  ['certificate has expired', undefined],
  ['HTTP/1.1 403 Forbidden', undefined],
  ['curl: (60) SSL certificate problem: unable to get local issuer certificate', undefined],
])('%s', (line, way) => {
  expect(throughProxy(readLog(line))).toBe(way);
});

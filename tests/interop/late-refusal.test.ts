// A refusal that comes when OpenSSL's client holds the connection to be there: who writes before it reads is told of a write that failed,
// and of the alert nothing. In TLS 1.2 the same refusal comes within the handshake.

import { spawn } from 'node:child_process';
import { createServer } from 'node:net';
import { afterEach, expect, it } from 'vitest';
import { seededEnv } from '../../src/crypto/index.ts';
import { Endpoint, type ServerConfig, serverDefaults, type Turn } from '../../src/tls/index.ts';
import { tls12 } from '../../src/tls/tls12/index.ts';
import { NOW, pkiOf } from './credentials.ts';
import { closeAll, HOST, listening } from './ends.ts';

afterEach(closeAll);

/** A client that writes on for a while and does not read meanwhile: it prints where it stands, and the error that it ends with. */
const client = (port: number, version: string, reads: boolean) => `
  const socket = require('node:tls').connect({
    host: '${HOST}', port: ${port}, rejectUnauthorized: false, minVersion: 'TLSv${version}', maxVersion: 'TLSv${version}',
  });
  socket.on('secureConnect', () => {
    console.log('connected');
    socket.write('GET / HTTP/1.1\\r\\n');
    const on = () => { if (!socket.destroyed && socket.write(Buffer.alloc(16384)) !== undefined) setImmediate(on); };
    if (!${reads}) on();
  });
  socket.on('error', ({ code, syscall }) => { console.log(syscall ?? '-', code); process.exit(); });
`;

/** Our server as most programs are: when it has refused, it closes, and what still comes is left unread. */
async function refusing(version: '1.2' | '1.3'): Promise<{ port: number; alerts: string[] }> {
  const { clientRoot, server } = pkiOf('P-256');
  const config: ServerConfig = {
    ...serverDefaults,
    tls12,
    versions: [version],
    anchors: [clientRoot],
    identities: [server],
    clientAuthentication: 'required',
  };
  const alerts: string[] = [];
  const port = await listening(
    createServer((socket) => {
      const endpoint = Endpoint.server(config, seededEnv('late refusal', NOW));
      const act = (turn: Turn): void => {
        for (const item of turn) {
          if (item.kind === 'wire') socket.write(item.bytes);
          else if (item.kind === 'end') socket.destroySoon();
          else if (item.insight.kind === 'alert') alerts.push(item.insight.description);
        }
      };
      act(endpoint.start());
      socket.on('data', (bytes) => act(endpoint.receive(bytes)));
      socket.on('error', () => undefined);
    }),
  );
  return { port, alerts };
}

async function story(version: '1.2' | '1.3', reads: boolean): Promise<{ client: readonly string[]; alert?: string }> {
  const { port, alerts } = await refusing(version);
  const child = spawn(process.execPath, ['-e', client(port, version, reads)]);
  let told = '';
  child.stdout.on('data', (text) => {
    told += text;
  });
  await new Promise((resolve) => child.once('close', resolve));
  return { client: told.trim().split('\n'), ...(alerts[0] && { alert: alerts[0] }) };
}

it('is read as an alert by a client that writes once and reads', async () => {
  expect(await story('1.3', true)).toEqual({
    client: ['connected', '- ERR_SSL_TLSV13_ALERT_CERTIFICATE_REQUIRED'],
    alert: 'certificate_required',
  });
});

it('is a failed write to a client that writes on, although the alert was sent', async () => {
  // It is a race: now and then the alert is read before the write that fails.
  for (let left = 10; left > 0; left--) {
    const { client: told, alert } = await story('1.3', false);
    expect(alert).toBe('certificate_required');
    expect(told).toEqual(['connected', expect.stringMatching(/^(write (ECONNRESET|EPIPE)|- ERR_SSL_.*_REQUIRED)$/)]);
    if (told[1]?.startsWith('write')) return;
  }
  expect.unreachable('in ten connections no write failed before the alert was read');
}, 60_000);

it('is an alert within the handshake in TLS 1.2, whoever would write first', async () => {
  expect(await story('1.2', false)).toEqual({
    client: ['- ERR_SSL_SSLV3_ALERT_HANDSHAKE_FAILURE'],
    alert: 'handshake_failure',
  });
});

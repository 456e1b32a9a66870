// What OpenSSL's own programs say to a certificate that our engine shows: the alert that the table names, for every version and
// in both roles. (Node doesn't send one: it lets the handshake pass and judges afterwards.)

import { afterAll, afterEach, beforeAll, describe, it, vi } from 'vitest';
import { openSslAlert, reported } from './alerts.ts';
import { faulty, refusedChains } from './credentials.ts';
import { closeAll, ourClient, ourServer } from './ends.ts';
import { versions } from './matrix.ts';
import { type Files, Program, pemFiles, withOpenssl } from './program.ts';

// Programs take their time on a busy machine.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

let files: Files;
beforeAll(() => {
  files = pemFiles();
});
afterAll(() => files.remove());
afterEach(closeAll);

withOpenssl('openssl s_server and our client', () => {
  let server: Program;
  let port: number;
  beforeAll(async () => {
    const shown = [
      '-cert',
      files.path('server.pem'),
      '-key',
      files.path('server.key'),
      '-cert_chain',
      files.path('server.pem'),
    ];
    const demands = ['-Verify', '3', '-verify_return_error', '-CAfile', files.path('client-ca.pem')];
    server = Program.openssl(['s_server', '-accept', '0', '-www', ...shown, ...demands]);
    port = Number(await server.printed(/ACCEPT \S+:(\d+)/));
  });
  afterAll(() => server.stop());

  describe.each(versions)('TLS %s', (version) => {
    it.each(refusedChains('client'))('%s', async (scenario, defect) => {
      const end = ourClient(port, { versions: [version], identities: [faulty('client', defect)] });
      await reported(end, openSslAlert(scenario, 'server', version));
    });

    it('client_no_cert', async () => {
      await reported(ourClient(port, { versions: [version] }), openSslAlert('client_no_cert', 'server', version));
    });
  });
});

withOpenssl('openssl s_client and our server', () => {
  const visit = (port: number, name = 'api.example') => {
    const trust = ['-CAfile', files.path('server-ca.pem'), '-verify_return_error', '-verify_hostname', name];
    return Program.openssl(['s_client', '-connect', `127.0.0.1:${port}`, '-servername', name, ...trust]);
  };

  describe.each(versions)('TLS %s', (version) => {
    it.each(refusedChains('server'))('%s', async (scenario, defect) => {
      const { port, end } = await ourServer({ versions: [version], identities: [faulty('server', defect)] });
      const client = visit(port);
      await reported(end, openSslAlert(scenario, 'client', version));
      await client.exit;
    });

    it('server_hostname_mismatch', async () => {
      const { port, end } = await ourServer({ versions: [version] });
      const client = visit(port, 'www.example');
      await reported(end, openSslAlert('server_hostname_mismatch', 'client', version));
      await client.exit;
    });
  });
});

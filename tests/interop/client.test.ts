// Our client with Node's own server (OpenSSL), in every combination.

import { afterEach, describe, expect, it } from 'vitest';
import { fromText } from '../../src/bytes/index.ts';
import { pem, pemOf, pkiOf } from './credentials.ts';
import { closeAll, expectSameExports, nodeReceived, nodeServer, ourClient } from './ends.ts';
import { extension, masterLabel, only, type Row, rows } from './matrix.ts';

afterEach(closeAll);

describe('our client, OpenSSL’s server', () => {
  it.each(rows)('%s', async (_, row) => {
    const { version, kind, clientAuthentication, suite, exchange, alpn } = row;
    const pki = pkiOf(kind);
    const { client } = pkiOf(row.clientKind);
    const server = await nodeServer(serverOptions(row));
    const ours = ourClient(server.port, {
      anchors: [pki.serverRoot],
      identities: [client],
      versions: [version],
      suites: [suite],
      groups: groupsOf(row),
      shares: exchange.retry ? ['x25519'] : [exchange.group],
      alpn,
    });
    const { facts } = await ours.first('connected');
    const socket = await server.connected;

    expect(facts).toEqual({
      version,
      suite,
      group: exchange.group || null,
      alpn: alpn[0] ?? null,
      serverName: 'api.example',
      peer: pki.server.chain[0]?.subject.text,
    });
    expect(socket.getCipher().standardName).toBe(suite);
    expect(socket.alpnProtocol).toBe(alpn[0] ?? false);
    expect(ours.saw('heard', 'HelloRetryRequest')).toBe(exchange.retry);
    const master = ours.all('secret').flatMap(({ secret }) => (secret.kind === 'prf' ? [secret.label] : []))[0];
    expect(master).toBe(masterLabel(row));

    expect(ours.all('verdict')[0]?.verdict.path[0]?.der).toEqual(bytesOf(socket.getCertificate()));
    const shown = clientAuthentication === 'off' ? undefined : client.chain[0]?.der;
    expect(bytesOf(socket.getPeerCertificate())).toEqual(shown);
    expect(socket.authorized).toBe(clientAuthentication !== 'off');

    expectSameExports(ours, socket);

    ours.connection.send(fromText('from the client'));
    expect(await nodeReceived(socket, 15)).toBe('from the client');
    socket.write('from the server');
    expect(await ours.received(15)).toBe('from the server');
    expect(ours.saw('heard', 'NewSessionTicket')).toBe(version === '1.3');

    ours.connection.close();
    expect((await ours.first('closed')).how).toBe('close_notify');
  });
});

function groupsOf({ version, exchange }: Row): readonly string[] {
  if (version === '1.2') return ['x25519', 'secp256r1', 'secp384r1'];
  return exchange.retry ? ['x25519', exchange.group] : [exchange.group];
}

/** In TLS 1.2 the groups are also the curves that certificates may be on, so all must be there; the server's first one is taken. */
function curvesOf({ version, exchange }: Row): string {
  return version === '1.2' ? [...new Set([exchange.curve, 'X25519', 'P-256', 'P-384'])].join(':') : exchange.curve;
}

function serverOptions(row: Row) {
  const { version, kind, clientKind, clientAuthentication, cipher, alpn } = row;
  const pki = pkiOf(kind);
  return {
    ...only(version),
    ...extension(row),
    ...pemOf(pki.server),
    ca: pem(pkiOf(clientKind).clientRoot),
    requestCert: clientAuthentication !== 'off',
    rejectUnauthorized: clientAuthentication === 'required',
    ciphers: cipher,
    ecdhCurve: curvesOf(row),
    ...(alpn.length > 0 && { ALPNProtocols: [...alpn] }),
  };
}

/** Node says nobody with an object without anything in it. */
function bytesOf(certificate: object | null): Uint8Array | undefined {
  const { raw } = (certificate ?? {}) as { raw?: Buffer };
  return raw && new Uint8Array(raw);
}

// Our server with Node's own client (OpenSSL), in every combination.

import type { EphemeralKeyInfo } from 'node:tls';
import { afterEach, describe, expect, it } from 'vitest';
import { fromText } from '../../src/bytes/index.ts';
import { pem, pemOf, pkiOf } from './credentials.ts';
import { closeAll, expectSameExports, nodeClient, nodeReceived, ourServer } from './ends.ts';
import { extension, masterLabel, only, type Row, rows } from './matrix.ts';

afterEach(closeAll);

describe('our server, OpenSSL’s client', () => {
  it.each(rows)('%s', async (_, row) => {
    const { version, kind, clientAuthentication, suite, cipher, exchange, alpn } = row;
    const pki = pkiOf(kind);
    const theirs = pkiOf(row.clientKind);
    const { port, end: ours } = await ourServer({
      anchors: [theirs.clientRoot],
      identities: [pki.server],
      versions: [version],
      suites: [suite],
      groups: [exchange.group || 'x25519'],
      clientAuthentication,
      alpn,
      tickets: 1,
    });
    const client = nodeClient(port, {
      ...only(version),
      ...extension(row),
      ...pemOf(theirs.client),
      ca: pem(pki.serverRoot),
      rejectUnauthorized: true,
      ...(version === '1.2' && { ciphers: cipher }),
      ecdhCurve: curvesOf(row),
      ...(alpn.length > 0 && { ALPNProtocols: [...alpn] }),
    });
    const socket = await client.connected;
    const { facts } = await ours.first('connected');

    const named = clientAuthentication === 'off' ? undefined : theirs.client.chain[0];
    expect(facts).toEqual({
      version,
      suite,
      group: exchange.group || null,
      alpn: alpn[0] ?? null,
      serverName: 'api.example',
      peer: named?.subject.text ?? null,
    });
    expect(socket.authorized).toBe(true);
    expect(socket.getCipher().standardName).toBe(suite);
    expect((socket.getEphemeralKeyInfo() as EphemeralKeyInfo).name ?? '').toBe(exchange.reported);
    expect(socket.alpnProtocol).toBe(alpn[0] ?? false);
    expect(ours.saw('said', 'HelloRetryRequest')).toBe(exchange.retry);
    const master = ours.all('secret').flatMap(({ secret }) => (secret.kind === 'prf' ? [secret.label] : []))[0];
    expect(master).toBe(masterLabel(row));

    expect(new Uint8Array(socket.getPeerCertificate().raw)).toEqual(pki.server.chain[0]?.der);
    expect(ours.all('verdict')[0]?.verdict.path[0]?.der).toEqual(named?.der);

    expectSameExports(ours, socket);

    socket.write('from the client');
    expect(await ours.received(15)).toBe('from the client');
    ours.connection.send(fromText('from the server'));
    expect(await nodeReceived(socket, 15)).toBe('from the server');

    socket.end();
    expect((await ours.first('closed')).how).toBe('close_notify');
    expect(await client.failed).toBeUndefined();
  });
});

/** In TLS 1.2 the groups are also the curves that certificates may be on; there it is the server that narrows them down. */
function curvesOf({ version, exchange }: Row): string {
  if (version === '1.2') return 'X25519:P-256:P-384';
  return exchange.retry ? `X25519:${exchange.curve}` : exchange.curve;
}

// A mutual handshake of Node's own TLS (OpenSSL), both ends in memory, until both are connected and one byte has come back.

import { Duplex } from 'node:stream';
import { connect, createSecureContext, TLSSocket } from 'node:tls';
import { defaultScenario } from '../../src/lab/index.ts';
import { demoPki, type Identity, privateKeyToPem, toPem } from '../../src/pki/index.ts';

/** Prepares certificates; what it returns plays one handshake. */
export function builtInHandshake(kind: 'P-256' | 'RSA'): () => Promise<void> {
  const pki = demoPki(kind, defaultScenario.at);
  const common = { minVersion: 'TLSv1.3', maxVersion: 'TLSv1.3', ciphers: 'TLS_AES_128_GCM_SHA256' } as const;
  const context = (identity: Identity, root: { readonly der: Uint8Array }) =>
    createSecureContext({
      ...common,
      cert: identity.chain.map(({ der }) => toPem('CERTIFICATE', der)).join(''),
      key: privateKeyToPem(identity.key),
      ca: toPem('CERTIFICATE', root.der),
    });
  const contexts = { client: context(pki.client, pki.serverRoot), server: context(pki.server, pki.clientRoot) };
  return () =>
    new Promise((resolve, reject) => {
      const [near, far] = duplexPair();
      // The certificates' day is a fixed one, so a wrong date must not end the handshake; everything is checked all the same.
      const server = new TLSSocket(far, {
        isServer: true,
        secureContext: contexts.server,
        requestCert: true,
        rejectUnauthorized: false,
      });
      const client = connect({
        socket: near,
        secureContext: contexts.client,
        servername: 'api.example',
        rejectUnauthorized: false,
      });
      const end = () => {
        client.destroy();
        server.destroy();
        resolve();
      };
      for (const socket of [client, server]) socket.on('error', reject);
      server.on('data', (data) => server.write(data));
      client.on('secureConnect', () => client.write('.'));
      client.on('data', end);
    });
}

function duplexPair(): [Duplex, Duplex] {
  const make = (other: () => Duplex): Duplex =>
    new Duplex({
      read() {},
      write(chunk, _, done) {
        other().push(chunk);
        done();
      },
    });
  const near: Duplex = make(() => far);
  const far: Duplex = make(() => near);
  return [near, far];
}

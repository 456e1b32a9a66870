// A handshake of node-forge's own TLS (it negotiates TLS 1.0), both ends in memory, with our RSA certificates on both sides.

import forge from 'node-forge';
import { defaultScenario } from '../../src/lab/index.ts';
import { demoPki, type Identity, privateKeyToPem, toPem } from '../../src/pki/index.ts';

let pems: ReturnType<typeof makePems> | undefined;

/** @throws Error when it does not come through */
export function forgeHandshake(): void {
  pems ??= makePems();
  const open = { client: false, server: false };
  const fail = (_: unknown, error: { readonly message: string }) => {
    throw new Error(`node-forge's handshake failed: ${error.message}`);
  };
  // The certificates' day is a fixed one: node-forge looks at everything and complains of nothing.
  const verify = (): true => true;
  const client = forge.tls.createConnection({
    server: false,
    caStore: forge.pki.createCaStore([pems.serverRoot]),
    virtualHost: 'api.example',
    verify,
    getCertificate: () => pems?.client.chain ?? [],
    getPrivateKey: () => pems?.client.key ?? '',
    connected: () => {
      open.client = true;
    },
    tlsDataReady: (from) => server.process(from.tlsData.getBytes()),
    dataReady: () => {},
    closed: () => {},
    error: fail,
  });
  const server = forge.tls.createConnection({
    server: true,
    caStore: forge.pki.createCaStore([pems.clientRoot]),
    verifyClient: true,
    verify,
    getCertificate: () => pems?.server.chain ?? [],
    getPrivateKey: () => pems?.server.key ?? '',
    connected: () => {
      open.server = true;
    },
    tlsDataReady: (from) => client.process(from.tlsData.getBytes()),
    dataReady: () => {},
    closed: () => {},
    error: fail,
  });
  client.handshake();
  if (!open.client || !open.server) throw new Error("node-forge's handshake did not come to its end.");
  if (!server.session?.clientCertificate) throw new Error("node-forge's handshake was not a mutual one.");
}

function makePems() {
  const pki = demoPki('RSA', defaultScenario.at);
  return {
    serverRoot: toPem('CERTIFICATE', pki.serverRoot.der),
    clientRoot: toPem('CERTIFICATE', pki.clientRoot.der),
    server: pemsOf(pki.server),
    client: pemsOf(pki.client),
  };
}

function pemsOf({ chain, key }: Identity): { readonly chain: string[]; readonly key: string } {
  return { chain: chain.map(({ der }) => toPem('CERTIFICATE', der)), key: privateKeyToPem(key) };
}

// The client's tables for TLS 1.2 (RFC 5246 section 7.3): with ECDHE, and with static RSA; and the hellos where it may come to that.

import type { ClientConfig } from '../config.ts';
import type { Machines } from '../machine.ts';
import type { ClientState } from './hello.ts';
import { type Client, hello } from './machine.ts';
import type { ClientState12 } from './states12.ts';
import * as tls12 from './tls12.ts';

// RFC 5246 7.4.1.1: a HelloRequest may come at any time; a client in the middle of a handshake ignores it, and nobody hashes it.
const passing = { HelloRequest: null };
const either = {
  WAIT_CERT: { Certificate: tls12.onCertificate, ...passing },
  WAIT_CR_SHD: {
    CertificateRequest: tls12.onCertificateRequest,
    ServerHelloDone: tls12.onServerHelloDone,
    ...passing,
  },
  WAIT_SHD: { ServerHelloDone: tls12.onServerHelloDone, ...passing },
  WAIT_CCS: { ChangeCipherSpec: tls12.onChangeCipherSpec, ...passing },
  WAIT_FINISHED: { Finished: tls12.onFinished, ...passing },
  CONNECTED: { HelloRequest: tls12.onHelloRequest },
};
const ecdhe: Client<ClientState12, '1.2'> = {
  ...either,
  WAIT_SKE: { ServerKeyExchange: tls12.onServerKeyExchange, ...passing },
};
const rsa: Client<ClientState12, '1.2 RSA'> = { ...either, WAIT_SKE: {} };

export const clientMachines12: Machines<ClientState, ClientConfig> = {
  hello: { ...hello, WAIT_SH: { ...hello.WAIT_SH, ...passing } },
  '1.2': ecdhe,
  '1.2 RSA': rsa,
};

// The server's tables for TLS 1.2 (RFC 5246 section 7.3): with ECDHE, and with static RSA.

import type { ServerConfig } from '../config.ts';
import type { Machines } from '../machine.ts';
import type { ServerState } from './hello.ts';
import type { Server } from './machine.ts';
import * as tls12 from './tls12.ts';

const either = {
  WAIT_CERT: { Certificate: tls12.onCertificate },
  WAIT_CV: { CertificateVerify: tls12.onCertificateVerify },
  WAIT_CCS: { ChangeCipherSpec: tls12.onChangeCipherSpec },
  WAIT_FINISHED: { Finished: tls12.onFinished },
  CONNECTED: { ClientHello: tls12.onAnotherHello },
};
const ecdhe: Server<tls12.ServerState12, '1.2'> = {
  ...either,
  WAIT_CKE: { ClientKeyExchange: tls12.onClientShare },
};
const rsa: Server<tls12.ServerState12, '1.2 RSA'> = {
  ...either,
  WAIT_CKE: { ClientKeyExchange: tls12.onEncryptedPremaster },
};

export const serverMachines12: Machines<ServerState, ServerConfig> = { '1.2': ecdhe, '1.2 RSA': rsa };

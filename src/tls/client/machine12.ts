// The client's tables for TLS 1.2 (RFC 5246 section 7.3): with ECDHE, and with static RSA.

import type { ClientConfig } from '../config.ts';
import type { Machines } from '../machine.ts';
import type { ClientState } from './hello.ts';
import type { Client } from './machine.ts';
import * as tls12 from './tls12.ts';

const either = {
  WAIT_CERT: { Certificate: tls12.onCertificate },
  WAIT_CR_SHD: { CertificateRequest: tls12.onCertificateRequest, ServerHelloDone: tls12.onServerHelloDone },
  WAIT_SHD: { ServerHelloDone: tls12.onServerHelloDone },
  WAIT_CCS: { ChangeCipherSpec: tls12.onChangeCipherSpec },
  WAIT_FINISHED: { Finished: tls12.onFinished },
  CONNECTED: { HelloRequest: tls12.onHelloRequest },
};
const ecdhe: Client<tls12.ClientState12, '1.2'> = {
  ...either,
  WAIT_SKE: { ServerKeyExchange: tls12.onServerKeyExchange },
};
const rsa: Client<tls12.ClientState12, '1.2 RSA'> = { ...either, WAIT_SKE: {} };

export const clientMachines12: Machines<ClientState, ClientConfig> = { '1.2': ecdhe, '1.2 RSA': rsa };

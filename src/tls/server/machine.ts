// The server's tables: what each state accepts, and who handles it (RFC 9846 appendix A.2, RFC 5246 section 7.3).

import type { ServerConfig } from '../config.ts';
import { onKeyUpdate } from '../keyUpdate.ts';
import type { Machine, Machines } from '../machine.ts';
import type { Dialect } from '../wire/message.ts';
import { onClientHello, type ServerState, type Start } from './hello.ts';
import * as tls12 from './tls12.ts';
import * as tls13 from './tls13.ts';

type Server<S extends ServerState, D extends Dialect> = Machine<S, ServerConfig, ServerState, D>;

const hello: Server<Start, 'hello'> = { START: { ClientHello: onClientHello } };

const modern: Server<tls13.ServerState13, '1.3'> = {
  WAIT_CERT: { Certificate: tls13.onCertificate },
  WAIT_CV: { CertificateVerify: tls13.onCertificateVerify },
  WAIT_FINISHED: { Finished: tls13.onFinished },
  CONNECTED: { KeyUpdate: onKeyUpdate },
};

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

export const serverMachines: Machines<ServerState, ServerConfig> = {
  hello,
  '1.3': modern,
  '1.2': ecdhe,
  '1.2 RSA': rsa,
};

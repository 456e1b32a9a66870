// The client's tables: what each state accepts, and who handles it (RFC 9846 appendix A.1, RFC 5246 section 7.3).

import type { ClientConfig } from '../config.ts';
import { onKeyUpdate } from '../keyUpdate.ts';
import type { Machine, Machines } from '../machine.ts';
import type { Dialect } from '../wire/message.ts';
import { type ClientState, onHelloRetryRequest, onServerHello, type Start, type WaitServerHello } from './hello.ts';
import * as tls12 from './tls12.ts';
import * as tls13 from './tls13.ts';

type Client<S extends ClientState, D extends Dialect> = Machine<S, ClientConfig, ClientState, D>;

const hello: Client<Start | WaitServerHello, 'hello'> = {
  START: {},
  WAIT_SH: { ServerHello: onServerHello, HelloRetryRequest: onHelloRetryRequest },
};

const modern: Client<tls13.ClientState13, '1.3'> = {
  WAIT_EE: { EncryptedExtensions: tls13.onEncryptedExtensions },
  WAIT_CERT_CR: { CertificateRequest: tls13.onCertificateRequest, Certificate: tls13.onCertificate },
  WAIT_CERT: { Certificate: tls13.onCertificate },
  WAIT_CV: { CertificateVerify: tls13.onCertificateVerify },
  WAIT_FINISHED: { Finished: tls13.onFinished },
  CONNECTED: { NewSessionTicket: tls13.onNewSessionTicket, KeyUpdate: onKeyUpdate },
};

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

export const clientMachines: Machines<ClientState, ClientConfig> = {
  hello,
  '1.3': modern,
  '1.2': ecdhe,
  '1.2 RSA': rsa,
};

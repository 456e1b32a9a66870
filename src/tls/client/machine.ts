// The client's tables: what each state accepts, and who handles it (RFC 9846 appendix A.1). Those of TLS 1.2 are in machine12.ts.

import type { ClientConfig } from '../config.ts';
import { onKeyUpdate } from '../keyUpdate.ts';
import type { Machine, Machines } from '../machine.ts';
import type { Dialect } from '../wire/message.ts';
import { type ClientState, onHelloRetryRequest, onServerHello, type Start, type WaitServerHello } from './hello.ts';
import * as tls13 from './tls13.ts';

/** A table for some of the client's states. */
export type Client<S extends ClientState, D extends Dialect> = Machine<S, ClientConfig, ClientState, D>;

/** The hellos of a client that speaks TLS 1.3 alone. */
export const hello: Client<Start | WaitServerHello, 'hello'> = {
  START: {},
  WAIT_SH: { ServerHello: onServerHello, HelloRetryRequest: onHelloRetryRequest },
};

const tls13Table: Client<WaitServerHello | tls13.ClientState13, '1.3'> = {
  WAIT_SH: hello.WAIT_SH,
  WAIT_EE: { EncryptedExtensions: tls13.onEncryptedExtensions },
  WAIT_CERT_CR: { CertificateRequest: tls13.onCertificateRequest, Certificate: tls13.onCertificate },
  WAIT_CERT: { Certificate: tls13.onCertificate },
  WAIT_CV: { CertificateVerify: tls13.onCertificateVerify },
  WAIT_FINISHED: { Finished: tls13.onFinished },
  CONNECTED: { NewSessionTicket: tls13.onNewSessionTicket, KeyUpdate: onKeyUpdate },
};

export const clientMachines: Machines<ClientState, ClientConfig> = { hello, '1.3': tls13Table };

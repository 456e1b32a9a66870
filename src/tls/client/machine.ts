// The client's table: what each state accepts, and who handles it (RFC 9846 appendix A.1).

import type { ClientConfig } from '../config.ts';
import { onKeyUpdate } from '../keyUpdate.ts';
import type { Machine } from '../machine.ts';
import { type ClientState, onHelloRetryRequest, onServerHello } from './hello.ts';
import {
  onCertificate,
  onCertificateRequest,
  onCertificateVerify,
  onEncryptedExtensions,
  onFinished,
  onNewSessionTicket,
} from './tls13.ts';

export const clientMachine: Machine<ClientState, ClientConfig> = {
  START: {},
  WAIT_SH: { ServerHello: onServerHello, HelloRetryRequest: onHelloRetryRequest },
  WAIT_EE: { EncryptedExtensions: onEncryptedExtensions },
  WAIT_CERT_CR: { CertificateRequest: onCertificateRequest, Certificate: onCertificate },
  WAIT_CERT: { Certificate: onCertificate },
  WAIT_CV: { CertificateVerify: onCertificateVerify },
  WAIT_FINISHED: { Finished: onFinished },
  CONNECTED: { NewSessionTicket: onNewSessionTicket, KeyUpdate: onKeyUpdate },
};

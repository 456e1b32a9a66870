// The server's table: what each state accepts, and who handles it (RFC 9846 appendix A.2).

import type { ServerConfig } from '../config.ts';
import { onKeyUpdate } from '../keyUpdate.ts';
import type { Machine } from '../machine.ts';
import { onClientHello, type ServerState } from './hello.ts';
import { onCertificate, onCertificateVerify, onFinished } from './tls13.ts';

export const serverMachine: Machine<ServerState, ServerConfig> = {
  START: { ClientHello: onClientHello },
  WAIT_CERT: { Certificate: onCertificate },
  WAIT_CV: { CertificateVerify: onCertificateVerify },
  WAIT_FINISHED: { Finished: onFinished },
  CONNECTED: { KeyUpdate: onKeyUpdate },
};

// The server's tables: what each state accepts, and who handles it (RFC 9846 appendix A.2). Those of TLS 1.2 are in machine12.ts.

import type { ServerConfig } from '../config.ts';
import { onKeyUpdate } from '../keyUpdate.ts';
import type { Machine, Machines } from '../machine.ts';
import type { Dialect } from '../wire/message.ts';
import { onClientHello, type ServerState, type Start } from './hello.ts';
import * as tls13 from './tls13.ts';

/** A table for some of the server's states. */
export type Server<S extends ServerState, D extends Dialect> = Machine<S, ServerConfig, ServerState, D>;

const hello: Server<Start, 'hello'> = { START: { ClientHello: onClientHello } };

const tls13Table: Server<tls13.ServerState13, '1.3'> = {
  WAIT_CERT: { Certificate: tls13.onCertificate },
  WAIT_CV: { CertificateVerify: tls13.onCertificateVerify },
  WAIT_FINISHED: { Finished: tls13.onFinished },
  CONNECTED: { KeyUpdate: onKeyUpdate },
};

export const serverMachines: Machines<ServerState, ServerConfig> = { hello, '1.3': tls13Table };

// What an endpoint needs on top to speak TLS 1.2. A room of its own, so that a page can load it when somebody wants to see it.

import { clientMachines12 } from '../client/machine12.ts';
import { enterTls12 as enterClient } from '../client/tls12.ts';
import type { Tls12 } from '../config.ts';
import { exported12 } from '../keys/schedule12.ts';
import { serverMachines12 } from '../server/machine12.ts';
import { enterTls12 as enterServer } from '../server/tls12.ts';

/** Both roles of TLS 1.2, and its exporter: to be put into a configuration that allows this version. */
export const tls12: Tls12 = {
  client: { machines: clientMachines12, enter: enterClient },
  server: { machines: serverMachines12, enter: enterServer },
  exported: exported12,
};

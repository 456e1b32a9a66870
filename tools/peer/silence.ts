// A limit to how long a connection may be silent, in either role.

import type { Socket } from 'node:net';
import { print } from './report.ts';

/**
 * Reports once that nothing came or went for too long.
 * @param seconds how long that is; 0: for ever
 * @param end what follows
 */
export function limitSilence(
  socket: Socket,
  seconds: number,
  end: () => void,
  common: Readonly<Record<string, unknown>> = {},
): void {
  socket.setTimeout(seconds * 1000);
  socket.once('timeout', () => {
    print({ event: 'timeout', seconds, ...common });
    end();
  });
}

// Writes the secrets of a connection in the NSS key log format (RFC 9850), with which Wireshark decrypts a capture.

import { appendFileSync } from 'node:fs';
import { toHex } from '../../src/bytes/index.ts';
import type { Insight } from '../../src/tls/index.ts';
import { keyLogLabel } from '../../src/tls/keys/index.ts';
import { randomOf } from '../../src/tls/wire/index.ts';

/** Takes a connection's insights and appends a line to the file for each secret that has a place in a key log. */
export function keyLogger(file: string): (insight: Insight) => void {
  let random = '';
  return (insight) => {
    if ((insight.kind === 'said' || insight.kind === 'heard') && insight.message.name === 'ClientHello')
      random = toHex(randomOf(insight.message.bytes));
    if (insight.kind !== 'secret') return;
    const { id, value } = insight.secret;
    const label = keyLogLabel(id);
    if (label !== undefined) appendFileSync(file, `${label} ${random} ${toHex(value)}\n`);
  };
}

// Writes the secrets of a connection in the NSS key log format (RFC 9850), with which Wireshark decrypts a capture.

import { appendFileSync } from 'node:fs';
import { toHex } from '../../src/bytes/index.ts';
import type { Insight } from '../../src/tls/index.ts';
import { keyLogLabel } from '../../src/tls/keys/index.ts';

// In a ClientHello the random follows the header (4 bytes) and legacy_version (2 bytes).
const RANDOM = { start: 6, end: 38 };

/** Takes a connection's insights and appends a line to the file for each secret that has a place in a key log. */
export function keyLogger(file: string): (insight: Insight) => void {
  let random = '';
  return (insight) => {
    if ((insight.kind === 'said' || insight.kind === 'heard') && insight.message.name === 'ClientHello')
      random = toHex(insight.message.bytes.subarray(RANDOM.start, RANDOM.end));
    if (insight.kind !== 'secret') return;
    const { id, value } = insight.secret;
    const label = keyLogLabel(id);
    if (label !== undefined) appendFileSync(file, `${label} ${random} ${toHex(value)}\n`);
  };
}

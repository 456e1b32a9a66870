// A Finished of TLS 1.2 without the ChangeCipherSpec before it: protected bytes, read in the clear.

import { describe, expect, it } from 'vitest';
import type { Role } from '../../../src/tls/index.ts';
import { faultIn, handshake, recordWith } from './pair.ts';

const HANDSHAKE = 22;
const CHANGE_CIPHER_SPEC = 20;
const suites = [
  'TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256',
  'TLS_ECDHE_ECDSA_WITH_AES_256_GCM_SHA384',
  'TLS_ECDHE_ECDSA_WITH_CHACHA20_POLY1305_SHA256',
];
const roles: readonly Role[] = ['client', 'server'];
const rows = suites.flatMap((suite) => roles.map((role) => [suite, role] as const));

/** A side that waits for a ChangeCipherSpec, and the Finished that follows it. */
function waiting(role: Role, suite: string) {
  const versions = ['1.2'] as const;
  const { deliveries } = handshake({ client: { versions }, server: { versions, suites: [suite] }, snapshots: true });
  const incoming = deliveries.filter(({ to }) => to === role);
  const at = incoming.findIndex(({ bytes }) => bytes[0] === CHANGE_CIPHER_SPEC);
  const [change, finished] = incoming.slice(at, at + 2);
  if (!change || !finished) throw new Error('no ChangeCipherSpec came');
  expect(change.before.status.state).toBe('WAIT_CCS');
  return { side: change.before, finished: finished.bytes };
}

// RFC 5246 7.4.9: it is a fatal error if a Finished is not preceded by a ChangeCipherSpec.
describe.each(rows)('%s, the %s', (suite, role) => {
  it('refuses a Finished for which it has no keys yet', () => {
    const { side, finished } = waiting(role, suite);
    const turn = side.receive(finished);
    expect(faultIn(turn)).toMatchObject({ cause: 'unexpected-message', alert: 'unexpected_message' });
  });

  it.each([1, 4, 40])('waits for no more of something that begins like a long message: %i bytes', (length) => {
    const beginning = Uint8Array.of(20, 0, 0x80, 0, ...new Uint8Array(36)).subarray(0, length);
    const turn = waiting(role, suite).side.receive(recordWith({ keys: undefined }, beginning, HANDSHAKE));
    expect(faultIn(turn)).toMatchObject({ cause: 'unexpected-message', alert: 'unexpected_message' });
  });
});

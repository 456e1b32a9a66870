// Which values the Keys pane has places for: those of the engine’s key schedules, what is cut out of them, and what only travels.

import type { Role } from '../../tls/index.ts';
import { type SecretId, secretName, type TrafficId } from '../../tls/keys/index.ts';

export type ValueId =
  | SecretId
  /** A write key or IV out of a traffic secret (RFC 9846 section 7.3). */
  | { readonly kind: 'write'; readonly from: TrafficId; readonly part: 'key' | 'iv' }
  /** A write key or IV out of the key block (RFC 5246 section 6.3). */
  | { readonly kind: 'cut'; readonly of: Role; readonly part: 'key' | 'IV' }
  /** The client’s share in TLS 1.2, whose message names no group. */
  | { readonly kind: 'point' }
  | 'encrypted_pre_master_secret';

/** The name of a value, by which a place in the tree is found. */
export function valueName(id: ValueId): string {
  if (id === 'encrypted_pre_master_secret') return id;
  if (typeof id !== 'string') {
    if (id.kind === 'write') return `${secretName(id.from)} ${id.part}`;
    if (id.kind === 'cut') return `${id.of}_write_${id.part}`;
    if (id.kind === 'point') return 'client share';
  }
  return secretName(id);
}

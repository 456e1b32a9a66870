// What the RFCs call the values of a key schedule, for whoever tells of them.

import type { SecretId } from './secret.ts';

/** The RFC's name of a value: `client_handshake_traffic_secret`. Names are as unlike as the values that they stand for. */
export function secretName(id: SecretId): string {
  if (typeof id === 'string') return id;
  if (id.kind === 'share') return `${id.of} ${id.group} share`;
  if (id.kind === 'finished_key' || id.kind === 'verify_data') return `${id.of} ${id.kind}`;
  if (id.kind === 'derived') return `derived from ${id.from}`;
  const generation = id.epoch === 'application' ? `_${id.generation}` : '';
  return `${id.of}_${id.epoch}_traffic_secret${generation}`;
}

// The labels of the NSS key log format (RFC 9850 section 2), with which other programs open a recording.

import type { SecretId } from './secret.ts';

/** The label of a value; undefined for one that has no place in a key log, since it is made from others there. */
export function keyLogLabel(id: SecretId): string | undefined {
  if (id === 'master_secret') return 'CLIENT_RANDOM';
  if (id === 'exporter_secret') return 'EXPORTER_SECRET';
  if (typeof id === 'string' || id.kind !== 'traffic' || id.generation > 0) return undefined;
  const of = id.of.toUpperCase();
  return id.epoch === 'handshake' ? `${of}_HANDSHAKE_TRAFFIC_SECRET` : `${of}_TRAFFIC_SECRET_0`;
}

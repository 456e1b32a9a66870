// Bends: changing what a side says before it is sealed, with its transcript absorbing what was really said.
// It must not know single entries.

import type { Bytes } from '../../bytes/index.ts';
import type { CommonConfig, MessageName } from '../../tls/index.ts';

/** The same configuration, but each message of this name is replaced. What other bends do to it comes first. */
export function bent<C extends CommonConfig>(
  config: C,
  name: MessageName,
  change: (bytes: Bytes) => readonly Bytes[],
): C {
  const before = config.seams?.bend ?? ((said) => [said.bytes]);
  return {
    ...config,
    seams: { ...config.seams, bend: (said) => (said.name === name ? before(said).flatMap(change) : before(said)) },
  };
}

/** The same bytes with the lowest bit of the last one flipped. */
export function lastBitFlipped(bytes: Bytes): Bytes {
  return flipped(bytes, bytes.length - 1, 1);
}

/** The same bytes with some bits of one of them flipped; as they are when there is no such byte. */
export function flipped(bytes: Bytes, offset: number, mask: number): Bytes {
  const changed = bytes.slice();
  if (offset >= 0 && offset < changed.length) changed[offset] = (changed[offset] ?? 0) ^ mask;
  return changed;
}

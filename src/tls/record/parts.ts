// Which stretches of a record's content belong to which handshake message.

import type { Bytes } from '../../bytes/index.ts';
import type { Part } from '../insight.ts';

/** Length of a handshake message's header. */
export const MESSAGE_HEADER = 4;

/** Length of the handshake message that `bytes` begin with, header included; undefined while the header is incomplete. */
export function messageLength(bytes: Bytes): number | undefined {
  if (bytes.length < MESSAGE_HEADER) return undefined;
  return MESSAGE_HEADER + (((bytes[1] as number) << 16) | ((bytes[2] as number) << 8) | (bytes[3] as number));
}

/**
 * Cuts a stretch of a stream of messages into parts.
 * @param stream messages one after the other, the last one possibly incomplete
 * @param first ordinal of the message that the stream begins with
 * @param start where the record's content begins in the stream
 * @param end where it ends
 */
export function partsOf(stream: Bytes, first: number, start: number, end: number): Part[] {
  const parts: Part[] = [];
  let message = first;
  for (let at = 0; at < end; message++) {
    const length = messageLength(stream.subarray(at)) ?? stream.length - at;
    const from = Math.max(at, start);
    const to = Math.min(at + length, end);
    if (to > from) parts.push({ message, start: from - start, end: to - start, offset: from - at });
    at += length;
  }
  return parts;
}

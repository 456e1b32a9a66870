// The handshake messages so far, as both sides really saw them (RFC 9846 section 4.1). Plain data: a state can be copied by reference.

import type { Bytes } from '../../bytes/index.ts';
import type { Hash } from '../../crypto/index.ts';
import { messageHash } from '../wire/message.ts';

export type Transcript = readonly Bytes[];

export const noMessages: Transcript = [];

/** The transcript with one more message, header included; several or none when mischief split or swallowed it. */
export function extended(transcript: Transcript, ...messages: readonly Bytes[]): Transcript {
  return [...transcript, ...messages];
}

/** Transcript-Hash(M1, … Mn). */
export function digest(hash: Hash, transcript: Transcript): Bytes {
  return hash.digest(...transcript);
}

/** What stands for the first ClientHello once a HelloRetryRequest has been sent. */
export function retried(hash: Hash, transcript: Transcript): Transcript {
  return [messageHash(digest(hash, transcript))];
}

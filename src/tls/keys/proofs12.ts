// What TLS 1.2 has in place of the proofs of TLS 1.3: what a ServerKeyExchange signs, and another Finished. It mints nothing by itself.

import { type Bytes, concat, encode, type Value } from '../../bytes/index.ts';
import type { Outbox } from '../outbox.ts';
import type { Role } from '../terms.ts';
import { serverECDHParams } from '../wire/tls12.ts';
import { compareFinished, type FinishedProof } from './proofs.ts';
import { type MasterStage, type Randoms, verifyData12 } from './schedule12.ts';
import type { Transcript } from './transcript.ts';

/** RFC 8422 section 5.4: what a ServerKeyExchange signs. */
export function signedParams(randoms: Randoms, params: Value<typeof serverECDHParams>): Bytes {
  return concat(randoms.client, randoms.server, encode(serverECDHParams, params, 'params').bytes);
}

/**
 * Checks a Finished of TLS 1.2.
 * @param transcript everything before it
 * @throws TlsFault malformed-message for a wrong length, bad-finished
 */
export function proveFinished12<C>(
  out: Outbox<C>,
  sender: Role,
  found: Bytes,
  stage: MasterStage,
  transcript: Transcript,
): FinishedProof {
  const expected = verifyData12(stage, sender, transcript);
  return compareFinished(out, sender, found, expected, { what: 'PRF', hash: stage.hash.name });
}

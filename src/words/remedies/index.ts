// What to do about a certificate, a key or a configuration that is refused. One table for those who meet the failure in a run, and for those
// who look it up. Loaded with either.

import type { Cause } from '../../pki/index.ts';
import type { FaultCause } from '../../tls/index.ts';
import { chains } from './chains.ts';
import { type Demand, demands } from './demands.ts';
import { faults } from './faults.ts';
import type { Remedy } from './remedy.ts';

export type { Demand } from './demands.ts';
export type { Remedy } from './remedy.ts';

/** What was refused: by a check of a chain, for another cause, or because something else was demanded. */
export type Trouble = { readonly chain: Cause } | { readonly cause: FaultCause } | { readonly demand: Demand };

/** What to do about it; undefined where it is not about a certificate, a key or a configuration. */
export function remedyFor(trouble: Trouble): Remedy | undefined {
  if ('demand' in trouble) return demands[trouble.demand];
  return 'chain' in trouble ? chains[trouble.chain] : faults[trouble.cause];
}

export const changeTitle = 'What to change, on which side';

/** Where neither side is to blame for what arrived. */
export const meddledChange =
  '**Neither on the client nor on the server:** what one has said is not what the other has heard. Find what stands between the two and changes it.';

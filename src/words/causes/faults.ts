// Why a side refused, in sentences. It must not know how it was found.

import type { Insight } from '../../tls/index.ts';
import { checkReason } from './checks.ts';

type Fault = Pick<Extract<Insight, { readonly kind: 'fault' }>, 'cause' | 'values'>;

/** The check that refused: one sentence with this run's values. */
export function sentenceOf({ values }: Fault): string {
  return typeof values === 'string' ? values : checkReason(values);
}

// Links to a place in a handshake, and back.

import { shelf } from '../../shelf/index.ts';
import { defaultScenario } from '../scenario.ts';
import type { FromLink } from './reading.ts';

export { type Place, toLink } from './link.ts';
export type { FromLink } from './reading.ts';

/** A page that is opened without a link reads none. */
const parts = shelf({ reading: () => import('./reading.ts') });

/**
 * The place that a link leads to, once everything is at hand that it needs. What can't be followed gets a sentence and the default
 * scenario.
 * @throws MissingPart when something that it needs can't be fetched, the reading of links among it
 */
export async function fromLink(hash: string): Promise<FromLink> {
  if (hash === '' || hash === '#') return { ok: true, scenario: defaultScenario };
  await parts.need('reading');
  return parts.take('reading').readLink(hash);
}

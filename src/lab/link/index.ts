// Links to a place in a handshake, and back.

import { defaultScenario } from '../scenario.ts';
import type { FromLink } from './reading.ts';

export { type Place, toLink } from './link.ts';
export type { FromLink } from './reading.ts';

/**
 * The place that a link leads to, once everything is at hand that it needs. What can't be followed gets a sentence and the default
 * scenario. Rejects only when the part of the page that reads links can't be fetched.
 */
export async function fromLink(hash: string): Promise<FromLink> {
  if (hash === '' || hash === '#') return { ok: true, scenario: defaultScenario };
  const { readLink } = await import('./reading.ts');
  return readLink(hash);
}

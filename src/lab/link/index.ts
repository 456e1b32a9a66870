// Links to a place in a handshake, and back from those to any exhibit.

import { shelf } from '../../shelf/index.ts';
import { defaultScenario } from '../scenario.ts';
import type { ExtraName } from './extras.ts';
import type { FromLink } from './reading.ts';

export type { LinkFlaw, Possible, Strange } from './flaw.ts';
export { toLink } from './link.ts';
export type { FromLink } from './reading.ts';

/** A page that is opened without a link reads none, and `toLink` writes all that it shows at first; what else a link says is among the extras. */
export const linkParts = shelf({ reading: () => import('./reading.ts'), extras: () => import('./extras.ts') });

/**
 * The exhibit that a link leads to, once everything is at hand that it needs. Of what can't be followed, what is wrong with it
 * and the default scenario.
 * @param heeded what the caller acts on besides the scenario and the step; the rest is read all the same, and counts as left out
 * @throws MissingPart when something that it needs can't be fetched, the reading of links among it
 */
export async function fromLink(hash: string, heeded: readonly ExtraName[] = []): Promise<FromLink> {
  if (hash === '' || hash === '#') return { ok: true, scenario: defaultScenario };
  await linkParts.need('reading');
  return linkParts.take('reading').readLink(hash, heeded);
}

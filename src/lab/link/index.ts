// Links to a place in a handshake or to an exhibit, and back.

import { shelf } from '../../shelf/index.ts';
import type { Exhibit } from '../exhibit.ts';
import { defaultScenario } from '../scenario.ts';
import type { ExtraName } from './extras.ts';
import type { FromLink } from './reading.ts';

export { toLink } from './link.ts';
export type { FromLink } from './reading.ts';

/** A page that is opened without a link reads none. */
const parts = shelf({ reading: () => import('./reading.ts'), extras: () => import('./extras.ts') });

/**
 * The exhibit that a link leads to, once everything is at hand that it needs. What can't be followed gets a sentence and the default
 * scenario.
 * @param heeded what the caller acts on besides the scenario and the step; of the rest, which is read all the same, the sentence about
 * what was left out says that the page doesn't understand it
 * @throws MissingPart when something that it needs can't be fetched, the reading of links among it
 */
export async function fromLink(hash: string, heeded: readonly ExtraName[] = []): Promise<FromLink> {
  if (hash === '' || hash === '#') return { ok: true, scenario: defaultScenario };
  await parts.need('reading');
  return parts.take('reading').readLink(hash, heeded);
}

/**
 * The link to an exhibit, of which `toLink` says only the place: the shortest one, and always the same. Rejects with a RangeError for what no
 * link could say and for a scenario that can't be played, and when the part of the page that reads links can't be fetched.
 */
export async function exhibitLink(exhibit: Exhibit): Promise<string> {
  await parts.need('extras');
  return parts.take('extras').writeLink(exhibit);
}

// The world around a handshake, as far as a scenario chooses it: what the clock says, and which host the client looks for. The demo PKI is
// minted for one day and one name and stays as it is, so that a link means the same bytes for ever. It must not know who plays.

import { type Certificate, type DemoPki, demoPki, ipBytes } from '../pki/index.ts';
import type { Oddity } from './hurdle.ts';
import { defaultScenario, type KeyChoice, type Scenario } from './scenario.ts';

/** The clock and the host of a scenario. */
export type World = Pick<Scenario, 'at' | 'name'>;

/** The clock and the host for which the demo PKI was minted. */
export const usualWorld: World = { at: defaultScenario.at, name: defaultScenario.name };

/** What of a scenario's world is not as usual. */
export function unusualIn({ at, name }: World): Partial<World> {
  return { ...(at !== usualWorld.at && { at }), ...(name !== usualWorld.name && { name }) };
}

/** The certificates of all scenarios with this kind of keys. */
export function scenarioPki(keys: KeyChoice): DemoPki {
  return demoPki(keys, usualWorld.at);
}

/** Whether everything that both sides show and trust is valid at a time. */
export function isInTime({ server, client, serverRoot, clientRoot }: DemoPki, at: number): boolean {
  // The whole last second counts.
  const valid = ({ notBefore, notAfter }: Certificate) => notBefore <= at && at <= notAfter + 999;
  return [...server.chain, ...client.chain, serverRoot, clientRoot].every(valid);
}

/** The years between which a clock may be set, so that certificates can still be dated around it. */
const years = { first: 1970, last: 2999 };

/** RFC 1123 section 2.1; a last part of digits alone would be that of an address (RFC 6066 section 3). Underscores are not allowed, and exist. */
const host = /^(?=.{1,253}$)([a-z0-9_]([a-z0-9_-]{0,61}[a-z0-9_])?\.)*(?!\d+$)[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$/i;

/** Why a scenario can't be played in its world; undefined when it can. */
export function oddityOf({ at, name }: World): Oddity | undefined {
  if (!(at >= Date.UTC(years.first, 0) && at < Date.UTC(years.last + 1, 0) && Number.isInteger(at)))
    return { what: 'clock', ...years };
  return host.test(name) || ipBytes(name) ? undefined : { what: 'host', such: usualWorld.name };
}

// The two connections that a proxy makes out of one, each as an ordinary scenario: links lead to both, and their handshakes are played there
// byte for byte as here. It must not know what is said inside.

import { agreeing, misbehaving } from '../choices.ts';
import type { Scenario } from '../scenario.ts';
import type { Way } from './way.ts';

const none = 'no-client-certificate';

/** The client has no certificate, or keeps it back. */
const unnamed: ReadonlySet<Way> = new Set<Way>(['answered', 'forged', 'stripped']);

/** The proxy has a certificate of its own, and the server behind insists on it. */
export const vouched: ReadonlySet<Way> = new Set<Way>(['certificate', 'header', 'forged', 'stripped']);

/** Both speak HTTP/1.1, in which one connection is passed on as another, and whoever asks insists, unless nobody has anything to show. */
export function frontOf(scenario: Scenario, way: Way): Scenario {
  const asked = unnamed.has(way);
  const clientAuthentication = asked ? 'asked' : scenario.clientAuthentication === 'asked' ? 'asked' : 'required';
  return agreeing(
    { ...scenario, mischief: misbehaving(scenario.mischief, none, asked || hasNone(scenario)) },
    { alpn: 'http/1.1', first: 'server', clientAuthentication },
  );
}

/** Of the connection behind; undefined where there is none. It has randomness of its own, and nothing goes wrong in it but what the way says. */
export function backOf(scenario: Scenario, way: Way): Scenario | undefined {
  if (way === 'answered' || way === 'pass-through') return undefined;
  const { seed } = scenario;
  return agreeing(scenario, {
    alpn: 'http/1.1',
    first: 'server',
    clientAuthentication: way === 'nothing' ? 'off' : 'required',
    mischief: way === 'refused' ? [{ id: none }] : [],
    // A seed can't be of any length.
    seed: seed.length < 200 ? `behind ${seed}` : 'behind',
  });
}

function hasNone({ mischief }: Scenario): boolean {
  return mischief.some(({ id }) => id === none);
}

// The two connections that a proxy makes out of one, each as an ordinary scenario: links lead to both, and their handshakes are played there
// byte for byte as here. It must not know what is said inside.

import { agreeing, misbehaving } from '../choices.ts';
import type { Scenario } from '../scenario.ts';
import type { Way } from './way.ts';

const none = 'no-client-certificate';
const unproven = 'untrusted-ca';

/** The client has no certificate, or keeps it back. */
const unnamed: ReadonlySet<Way> = new Set<Way>(['answered', 'forged', 'stripped']);

/** Whether the client shows what is its own. */
export function showsOwn(way: Way): boolean {
  return !unnamed.has(way) && way !== 'rejected';
}

/** The proxy lets every handshake end, and refuses in HTTP. */
export const answering: ReadonlySet<Way> = new Set<Way>(['answered', 'rejected']);

/** The proxy has a certificate of its own, and the server behind insists on it. */
export const vouched: ReadonlySet<Way> = new Set<Way>(['certificate', 'header', 'forged', 'stripped']);

/** Both speak HTTP/1.1, in which one connection is passed on as another, and whoever asks insists, unless nobody has anything to show. */
export function frontOf(scenario: Scenario, way: Way): Scenario {
  const asked = unnamed.has(way) || answering.has(way) || scenario.clientAuthentication === 'asked';
  const clientAuthentication = asked ? 'asked' : 'required';
  return agreeing(
    { ...scenario, mischief: mischiefOf(scenario, way) },
    { alpn: 'http/1.1', first: 'server', clientAuthentication },
  );
}

function mischiefOf({ mischief }: Scenario, way: Way): Scenario['mischief'] {
  if (way === 'rejected') return misbehaving(misbehaving(mischief, none, false), unproven, true);
  return unnamed.has(way) ? misbehaving(mischief, none, true) : mischief;
}

/** Of the connection behind; undefined where there is none. It has randomness of its own, and nothing goes wrong in it but what the way says. */
export function backOf(scenario: Scenario, way: Way): Scenario | undefined {
  if (answering.has(way) || way === 'pass-through') return undefined;
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

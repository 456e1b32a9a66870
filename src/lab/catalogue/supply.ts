// What only some scenarios need, and which of it each does. It is fetched when a scenario needs it, and nothing else is.
// Nothing that is fetched may know this list.

import { primitives } from '../../crypto/index.ts';
import { premade } from '../../pki/index.ts';
import { shelf } from '../../shelf/index.ts';
import type { Own } from '../own/own.ts';
import type { Parts } from '../parts.ts';
import type { Mischief, Scenario } from '../scenario.ts';
import { switches } from './switches.ts';

/** What TLS 1.2 and HTTP/2 are spoken with, everything that can go wrong and has no switch, a client that is first, and what certificates that somebody brought need. */
export const parts = shelf({
  tls12: () => import('../../tls/tls12/index.ts').then(({ tls12 }) => tls12),
  http2: () => import('../http2.ts').then(({ http2 }) => http2),
  mischief: () => import('../mischief/index.ts'),
  own: () => import('../own/own-cast.ts'),
});

interface Needs {
  readonly parts: typeof parts.names;
  readonly primitives: typeof primitives.names;
  readonly premade: typeof premade.names;
}

/** Whether a mischief has a switch of its own, and so is at hand from the start. */
export function hasSwitch(id: string): boolean {
  return switches.some((entry) => entry.id === id);
}

/** What has a switch takes nothing: whether a place or a parameter means something to it, only the rest can tell. */
function isPlain({ id, ...taken }: Mischief): boolean {
  return hasSwitch(id) && Object.keys(taken).length === 0;
}

function needsOf({ version, keys, group, suite, alpn, first, mischief }: Scenario, own?: Own): Needs {
  // What goes wrong may lead both sides to the other version, another cipher, another protocol: a bit is enough.
  const odd = first === 'client' || !mischief.every(isPlain);
  const named = <Name extends string>(wanted: Readonly<Record<Name, boolean>>) =>
    (Object.keys(wanted) as Name[]).filter((name) => wanted[name]);
  return {
    parts: named({
      tls12: odd || [version, own?.client.version, own?.server.version].includes('1.2'),
      http2: odd || alpn === 'h2',
      mischief: odd,
      own: own !== undefined,
    }),
    primitives: named({
      // What somebody brings is of any kind, and so is what issued it.
      rsa: own !== undefined || keys === 'RSA' || mischief.some(({ id }) => id === 'client-weak-key'),
      ed25519: own !== undefined || keys === 'Ed25519',
      p521: own !== undefined,
      chacha20: odd || suite === 'TLS_CHACHA20_POLY1305_SHA256',
      p384: own !== undefined || odd || keys === 'P-384' || group === 'secp384r1',
      sha512: own !== undefined || odd || keys === 'P-384' || suite === 'TLS_AES_256_GCM_SHA384',
    }),
    premade: named({ RSA: keys === 'RSA' }),
  };
}

/** Whether a scenario needs something that has not been fetched yet. */
export function lacks(scenario: Scenario, own?: Own): boolean {
  const needs = needsOf(scenario, own);
  return !(parts.has(...needs.parts) && primitives.has(...needs.primitives) && premade.has(...needs.premade));
}

/** Fetches what a scenario needs; left out: what any can need. @throws MissingPart when it can't be had; it may be asked for again */
export async function supply(scenario?: Scenario, own?: Own): Promise<void> {
  const needs = scenario
    ? needsOf(scenario, own)
    : { parts: parts.names, primitives: primitives.names, premade: premade.names };
  await Promise.all([parts.need(...needs.parts), primitives.need(...needs.primitives), premade.need(...needs.premade)]);
}

/** What a cast needs for some scenarios only, as far as it is at hand. */
export function partsAtHand(): Partial<Parts> {
  return {
    ...(parts.has('tls12') && { tls12: parts.take('tls12') }),
    ...(parts.has('http2') && { http2: parts.take('http2') }),
  };
}

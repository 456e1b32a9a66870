// Which choices of a scenario go together: what a version can't have, what a suite needs. Pure; it must not know the page.

import type { Conflict } from './hurdle.ts';
import type { Mischief, ProtocolChoice, Scenario } from './scenario.ts';

/** The IANA name of the suite that a scenario's server takes. */
export function suiteOf({ version, keys, suite, keyExchange }: Scenario): string {
  if (version === '1.3') return suite;
  const exchange = keyExchange === 'static' ? 'RSA' : keys === 'RSA' ? 'ECDHE_RSA' : 'ECDHE_ECDSA';
  return `TLS_${exchange}_WITH_${suite.slice('TLS_'.length)}`;
}

/** What each side would speak inside the connection, its favourite first, as ALPN names it. A side with an empty list knows no ALPN. */
export const protocols: Readonly<
  Record<ProtocolChoice, { readonly client: readonly string[]; readonly server: readonly string[] }>
> = {
  'http/1.1': { client: ['http/1.1'], server: ['http/1.1'] },
  h2: { client: ['h2', 'http/1.1'], server: ['h2', 'http/1.1'] },
  'h2 declined': { client: ['h2', 'http/1.1'], server: ['http/1.1'] },
  unanswered: { client: ['h2', 'http/1.1'], server: [] },
  none: { client: [], server: ['http/1.1'] },
};

/** Why a scenario's choices can't be played together; undefined when they can. */
export function conflictOf(scenario: Scenario): Conflict | undefined {
  const { version, keys, suite, keyExchange, retry, compatibility, alpn } = scenario;
  if (version === '1.2' && retry) return { what: 'retry in TLS 1.2' };
  if (version === '1.2' && compatibility) return { what: 'disguise in TLS 1.2' };
  if (keyExchange === 'ephemeral') return undefined;
  if (version === '1.3') return { what: 'static RSA in TLS 1.3' };
  if (keys !== 'RSA') return { what: 'keys of static RSA', keys };
  if (alpn === 'h2') return { what: 'HTTP/2 over static RSA' };
  return suite === 'TLS_AES_128_GCM_SHA256' ? undefined : { what: 'suite of static RSA' };
}

/**
 * A scenario with some choices changed. What no longer goes together with them gives way: the new choices stand.
 * @param changes what somebody has just chosen
 */
export function agreeing(scenario: Scenario, changes: Partial<Scenario>): Scenario {
  const wished = { ...scenario, ...changes };
  if (conflictOf(wished) === undefined) return wished;
  if (changes.keyExchange === 'static')
    return agreeing(
      { ...wished, keyExchange: 'static' },
      {
        version: '1.2',
        keys: 'RSA',
        suite: 'TLS_AES_128_GCM_SHA256',
        ...(wished.alpn === 'h2' && { alpn: 'h2 declined' }),
      },
    );
  const calm: Partial<Scenario> =
    changes.retry || changes.compatibility
      ? { version: '1.3', keyExchange: 'ephemeral' }
      : { keyExchange: staysStatic(wished) ? 'static' : 'ephemeral' };
  const older = wished.version === '1.2' && calm.version === undefined;
  return { ...wished, ...calm, ...(older && { retry: false, compatibility: false }) };
}

function staysStatic(wished: Scenario): boolean {
  return wished.keyExchange === 'static' && conflictOf({ ...wished, retry: false, compatibility: false }) === undefined;
}

/** What goes wrong, with one thing put in, at the end, or left out. */
export function misbehaving(mischief: readonly Mischief[], id: string, on: boolean): readonly Mischief[] {
  const others = mischief.filter((one) => one.id !== id);
  return on ? [...others, { id }] : others;
}

// The choices of a handshake in one line. It must not know how anything is shown.

import type { Scenario } from '../lab/index.ts';
import { shortSuite } from './grammar.ts';

/** What is said of a protocol inside that is not the usual one. */
const protocols: Readonly<Partial<Record<Scenario['alpn'], string>>> = {
  h2: 'h2',
  'h2 declined': 'h2 declined',
  unanswered: 'ALPN unanswered',
  none: 'no ALPN',
};

/** `TLS 1.3 · AES-128-GCM · x25519 · P-256`, and what is not as usual. */
export function handshakeLine(scenario: Scenario): string {
  const { version, keyExchange, suite, group, keys, alpn, retry, coalesced, compatibility } = scenario;
  return [
    `TLS ${version}`,
    keyExchange === 'static' && 'static RSA',
    shortSuite(suite),
    keyExchange === 'ephemeral' && group,
    keys,
    protocols[alpn],
    retry && 'HelloRetryRequest',
    coalesced && 'shared records',
    compatibility && 'disguise',
  ]
    .filter(Boolean)
    .join(' · ');
}

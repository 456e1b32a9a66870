// The secrets of a run in the NSS key log format (RFC 9850), with which other programs read what was captured of it.

import { toHex } from '../../bytes/index.ts';
import type { Role } from '../../tls/index.ts';
import { keyLogLabel } from '../../tls/keys/index.ts';
import { randomOf } from '../../tls/wire/index.ts';
import type { Timeline } from '../timeline.ts';

/**
 * The key log of a run: one line for each secret, in the order in which they came to be. Where both sides hold another one, that of the side
 * that reads with it stands there: what it could not open, nobody else shall.
 */
export function keyLog({ moments }: Pick<Timeline, 'moments'>): string {
  const randoms: Record<Role, string> = { client: '', server: '' };
  const lines = new Map<string, string>();
  for (const moment of moments) {
    if (moment.who === 'network') continue;
    const { who: by, insight } = moment;
    if ((insight.kind === 'said' || insight.kind === 'heard') && insight.message.name === 'ClientHello')
      randoms[by] = toHex(randomOf(insight.message.bytes));
    const label = insight.kind === 'secret' ? keyLogLabel(insight.secret.id) : undefined;
    if (insight.kind !== 'secret' || label === undefined) continue;
    const place = `${label} ${randoms[by]}`;
    if (!lines.has(place) || by === readerOf(label)) lines.set(place, toHex(insight.secret.value));
  }
  return [...lines].map(([place, value]) => `${place} ${value}\n`).join('');
}

function readerOf(label: string): Role {
  return label.startsWith('CLIENT_') && label !== 'CLIENT_RANDOM' ? 'server' : 'client';
}

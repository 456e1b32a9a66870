// Which lines of a log are explained by a proxy that TLS ends at: those of the proxy, of whoever gets its answer, and of the server behind
// that misses a certificate. It must not know scenarios.

import type { Way } from '../proxied/way.ts';
import type { Reading } from './reading.ts';
import type { Remark } from './remark.ts';

const remarks: Readonly<Partial<Record<Remark, Way>>> = {
  gateway: 'refused',
  'envoy-upstream': 'refused',
  'nginx-none': 'answered',
  'nginx-refused': 'rejected',
};

/** Programs that people put before others. */
const proxies: ReadonlySet<string> = new Set([
  'nginx',
  'Envoy',
  'HAProxy',
  'Apache',
  'Apache httpd',
  'Traefik',
  'Caddy',
]);

/** What a server sends that misses a certificate, in TLS 1.3 and 1.2. */
const missed: readonly string[] = ['certificate_required', 'handshake_failure'];

/** How a proxy would go about the client’s certificate for such a line to be written; undefined where it need not be about one. */
export function throughProxy(readings: readonly Reading[]): Way | undefined {
  for (const { remark, kind, side, program, alerts = [], causes = [] } of readings) {
    const way = remark && remarks[remark];
    if (way) return way;
    const told = kind === 'alert' && side === 'client' && proxies.has(program);
    if (told && alerts.some((alert) => missed.includes(alert))) return 'refused';
    if (kind === 'check' && side !== 'client' && causes[0] === 'no-client-certificate') return 'refused';
  }
  return undefined;
}

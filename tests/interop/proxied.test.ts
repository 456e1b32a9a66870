// What is captured on both sides of a proxy, as tshark opens it: two TCP connections between three hosts, with the secrets of both inside.

import { expect, it } from 'vitest';
import { defaultScenario, supply, type Timeline } from '../../src/lab/index.ts';
import { headerOf, proxied, ways } from '../../src/lab/proxied/index.ts';
import { toPcapngOfBoth } from '../../src/story/proxied/index.ts';
import type { Role } from '../../src/tls/index.ts';
import { withPrograms } from './program.ts';
import { fieldsIn, streamsIn, tshark } from './tshark.ts';

await supply();

/** How long each stretch of data is that a side has sent. */
function lengths({ moments }: Timeline, who: Role): readonly string[] {
  return moments.flatMap((moment) =>
    moment.who === who && moment.insight.kind === 'data' && moment.insight.direction === 'sent'
      ? [String(moment.insight.bytes.length)]
      : [],
  );
}

withPrograms('a capture of both connections', [tshark], () => {
  it.each(ways.flatMap((way) => (['1.3', '1.2'] as const).map((version) => [way, version] as const)))(
    '%s in TLS %s',
    (way, version) => {
      const run = proxied({ ...defaultScenario, version }, way);
      const streams = streamsIn(toPcapngOfBoth(run, way));
      const timelines = [run.front, ...(run.back ? [run.back] : [])];
      expect(streams.length).toBe(timelines.length);
      streams.forEach(({ seen, odd }, index) => {
        expect(odd).toEqual([]);
        const timeline = timelines[index];
        for (const who of ['client', 'server'] as const) {
          // Who refuses has sent nothing, and what it was sent can be read all the same.
          expect(seen[who].data).toEqual(timeline && lengths(timeline, who));
          expect(seen[who].messages.length).toBeGreaterThan(0);
        }
      });
    },
    30_000,
  );

  it('shows the header in the request behind, and three hosts', () => {
    const run = proxied(defaultScenario, 'header');
    const lines = fieldsIn(toPcapngOfBoth(run, 'header'), ['tcp.stream', 'ip.src', 'ip.dst', 'http.request.line']);
    const requests = lines.filter(([, , , line = '']) => line.includes('Host'));
    expect(requests.map(([stream, from, to]) => [stream, from, to])).toEqual([
      ['0', '192.0.2.1', '192.0.2.2'],
      ['1', '192.0.2.2', '192.0.2.3'],
    ]);
    const header = run.request && headerOf(run.request.sent);
    expect(requests[0]?.[3]).not.toContain('Client-Cert');
    expect(requests[1]?.[3]).toContain(`Client-Cert: ${header}`);
  });
});

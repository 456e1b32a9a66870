// Every byte of a handshake flipped, in both versions and with every kind of key: whatever comes of it, the two sides never end up
// connected with different ideas about what they agreed on.

import { describe, expect, it } from 'vitest';
import { equal } from '../../src/bytes/index.ts';
import { defaultScenario, play, type Scenario, supply } from '../../src/lab/index.ts';
import { type Finding, type SweptByte, sweep, type Witness } from '../../src/lab/sweep/index.ts';
import type { Facts, Role } from '../../src/tls/index.ts';

await supply();

const keys = ['P-256', 'RSA', 'Ed25519'] as const;
const scenarios: readonly (readonly [title: string, scenario: Scenario])[] = [
  ...(['1.3', '1.2'] as const).flatMap((version) =>
    keys.map((kind) => [`TLS ${version}, ${kind}`, { ...defaultScenario, version, keys: kind }] as const),
  ),
  ['TLS 1.2, static RSA', { ...defaultScenario, version: '1.2', keys: 'RSA', keyExchange: 'static' }],
  ['TLS 1.3, in few records', { ...defaultScenario, coalesced: true, retry: true, compatibility: true }],
];

describe.each(scenarios)('%s', (_, scenario) => {
  const honest = play(scenario);
  const found: SweptByte[] = [];
  const complaints: string[] = [];

  it('ends each time, and both sides agree whenever both are connected', () => {
    for (const byte of sweep(scenario, 1, agreement(complaints))) found.push(byte);
    expect(complaints).toEqual([]);
  }, 240_000);

  it('sweeps every byte that an honest run puts on the wire, once', () => {
    const lengths = honest.moments.flatMap((moment) => ('carriage' in moment ? [moment.carriage.bytes.length] : []));
    const wanted = lengths.flatMap((length, record) => Array.from({ length }, (__, offset) => `${record}:${offset}`));
    expect(found.map(({ record, offset }) => `${record}:${offset}`)).toEqual(wanted);
  });

  it('leaves unnoticed only what the standards allow to ignore', () => {
    const unnoticed = found.filter(({ finding }) => finding.kind === 'unnoticed');
    for (const { offset, finding } of unnoticed) {
      expect([1, 2]).toContain(offset);
      expect('because' in finding && finding.because).toMatch(/^version-/);
    }
    expect(unnoticed.length).toBeGreaterThan(0);
    expect(unnoticed.length).toBeLessThan(40);
  });

  it('finds the same when a byte is flipped in a run of its own', () => {
    for (const { record, offset, finding } of found.filter((__, index) => index % 97 === 0)) {
      const mischief = [{ id: 'flip', at: record, params: { offset, mask: 1 } }];
      const { moments, ends } = play({ ...scenario, mischief });
      const fault = moments.find((moment) => moment.who !== 'network' && moment.insight.kind === 'fault');
      if (finding.kind !== 'noticed') expect(fault).toBeUndefined();
      else expect(fault).toMatchObject({ who: finding.by, insight: { cause: finding.cause, alert: finding.alert } });
      if (finding.kind === 'unnoticed') expect(ends).toEqual(honest.ends);
    }
  });
});

describe('a sweep', () => {
  it('is the same each time', () => {
    const some = (): Finding[] => {
      const list: Finding[] = [];
      for (const { record, finding } of sweep(defaultScenario)) {
        if (record > 1) break;
        list.push(finding);
      }
      return list;
    };
    expect(some()).toEqual(some());
  });

  it('flips the bits it is told to', () => {
    const first = (mask: number) => sweep(defaultScenario, mask).next().value;
    // The first byte says that this is a handshake record (22): one bit makes an application_data record (23) of it, another a stranger.
    expect(first(1)).toMatchObject({ finding: { cause: 'unexpected-record' } });
    expect(first(0x80)).toMatchObject({ finding: { cause: 'unknown-content-type' } });
  });
});

/** Notes whenever both sides are connected and differ in what they agreed on, or in the keys that they hold. */
function agreement(complaints: string[]): Witness {
  return (conversation, { ends }, { record, offset }) => {
    const { client, server } = ends;
    if (!client.facts || !server.facts) return;
    const keysOf = conversation.exported();
    const same = keysOf.client && keysOf.server && equal(keysOf.client, keysOf.server);
    if (!same) complaints.push(`record ${record}, byte ${offset}: the keys differ`);
    if (said(client.facts) !== said(server.facts))
      complaints.push(`record ${record}, byte ${offset}: the facts differ`);
    for (const [role, facts] of Object.entries({ client: client.facts, server: server.facts }) as [Role, Facts][]) {
      const peer = role === 'client' ? /^CN=api\.example/ : /^CN=client\.example/;
      if (!peer.test(facts.peer ?? ''))
        complaints.push(`record ${record}, byte ${offset}: the ${role} knows ${facts.peer}`);
    }
  };
}

function said({ version, suite, group, alpn, serverName }: Facts): string {
  return JSON.stringify([version, suite, group, alpn, serverName]);
}

import { describe, expect, it } from 'vitest';
import { fromHex } from '../../../src/bytes/index.ts';
import { seededEnv } from '../../../src/crypto/index.ts';
import type { Timeline } from '../../../src/lab/index.ts';
import { catalogue, defaultScenario, run, staged } from '../../../src/lab/index.ts';
import { textOf } from '../../../src/story/index.ts';
import { type Ladder, laddersAt } from '../../../src/story/ladders/index.ts';
import { refusedIn, spoken } from '../../../src/story/ladders/refusing.ts';
import { clientMachines } from '../../../src/tls/client/machine.ts';
import { clientMachines12 } from '../../../src/tls/client/machine12.ts';
import { clientDefaults, Endpoint, type Role, serverDefaults, type Turn } from '../../../src/tls/index.ts';
import { serverMachines } from '../../../src/tls/server/machine.ts';
import { serverMachines12 } from '../../../src/tls/server/machine12.ts';
import { messageName } from '../../../src/tls/wire/message.ts';
import { states } from '../../../src/words/states.ts';
import { played, played12, staticRsa, stepOf, untrusted, variants } from './runs.ts';

const end = Number.POSITIVE_INFINITY;

describe('the words agree with the engine’s tables', () => {
  const tables = {
    '1.3': {
      client: { ...clientMachines.hello, ...clientMachines['1.3'] },
      server: { ...serverMachines.hello, ...serverMachines['1.3'] },
    },
    '1.2': {
      client: { ...clientMachines12.hello, ...clientMachines12['1.2'] },
      server: { ...serverMachines.hello, ...serverMachines12['1.2'] },
    },
  } as const;

  describe.each(['1.3', '1.2'] as const)('TLS %s', (version) => {
    it.each(['client', 'server'] as const)('every state of the %s has words, and no other', (of) => {
      expect(Object.keys(states[version][of]).sort()).toEqual(Object.keys(tables[version][of]).sort());
    });

    it.each(['client', 'server'] as const)('the ladder of the %s has every state, with what it accepts', (of) => {
      const { rungs } = ladderOf(played({ version }), of, end);
      for (const { name, accepts } of rungs) {
        const row: Readonly<Record<string, unknown>> = tables[version][of][name] ?? {};
        const accepted = Object.keys(row).filter((each) => row[each] !== null);
        expect(accepts).toEqual(version === '1.2' ? accepted.filter((each) => each !== 'HelloRetryRequest') : accepted);
      }
      expect(rungs.map(({ name }) => name)).toEqual(Object.keys(states[version][of]));
    });

    it.each(['client', 'server'] as const)('what the %s passes over is not refused', (of) => {
      for (const [state, row] of Object.entries<object>(tables[version][of])) {
        const { names } = refusedIn({ of, version, state, accepts: [], begun: true });
        const known = Object.entries(row).filter(([name]) => name !== 'HelloRetryRequest');
        for (const [name, handler] of known) expect([state, names.includes(name)]).toEqual([state, handler !== null]);
      }
    });

    it('knows every message', () => {
      const heads = Array.from({ length: 256 }, (_, type) => messageName(Uint8Array.of(type, 0, 0, 0), version));
      const named = new Set<string>(heads.filter((name) => name !== 'Unknown'));
      const further = version === '1.3' ? 'HelloRetryRequest' : 'ChangeCipherSpec';
      expect([...spoken[version]].sort()).toEqual([...named, further].sort());
    });
  });

  it('what is neither a message nor accepted is refused or passed over as it says', () => {
    const changeCipherSpec = fromHex('140303000101');
    const data = fromHex('170303000100');
    const client = () => begun(Endpoint.client({ ...clientDefaults }, seededEnv('c', defaultScenario.at)));
    const server = () => begun(Endpoint.server({ ...serverDefaults }, seededEnv('s', defaultScenario.at)));
    expect(alertIn(client().receive(changeCipherSpec))).toBeUndefined();
    expect(alertIn(server().receive(changeCipherSpec))).toBe('unexpected_message');
    expect(alertIn(client().receive(data))).toBe('unexpected_message');
    expect(alertIn(server().receive(data))).toBe('unexpected_message');
    const place = { version: '1.3', accepts: ['ClientHello'], begun: false } as const;
    expect(refusedIn({ ...place, of: 'client', state: 'WAIT_SH' }).names).not.toContain('ChangeCipherSpec');
    expect(refusedIn({ ...place, of: 'server', state: 'START' }).names).toContain('ChangeCipherSpec');
  });
});

describe('a ladder at the cursor', () => {
  const timeline = played();

  it('begins at START', () => {
    expect(statuses(ladderOf(timeline, 'client', 0))).toMatchObject({ START: 'here', WAIT_SH: 'ahead' });
    expect(nowText(ladderOf(timeline, 'client', 0))).toBe('It waits for nobody: it speaks next.');
    expect(nowText(ladderOf(timeline, 'server', 0))).toMatch(/^It waits for ClientHello\./);
  });

  it('says what a side waits for, and what it would refuse', () => {
    const ladder = ladderOf(timeline, 'client', stepOf(timeline, 'CertificateRequest', 'server'));
    expect(statuses(ladder)).toMatchObject({ WAIT_CERT_CR: 'been', WAIT_CERT: 'here', WAIT_CV: 'ahead' });
    expect(nowText(ladder)).toMatch(/^It waits for Certificate\./);
    expect(textOf(ladder.refused?.text ?? [])).toBe(
      'Anything else, for example Finished, would be refused with unexpected_message.',
    );
    expect(ladder.refused?.names).toContain('CertificateRequest');
    expect(ladder.refused?.names).not.toContain('Certificate');
  });

  it('says what a client of TLS 1.2 passes over', () => {
    const tls12 = played12();
    const [flight, done] = [stepOf(tls12, 'ServerHelloDone', 'server'), stepOf(tls12, 'Finished', 'server')];
    const passes = 'A HelloRequest asks for what is going on already, and is passed over.';
    for (const cursor of [1, flight - 1]) {
      const ladder = ladderOf(tls12, 'client', cursor);
      expect(nowText(ladder)).toContain(passes);
      expect(ladder.refused?.names).not.toContain('HelloRequest');
      expect(nowText(ladderOf(tls12, 'server', cursor))).not.toContain(passes);
    }
    expect(nowText(ladderOf(tls12, 'client', done))).not.toContain(passes);
    expect(ladderOf(tls12, 'server', flight).refused?.names).toContain('HelloRequest');
  });

  it('says which step brought a side where it is', () => {
    const rungs = ladderOf(timeline, 'server', end).rungs;
    expect(rungs.map(({ since }) => since?.label)).toEqual([
      '',
      'Finished (server)',
      'Certificate (client)',
      'CertificateVerify (client)',
      'Finished (client)',
    ]);
  });

  it('knows under which keys a side reads', () => {
    const epochs = ladderOf(timeline, 'client', 0).rungs.map(({ epoch }) => epoch);
    expect(epochs.slice(0, 3)).toEqual(['cleartext', 'cleartext', 'handshake']);
    expect(epochs.at(-1)).toBe('application');
  });

  it('leaves a side at work while it has not told what it found', () => {
    const failing = played(untrusted);
    const ladder = ladderOf(failing, 'server', failing.steps.length - 1);
    expect(statuses(ladder)).toMatchObject({ WAIT_CERT: 'here', WAIT_CV: 'ahead' });
    expect(nowText(ladder)).toBe('It has heard Certificate, and is still at work on it.');
    expect(ladder.refused).toBeUndefined();
  });

  it('ends where a side refused, and where the other one read the alert', () => {
    const failing = played(untrusted);
    const server = ladderOf(failing, 'server', end);
    expect(statuses(server)).toMatchObject({ WAIT_CERT: 'ended', WAIT_CV: 'never', CONNECTED: 'never' });
    expect(server.failed).toBe(true);
    expect(nowText(server)).toContain('It sent unknown_ca and closed.');
    const client = ladderOf(failing, 'client', end);
    expect(statuses(client)).toMatchObject({ CONNECTED: 'ended' });
    expect(nowText(client)).toBe('It got the alert unknown_ca and closed. It takes nothing any more.');
  });

  it('passes over what nobody asked for', () => {
    const unasked = played({ clientAuthentication: 'off' });
    expect(ladderOf(unasked, 'client', 0).rungs.find(({ name }) => name === 'WAIT_CERT')).toMatchObject({
      status: 'perhaps',
      only: 'Only where the server asks who the client is.',
    });
    expect(statuses(ladderOf(unasked, 'client', end))).toMatchObject({ WAIT_CERT: 'skipped' });
    expect(statuses(ladderOf(unasked, 'server', end))).toMatchObject({ WAIT_CERT: 'skipped', WAIT_CV: 'skipped' });
  });

  it('knows TLS 1.2, with a key share and without', () => {
    const tls12 = played12();
    expect(nowText(ladderOf(tls12, 'client', stepOf(tls12, 'Finished', 'client')))).toMatch(
      /^It waits for ChangeCipherSpec/,
    );
    expect(nowText(ladderOf(tls12, 'server', stepOf(tls12, 'Finished', 'server')))).toContain('no_renegotiation');
    expect(statuses(ladderOf(played12(staticRsa), 'client', end))).not.toHaveProperty('WAIT_SKE');
    expect(laddersAt(tls12, 0).references.map(({ text }) => text)).toEqual(['RFC 5246, 7.3']);
  });
});

describe('in any run', () => {
  const broken = catalogue().flatMap((entry) => [
    staged(entry, defaultScenario),
    staged(entry, { ...defaultScenario, version: '1.2' }),
  ]);
  const scenarios = [...variants.map(([, patch]) => ({ ...defaultScenario, ...patch })), ...broken];

  it.each(scenarios.map((scenario) => [JSON.stringify(scenario.mischief) + scenario.version, scenario] as const))(
    'each side is in one state, told in English: %s',
    (_, scenario) => {
      const timeline = run(scenario);
      for (const cursor of [0, ...timeline.steps.map(({ number }) => number)]) {
        for (const ladder of laddersAt(timeline, cursor).ladders) {
          expect(ladder.rungs.filter(({ status }) => status === 'here' || status === 'ended')).toHaveLength(1);
          expect(ladder.now.length).toBeGreaterThan(0);
          for (const text of [nowText(ladder), ...ladder.rungs.map(({ doing }) => doing)]) {
            expect(text).toMatch(/\.$/);
            expect(text).not.toMatch(/undefined|\bnull\b(?! method)|NaN|\[object|!|—|\*\*|`| {2}|\bsimply\b/i);
          }
        }
      }
    },
  );
});

function ladderOf(timeline: Timeline, of: Role, cursor: number): Ladder {
  const found = laddersAt(timeline, cursor).ladders.find((each) => each.of === of);
  if (!found) throw new Error(`no ladder of the ${of}`);
  return found;
}

function statuses({ rungs }: Ladder): Record<string, string> {
  return Object.fromEntries(rungs.map(({ name, status }) => [name, status]));
}

function nowText({ now }: Ladder): string {
  return now.map(textOf).join(' ');
}

function begun(endpoint: Endpoint): Endpoint {
  endpoint.start();
  return endpoint;
}

function alertIn(turn: Turn): string | undefined {
  const found = turn.find((item) => item.kind === 'insight' && item.insight.kind === 'fault');
  return found?.kind === 'insight' && found.insight.kind === 'fault' ? (found.insight.alert ?? undefined) : undefined;
}

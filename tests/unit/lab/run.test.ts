// What happens in a run, and in which order it is written down.

import { describe, expect, it } from 'vitest';
import { toText } from '../../../src/bytes/index.ts';
import {
  defaultScenario,
  type Moment,
  play,
  run,
  type Scenario,
  supply,
  type Timeline,
} from '../../../src/lab/index.ts';
import type { Insight, Role } from '../../../src/tls/index.ts';
import { find } from '../../../src/tls/wire/extension.ts';
import { decodeMessage } from '../../../src/tls/wire/index.ts';

await supply();

const scenario = (change: Partial<Scenario>): Scenario => ({ ...defaultScenario, ...change });
const names = ({ steps }: Pick<Timeline, 'steps'>): string[] => steps.map(({ from, name }) => `${from}: ${name}`);
const untrusted = scenario({ mischief: [{ id: 'untrusted-ca' }] });

/** Where one side says something of this kind, and optionally this name, for the first time. */
function momentOf(timeline: Timeline, who: Role, kind: Insight['kind'], name?: string): number {
  const found = timeline.moments.find(
    (moment) =>
      moment.who === who && moment.insight.kind === kind && (name === undefined || nameOf(moment.insight) === name),
  );
  if (!found) throw new Error(`${who} has no ${kind} ${name ?? ''}`);
  return found.at;
}

function nameOf(insight: Insight): string | undefined {
  if (insight.kind === 'said' || insight.kind === 'heard') return insight.message.name;
  return insight.kind === 'alert' ? insight.direction : undefined;
}

const honest = [
  'client: ClientHello',
  'server: ServerHello',
  'server: EncryptedExtensions',
  'server: CertificateRequest',
  'server: Certificate',
  'server: CertificateVerify',
  'server: Finished',
  'client: Certificate',
  'client: CertificateVerify',
  'client: Finished',
  'client: application data',
  'server: application data',
  'client: alert close_notify',
  'server: alert close_notify',
];

describe('the default scenario', () => {
  const timeline = run(defaultScenario);

  it('is a mutual handshake, a request, an answer and two goodbyes', () => {
    expect(names(timeline)).toEqual(honest);
    expect(timeline.ghosts).toEqual([]);
  });

  it('ends closed on both sides, each knowing the other', () => {
    expect(timeline.ends.client).toMatchObject({
      state: 'closed',
      facts: { peer: expect.stringContaining('CN=api.example') },
    });
    expect(timeline.ends.server).toMatchObject({
      state: 'closed',
      facts: {
        version: '1.3',
        alpn: 'http/1.1',
        serverName: 'api.example',
        peer: expect.stringContaining('CN=client.example'),
      },
    });
  });

  it('greets the client by the name in its certificate', () => {
    expect(answerOf(timeline)).toMatch(/^HTTP\/1\.1 200 OK\r\n[\s\S]*\r\n\r\nHello, CN=client\.example/);
  });

  it('has the client connected before the server has heard its Finished', () => {
    expect(momentOf(timeline, 'client', 'connected')).toBeLessThan(momentOf(timeline, 'server', 'heard', 'Finished'));
  });

  it('numbers moments and steps by their places', () => {
    expect(timeline.moments.map(({ at }) => at)).toEqual(timeline.moments.map((_, index) => index));
    expect(timeline.steps.map(({ number }) => number)).toEqual(timeline.steps.map((_, index) => index + 1));
  });

  it('is remembered, but can be played afresh', () => {
    expect(run({ ...defaultScenario })).toBe(timeline);
    expect(play(defaultScenario)).not.toBe(timeline);
  });
});

describe('a scenario’s choices', () => {
  it.each(['x25519', 'secp256r1', 'secp384r1'] as const)(
    'agrees on the group %s, with and without a retry',
    (group) => {
      for (const retry of [false, true]) {
        const timeline = run(scenario({ group, retry }));
        expect(timeline.ends.client).toMatchObject({ state: 'closed', facts: { group } });
        expect(names(timeline).includes('server: HelloRetryRequest')).toBe(retry);
      }
    },
  );

  it.each(['TLS_AES_128_GCM_SHA256', 'TLS_AES_256_GCM_SHA384', 'TLS_CHACHA20_POLY1305_SHA256'] as const)(
    'agrees on %s',
    (suite) => {
      expect(run(scenario({ suite })).ends.server).toMatchObject({ state: 'closed', facts: { suite } });
    },
  );

  it('gives back a cookie with the second ClientHello', () => {
    const { moments } = run(scenario({ retry: true }));
    const hellos = moments.filter((moment) => isSaid(moment, 'ClientHello'));
    expect(hellos).toHaveLength(2);
    expect(JSON.stringify(hellos[0])).not.toContain('"cookie"');
    expect(JSON.stringify(hellos[1])).toContain('"cookie"');
  });

  it('asks nobody when client authentication is off, and greets nobody by name', () => {
    const timeline = run(scenario({ clientAuthentication: 'off' }));
    const missing = ['server: CertificateRequest', 'client: Certificate', 'client: CertificateVerify'];
    expect(names(timeline)).toEqual(honest.filter((name) => !missing.includes(name)));
    expect(timeline.ends.server.facts?.peer).toBeNull();
    expect(answerOf(timeline)).toContain('Nobody was authenticated');
  });

  it('shares records when messages are coalesced, with the same steps', () => {
    const timeline = run(scenario({ coalesced: true }));
    expect(names(timeline)).toEqual(honest);
    const carried = (which: Timeline) => which.moments.filter((moment) => 'carriage' in moment).length;
    expect(carried(timeline)).toBeLessThan(carried(run(defaultScenario)));
  });

  it('sends ChangeCipherSpecs in compatibility mode only', () => {
    const timeline = run(scenario({ compatibility: true }));
    const rest = names(timeline).filter((name) => !name.endsWith('change_cipher_spec'));
    expect(rest).toEqual(honest);
    const specs = timeline.steps.filter(({ kind }) => kind === 'change_cipher_spec');
    expect(specs.map(({ from }) => from).sort()).toEqual(['client', 'server']);
    for (const { heard } of specs) expect(heard).toBeDefined();
  });

  describe.each(['1.3', '1.2'] as const)('about the protocol inside, in TLS %s', (version) => {
    it.each([
      ['http/1.1', ['http/1.1'], 'http/1.1'],
      ['h2', ['h2', 'http/1.1'], 'h2'],
      ['h2 declined', ['h2', 'http/1.1'], 'http/1.1'],
      ['unanswered', ['h2', 'http/1.1'], null],
      ['none', [], null],
    ] as const)('%s: offers %j, agrees on %s, and speaks that', (alpn, offered, agreed) => {
      const timeline = run(scenario({ version, alpn }));
      for (const { state, facts } of Object.values(timeline.ends))
        expect({ state, alpn: facts?.alpn }).toEqual({ state: 'closed', alpn: agreed });
      expect(offeredIn(timeline)).toEqual(offered);
      const text = dataOf(timeline, 'server').join('');
      expect(text.startsWith('PRI * HTTP/2.0\r\n')).toBe(agreed === 'h2');
      expect(text.startsWith('GET / HTTP/1.1\r\n')).toBe(agreed !== 'h2');
      expect(answerOf(timeline)).toContain('Hello, CN=client.example');
      // In HTTP/2 the client says goodbye before TLS does.
      const data = timeline.steps.filter(({ kind }) => kind === 'data');
      expect(data.map(({ from }) => from)).toEqual(['client', 'server', ...(agreed === 'h2' ? ['client'] : [])]);
    });
  });

  it('makes another handshake of another seed', () => {
    const random = (timeline: Timeline) => timeline.moments.find((moment) => isSaid(moment, 'ClientHello'));
    expect(random(run(scenario({ seed: 'another' })))).not.toEqual(random(run(defaultScenario)));
  });

  it('refuses mischief that the catalogue does not know', () => {
    expect(() => run(scenario({ mischief: [{ id: 'nonsense' }] }))).toThrow(/unknown mischief.*nonsense/);
    expect(() => run(scenario({ mischief: [{ id: 'untrusted-ca', at: 3 }] }))).toThrow(RangeError);
    expect(() => run(scenario({ mischief: [{ id: 'flip', params: { mask: 0 } }] }))).toThrow(/mask.*255/);
    const many = Array.from({ length: 33 }, (_, at) => ({ id: 'flip', at }));
    expect(() => run(scenario({ mischief: many }))).toThrow(/too much.*32/);
    expect(run(scenario({ mischief: many.slice(1) })).steps.length).toBeGreaterThan(0);
  });
});

describe('a refused client certificate', () => {
  const timeline = run(untrusted);

  it('is news to a client that believes itself connected, and has sent its request', () => {
    const fault = momentOf(timeline, 'server', 'fault');
    const connected = momentOf(timeline, 'client', 'connected');
    const request = momentOf(timeline, 'client', 'data');
    const alert = momentOf(timeline, 'client', 'alert', 'received');
    expect([fault, connected, request, alert]).toEqual([fault, connected, request, alert].sort((a, b) => a - b));
    expect(timeline.ends.client).toMatchObject({ state: 'failed', facts: { version: '1.3' } });
    expect(timeline.ends.server).toEqual({ state: 'failed' });
  });

  it('leaves the rest as ghosts', () => {
    expect(names(timeline).at(-1)).toBe('server: alert unknown_ca');
    expect(names({ steps: timeline.ghosts })).toEqual(honest.slice(11));
  });

  it('shows what the server did not listen to any more', () => {
    const unheard = timeline.steps.filter(({ heard }) => heard === undefined).map(({ name }) => name);
    expect(unheard).toEqual(['CertificateVerify', 'Finished', 'application data']);
  });
});

function isSaid(moment: Moment, name: string): boolean {
  return moment.who !== 'network' && moment.insight.kind === 'said' && moment.insight.message.name === name;
}

function answerOf(timeline: Timeline): string {
  return dataOf(timeline, 'client').join('');
}

/** The protocols that the ClientHello names. */
function offeredIn({ moments }: Timeline): readonly string[] {
  const hello = moments.find((moment) => isSaid(moment, 'ClientHello'));
  if (!hello || hello.who === 'network' || hello.insight.kind !== 'said') throw new Error('there is no ClientHello');
  const decoded = decodeMessage(hello.insight.message.bytes, 'hello');
  if (!decoded.ok || decoded.value.name !== 'ClientHello') throw new Error('the ClientHello can’t be read');
  const { extensions } = decoded.value.body;
  return (find(extensions, 'application_layer_protocol_negotiation')?.protocol_name_list ?? []).map(toText);
}

/** What one side is told under application keys. */
function dataOf({ moments }: Timeline, who: Role): readonly string[] {
  return moments.flatMap((moment) =>
    moment.who === who && moment.insight.kind === 'data' && moment.insight.direction === 'received'
      ? [toText(moment.insight.bytes)]
      : [],
  );
}

import { describe, expect, it } from 'vitest';
import { fromHex, toHex } from '../../../src/bytes/index.ts';
import { catalogue, defaultScenario, run, staged, type Timeline } from '../../../src/lab/index.ts';
import { accountOf, toldBy } from '../../../src/story/account.ts';
import { type KeyNode, keyTree } from '../../../src/story/keys/index.ts';
import type { Role } from '../../../src/tls/index.ts';
import { hkdfLabel, secretName } from '../../../src/tls/keys/index.ts';
import { withKeyUpdates } from './key-runs.ts';
import { played, variants } from './runs.ts';

const roles: readonly Role[] = ['client', 'server'];

/** All nodes of a tree, each with its branches after it. */
function nodesOf(timeline: Timeline, cursor = timeline.steps.length): readonly KeyNode[] {
  const flat = (node: KeyNode): readonly KeyNode[] => [node, ...node.branches.flatMap(flat)];
  return keyTree(timeline, cursor).sections.flatMap(({ nodes }) => nodes.flatMap(flat));
}

function nodeAt(timeline: Timeline, id: string, cursor = timeline.steps.length): KeyNode {
  const found = nodesOf(timeline, cursor).find((node) => node.id === id);
  if (!found) throw new Error(`there is no ${id}`);
  return found;
}

const states = ({ knowing }: KeyNode) => knowing.map(({ state }) => state);
const cursorsOf = ({ steps }: Timeline) => steps.flatMap(({ number }) => [number - 0.5, number]);

describe.each(variants)('the key schedule of a run: %s', (_, patch) => {
  const timeline = played(patch);

  it('is there as a whole from the start, with the labels that the engine uses', () => {
    const outline = (cursor: number) =>
      nodesOf(timeline, cursor).map(({ id, name, mark, hue }) => [id, name, mark, hue]);
    for (const cursor of cursorsOf(timeline)) expect(outline(cursor)).toEqual(outline(0));
    const told = accountOf(timeline).flatMap(({ insight }) => (insight.kind === 'secret' ? [insight.secret] : []));
    for (const secret of told) {
      if ('label' in secret) expect(nodeAt(timeline, secretName(secret.id), 0).mark).toBe(`“${secret.label}”`);
    }
  });

  it('holds no value that its holder did not tell by then', () => {
    for (const cursor of cursorsOf(timeline)) {
      const told = { client: valuesTold(timeline, 'client', cursor), server: valuesTold(timeline, 'server', cursor) };
      for (const { id, values, knowing } of nodesOf(timeline, cursor)) {
        for (const who of roles) {
          const knows = knowing.some((each) => each.who === who && each.state === 'knows');
          if (knows)
            expect(
              values.some(({ hex }) => told[who].has(hex)),
              `${who} ${id}`,
            ).toBe(true);
        }
      }
    }
  });

  it('only ever fills', () => {
    let before: ReadonlySet<string> = new Set();
    for (const cursor of [0, ...cursorsOf(timeline)]) {
      const now = new Set(nodesOf(timeline, cursor).flatMap(({ id, made }) => (made ? [id] : [])));
      for (const id of before) expect(now).toContain(id);
      before = now;
    }
  });

  it('is the same on both sides where nobody meddles', () => {
    for (const { id, values, warning } of nodesOf(timeline)) {
      expect(values.length, id).toBeLessThanOrEqual(1);
      expect(warning).toBeUndefined();
    }
  });

  it('is closed to whoever listens, but for what travels in the clear and what nothing secret goes into', () => {
    const open = nodesOf(timeline).filter(({ knowing }) =>
      knowing.some(({ who, state }) => who === 'eavesdropper' && state === 'knows'),
    );
    const expected = /^((client|server) (\S+ )?share|(derived from )?early_secret|encrypted_pre_master_secret)$/;
    for (const { id } of open) expect(id).toMatch(expected);
  });

  it('has a command for everything that was derived', () => {
    const wayless = /^(client|server) (\S+ )?share$|^encrypted_pre_master_secret$/;
    const static_ = patch.keyExchange === 'static';
    for (const { id, values } of nodesOf(timeline)) {
      for (const { ways } of values) {
        if (!wayless.test(id)) expect(ways.length, id).toBeGreaterThan(0);
        if (static_ && id === 'pre_master_secret') continue;
        for (const { command } of ways) expect(command, id).toBeDefined();
      }
    }
  });
});

/** Everything that a side said it has, in hex. */
function valuesTold(timeline: Timeline, who: Role, cursor: number): ReadonlySet<string> {
  const found = new Set<string>();
  for (const { insight } of toldBy(timeline, who, cursor)) {
    if (insight.kind === 'secret') found.add(toHex(insight.secret.value));
    if (insight.kind === 'keys') for (const bytes of [insight.key, insight.iv]) found.add(toHex(bytes));
    if (insight.kind === 'said' || insight.kind === 'heard') for (const hex of opaque(insight.message)) found.add(hex);
  }
  return found;
}

/** The contents of all vectors in a message. */
function opaque({
  bytes,
  field,
}: {
  readonly bytes: Uint8Array;
  readonly field: { readonly children: readonly unknown[] };
}) {
  const found: string[] = [];
  const visit = (
    each: typeof field & { readonly name?: string; readonly start?: number; readonly end?: number },
  ): void => {
    if (each.name === 'data') found.push(toHex(bytes.subarray(each.start, each.end)));
    for (const child of each.children) visit(child as typeof each);
  };
  visit(field);
  return found;
}

describe('TLS 1.3', () => {
  const timeline = played();

  it('fills in the order of the handshake', () => {
    expect(nodesOf(timeline, 0).some(({ made }) => made)).toBe(false);
    expect(states(nodeAt(timeline, 'client x25519 share', 0.5))).toEqual(['knows', 'not yet', 'knows']);
    expect(states(nodeAt(timeline, 'shared_secret', 1.5))).toEqual(['not yet', 'not yet', 'never']);
    expect(states(nodeAt(timeline, 'server x25519 share', 1.5))).toEqual(['not yet', 'knows', 'knows']);
    expect(states(nodeAt(timeline, 'shared_secret', 2))).toEqual(['knows', 'knows', 'never']);
    expect(states(nodeAt(timeline, 'early_secret', 2))).toEqual(['knows', 'knows', 'knows']);
    expect(states(nodeAt(timeline, 'main_secret', 6))).toEqual(['not yet', 'not yet', 'never']);
    const [finished] = timeline.steps.filter(({ name, from }) => name === 'Finished' && from === 'server');
    const at = finished?.number ?? 0;
    expect(states(nodeAt(timeline, 'main_secret', at))).toEqual(['knows', 'knows', 'never']);
    expect(nodeAt(timeline, 'client_application_traffic_secret_0', at)).toMatchObject({ made: true, fresh: true });
    expect(nodeAt(timeline, 'client_application_traffic_secret_0 key', at).made).toBe(false);
    expect(nodeAt(timeline, 'client_application_traffic_secret_0', at + 1).fresh).toBe(false);
  });

  it('names what a value is made from', () => {
    const [value] = nodeAt(timeline, 'handshake_secret').values;
    expect(value?.ways).toHaveLength(1);
    expect(value?.ways[0]).toMatchObject({
      formula: 'HKDF-Extract(derived from early_secret, shared_secret)',
      inputs: [
        { name: 'salt', note: 'derived from early_secret' },
        { name: 'IKM', note: 'shared_secret' },
      ],
    });
    const ways = nodeAt(timeline, 'shared_secret').values[0]?.ways ?? [];
    expect(ways.map(({ by, formula }) => [by, formula])).toEqual([
      ['the server', 'x25519(server’s private key, client’s share)'],
      ['the client', 'x25519(client’s private key, server’s share)'],
    ]);
  });

  it('has a place for every secret that the engine derives', () => {
    const ids = nodesOf(timeline).map(({ id }) => id);
    const derived = accountOf(timeline).flatMap(({ insight }) =>
      insight.kind === 'secret' ? [secretName(insight.secret.id)] : [],
    );
    expect(new Set(derived).size).toBe(17);
    expect(ids).toEqual(expect.arrayContaining(derived));
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('keeps the share of a wrong guess', () => {
    const shares = nodesOf(played({ retry: true })).filter(({ hue }) => hue === 'cleartext');
    expect(shares.map(({ id }) => id)).toEqual([
      'client secp256r1 share',
      'client x25519 share',
      'server x25519 share',
    ]);
    expect(shares[0]?.why.map(({ text }) => text).join('')).toContain('not used');
  });

  it('shows what never comes as not in this run', () => {
    const refused = played({ mischief: [{ id: 'untrusted-ca' }] });
    expect(nodeAt(refused, 'resumption_secret').knowing.map(({ text }) => text)).toEqual([
      'since step 10',
      'not in this run',
      'never',
    ]);
    const broken = played({ version: '1.2', mischief: [{ id: 'share-swapped' }] });
    expect(nodeAt(broken, 'master_secret')).toMatchObject({ made: false, holders: 'not in this run' });
  });

  it('has a place for each generation of keys after KeyUpdate', () => {
    const updated = withKeyUpdates();
    const ids = (who: Role) =>
      nodesOf(updated).flatMap(({ id, made }) => (made && id.startsWith(`${who}_application`) ? [id] : []));
    const generation = (who: Role, number: number) => {
      const id = `${who}_application_traffic_secret_${number}`;
      return [id, `${id} key`, `${id} iv`];
    };
    expect(ids('client')).toEqual([0, 1, 2].flatMap((number) => generation('client', number)));
    expect(ids('server')).toEqual([0, 1].flatMap((number) => generation('server', number)));
    const latest = nodeAt(updated, 'client_application_traffic_secret_2');
    expect(states(latest)).toEqual(['knows', 'knows', 'never']);
    expect(latest.values[0]?.ways[0]?.formula).toBe(
      'HKDF-Expand-Label(client_application_traffic_secret_1, "traffic upd", "", 32)',
    );
  });
});

describe('TLS 1.2', () => {
  it.each(['ephemeral', 'static'] as const)('has no secret before the ClientKeyExchange: %s', (keyExchange) => {
    const timeline = played({ version: '1.2', keys: 'RSA', keyExchange });
    const exchanged = timeline.steps.find(({ name }) => name === 'ClientKeyExchange')?.number ?? 0;
    expect(nodeAt(timeline, 'pre_master_secret', exchanged - 1).made).toBe(false);
    expect(states(nodeAt(timeline, 'pre_master_secret', exchanged))).toEqual(['knows', 'knows', 'never']);
  });

  it('fills in the order of the handshake', () => {
    const timeline = played({ version: '1.2' });
    const said = (name: string) => timeline.steps.find((step) => step.name === name)?.number ?? 0;
    expect(states(nodeAt(timeline, 'server x25519 share', said('ServerKeyExchange')))).toEqual([
      'knows',
      'knows',
      'knows',
    ]);
    const exchanged = said('ClientKeyExchange');
    expect(nodeAt(timeline, 'pre_master_secret', exchanged - 1).made).toBe(false);
    for (const id of ['pre_master_secret', 'master_secret', 'key_block'])
      expect(states(nodeAt(timeline, id, exchanged))).toEqual(['knows', 'knows', 'never']);
    const switched = said('change_cipher_spec');
    expect(nodeAt(timeline, 'client_write_key', switched).made).toBe(true);
    expect(nodeAt(timeline, 'server_write_key', switched).made).toBe(false);
  });

  it('says so where the master secret is tied to the randoms only', () => {
    const stripped = played({ version: '1.2', mischief: [{ id: 'extended-master-secret-stripped' }] });
    expect(nodeAt(stripped, 'master_secret').mark).toBe('“master secret”');
    expect(nodeAt(stripped, 'master_secret').values[0]?.ways[0]?.inputs.map(({ name }) => name)).toEqual([
      'pre_master_secret',
      'client_random',
      'server_random',
    ]);
  });

  it('says what static RSA sends in the clear, and does not pretend to a command', () => {
    const timeline = played({ version: '1.2', keys: 'RSA', keyExchange: 'static' });
    expect(nodeAt(timeline, 'encrypted_pre_master_secret').holders).toBe('everybody has it');
    const ways = nodeAt(timeline, 'pre_master_secret').values[0]?.ways ?? [];
    expect(ways.map(({ by, command }) => [by, command])).toEqual([
      ['the client', undefined],
      ['the server', undefined],
    ]);
  });
});

describe('where somebody meddles', () => {
  it('a share that was swapped shows as two values, and so does what follows from it', () => {
    const timeline = played({ mischief: [{ id: 'share-swapped' }] });
    const share = nodeAt(timeline, 'client x25519 share');
    expect(share.values.map(({ holders }) => holders)).toEqual(['the client and whoever listens', 'the server']);
    expect(share.warning).toBeDefined();
    const secret = nodeAt(timeline, 'shared_secret');
    expect(secret.holders).toBe('not the same on both sides');
    expect(secret.knowing.map(({ text }) => text)).toEqual([
      'another value, since step 2',
      'since step 2',
      'not by listening',
    ]);
  });

  it('whatever it is, the schedule can be drawn at every step', { timeout: 120_000 }, () => {
    // What is wrong with a certificate leaves the keys alone.
    for (const entry of catalogue().filter(({ topic }) => topic !== 'certificate')) {
      for (const version of ['1.3', '1.2'] as const) {
        if (!entry.expect[version]) continue;
        const timeline = run(staged(entry, { ...defaultScenario, version }, undefined, version));
        const middle = timeline.steps.length / 2;
        const sizes = [0, middle, 2 * middle].map((cursor) => nodesOf(timeline, cursor).length);
        expect(new Set(sizes).size, entry.id).toBe(1);
      }
    }
  });
});

describe('HkdfLabel', () => {
  it('is what RFC 8448 section 3 has', () => {
    expect(toHex(hkdfLabel('key', new Uint8Array(0), 16))).toBe('001009746c733133206b657900');
    const hash = fromHex('e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855');
    expect(toHex(hkdfLabel('derived', hash, 32))).toBe(`00200d746c733133206465726976656420${toHex(hash)}`);
  });
});

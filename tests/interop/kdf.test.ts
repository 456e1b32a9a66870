// A second opinion from OpenSSL on every key: the command that the Keys pane shows beside a value must print that value.

import { spawnSync } from 'node:child_process';
import { describe, expect, it, vi } from 'vitest';
import { defaultScenario, run, type Scenario, supply, type Timeline } from '../../src/lab/index.ts';
import { type KeyNode, keyTree } from '../../src/story/keys/index.ts';
import { withKeyUpdates } from '../unit/story/key-runs.ts';

// Programs take their time on a busy machine.
vi.setConfig({ testTimeout: 60_000 });

await supply();

const played = (patch: Partial<Scenario>): Timeline => run({ ...defaultScenario, ...patch });

const older: Partial<Scenario> = { version: '1.2' };
const timelines: readonly (readonly [string, () => Timeline])[] = [
  ['TLS 1.3', () => played({})],
  ['TLS 1.3, SHA-384, secp384r1', () => played({ suite: 'TLS_AES_256_GCM_SHA384', group: 'secp384r1' })],
  [
    'TLS 1.3, ChaCha20, secp256r1 after a wrong guess',
    () => played({ suite: 'TLS_CHACHA20_POLY1305_SHA256', group: 'secp256r1', retry: true }),
  ],
  ['TLS 1.3 with KeyUpdate', withKeyUpdates],
  ['TLS 1.3, where both sides have other keys', () => played({ mischief: [{ id: 'share-swapped' }] })],
  ['TLS 1.2, extended master secret', () => played(older)],
  ['TLS 1.2, SHA-384, secp384r1', () => played({ ...older, suite: 'TLS_AES_256_GCM_SHA384', group: 'secp384r1' })],
  [
    'TLS 1.2, ChaCha20, secp256r1',
    () => played({ ...older, suite: 'TLS_CHACHA20_POLY1305_SHA256', group: 'secp256r1' }),
  ],
  ['TLS 1.2, static RSA', () => played({ ...older, keys: 'RSA', keyExchange: 'static' })],
  [
    'TLS 1.2, without the extended master secret',
    () => played({ ...older, mischief: [{ id: 'extended-master-secret-stripped' }] }),
  ],
];

/** A command, and what it must print. */
interface Claim {
  readonly title: string;
  readonly line: string;
  readonly hex: string;
}

/** What a command needs, in which shell, and how to find out whether it is there. */
const tools = {
  kdf: { what: 'OpenSSL 3 with its kdf command', shell: 'sh', probe: 'openssl kdf -help' },
  exchange: { what: 'openssl, bash and xxd', shell: 'bash', probe: 'openssl version && xxd -p </dev/null' },
} as const;

type Tool = keyof typeof tools;

/** Derivations are for any shell; a key exchange needs files, which bash can make out of nothing. */
const toolOf = ({ line }: Claim): Tool => (line.startsWith('openssl kdf ') ? 'kdf' : 'exchange');

describe.each(timelines)('the commands of the Keys pane: %s', (_, timeline) => {
  const claims = claimsOf(timeline());
  for (const tool of ['kdf', 'exchange'] as const) {
    const own = claims.filter((claim) => toolOf(claim) === tool);
    if (own.length > 0) withTool(tool, () => it.each(own)('$title', (claim) => prints(tool, claim)));
  }
});

function prints(tool: Tool, { line, hex }: Claim): void {
  const { status, stdout, stderr } = shell(tool, line);
  expect(stderr).toBe('');
  expect(status).toBe(0);
  expect(stdout.toLowerCase().replaceAll(/[\s:]/g, '')).toBe(hex);
}

/** A group of tests that need a tool: without it they are skipped, which with CI=true is a failure. */
function withTool(tool: Tool, tests: () => void): void {
  const { what, probe } = tools[tool];
  if (shell(tool, probe).status === 0) {
    describe(what, tests);
    return;
  }
  it(`needs ${what}`, ({ skip }) => {
    if (process.env.CI === 'true') expect.fail(`This needs ${what}; with CI=true it must not be skipped.`);
    skip(`This machine lacks ${what}.`);
  });
}

function shell(tool: Tool, line: string) {
  return spawnSync(tools[tool].shell, ['-c', line], { encoding: 'utf8' });
}

/** Every command of a finished run, with the name of its node and, where each side has its own, the side. */
function claimsOf(timeline: Timeline): readonly Claim[] {
  const claims = (node: KeyNode): readonly Claim[] => [...own(node), ...node.branches.flatMap(claims)];
  const own = ({ id, values }: KeyNode): readonly Claim[] =>
    values.flatMap(({ hex, holders, ways }) =>
      ways.flatMap(({ by, command }) =>
        command ? [{ title: `${id}, of ${by === '' ? holders : by}`, line: command.line, hex }] : [],
      ),
    );
  return keyTree(timeline, timeline.steps.length).sections.flatMap(({ nodes }) => nodes.flatMap(claims));
}

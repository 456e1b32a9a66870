// The lines that a reader is told to write are understood: every option of OpenSSL’s is one of its commands’, and Node takes what it is given.

import { spawnSync } from 'node:child_process';
import tls from 'node:tls';
import { expect, it } from 'vitest';
import { usualValues } from '../../src/words/settings/index.ts';
import { node } from '../../src/words/settings/node.ts';
import { openssl } from '../../src/words/settings/openssl.ts';
import type { Program } from '../../src/words/settings/setting.ts';
import { withOpenssl } from './program.ts';

function linesOf(program: Program): readonly string[] {
  const of = (side: 'client' | 'server') =>
    Object.values(program[side] ?? {}).flatMap(({ lines }) => lines(usualValues(side)).split('\n'));
  return [...of('client'), ...of('server')];
}

withOpenssl('what OpenSSL is told', () => {
  const commands = linesOf(openssl).filter((line) => line.startsWith('openssl '));

  it.each([...new Set(commands)])('%s', (line) => {
    const [, command = '', ...args] = line.split(' ');
    const { stderr } = spawnSync('openssl', [command, '-help'], { encoding: 'utf8' });
    const known = new Set([...stderr.matchAll(/^ (-[\w-]+)/gm)].map(([, option]) => option));
    // A digest is written as an option of its own.
    known.add('-sha256');
    expect(args.filter((each) => each.startsWith('-') && !known.has(each))).toEqual([]);
  });
});

it('are signature schemes and versions that Node knows', () => {
  const lines = linesOf(node).join('\n');
  const options = [...lines.matchAll(/^ {2}(sigalgs|minVersion|maxVersion): '([^']+)'/gm)];
  expect(options.length).toBeGreaterThan(3);
  for (const [, name = '', value] of options) expect(() => tls.createSecureContext({ [name]: value })).not.toThrow();
});

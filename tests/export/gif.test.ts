// The picture that moves, from the command line: its last frame is the PNG of its last step, in both themes.

import { spawnSync } from 'node:child_process';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { PNG } from 'pngjs';
import { describe, expect, it } from 'vitest';
import { readFlags } from '../../tools/export/flags.ts';
import { made } from '../../tools/export/made.ts';
import { differing, framesOf } from './frames.ts';

const file = async (link: string, as: string, ...more: readonly string[]) =>
  Buffer.from(await made(readFlags([link, '-', '--as', as, ...more])));

describe('the picture that moves', () => {
  it.each(['light', 'dark'])('ends in the %s theme as the PNG of its last step looks', async (theme) => {
    const flags = ['--theme', theme, '--scale', '2'];
    const gif = framesOf(await file('#1?break=untrusted-ca&from=3', 'gif', ...flags, '--to', '5', '--seconds', '0.8'));
    const still = PNG.sync.read(await file('#1?break=untrusted-ca&step=5', 'png', ...flags));
    expect([gif.width, gif.height]).toEqual([still.width, still.height]);
    expect(gif.delays).toEqual([0.8, 0.8, 0.8]);
    expect(differing(gif.last, still.data)).toBeLessThan(0.005);
    expect(differing(gif.first, still.data)).toBeGreaterThan(0.001);
  });

  it('has no steps that the run hasn’t, nor from a later to an earlier one', async () => {
    for (const range of [
      ['--to', '99'],
      ['--from', '5', '--to', '4'],
    ])
      await expect(file('#1', 'gif', ...range)).rejects.toThrow('this run has steps 1 to 14');
  });

  it.each(['gif', 'png'])('is one sentence and exit status 2 where no browser draws a .%s', (as) => {
    const project = fileURLToPath(new URL('../../', import.meta.url));
    const { status, stdout, stderr } = spawnSync(
      process.execPath,
      ['--import', 'tsx', 'tools/export.ts', '#1', '-', '--as', as],
      {
        cwd: project,
        encoding: 'utf8',
        env: { ...process.env, CHROMIUM_PATH: '/nowhere/chromium', COUNTERSIGN_BROWSER: '' },
      },
    );
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(stderr).toMatch(new RegExp(`^A \\.${as} is drawn by a browser\\..*The \\.svg needs none\\.\\n$`));
  });
});

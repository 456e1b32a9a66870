// The command line of `lesson`: what it makes, what it says of a lesson with mistakes, and the one sentence for anything else.

import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { strFromU8, unzipSync } from 'fflate';
import { afterAll, describe, expect, it } from 'vitest';
import { readFlags } from '../../../tools/lesson/flags.ts';
import { made } from '../../../tools/lesson/made.ts';
import { LessonError, usage } from '../../../tools/lesson/usage.ts';

const project = fileURLToPath(new URL('../../../', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'countersign-lesson-'));
afterAll(() => rmSync(folder, { recursive: true }));

const called = (...args: readonly string[]) =>
  spawnSync(process.execPath, ['--import', 'tsx', 'tools/lesson.ts', ...args], { cwd: project, encoding: 'utf8' });

function written(name: string, text: string | Uint8Array): string {
  const file = join(folder, name);
  writeFileSync(file, text);
  return file;
}

const lesson = '# Who *asks*?\n\n## The first flight\n\n#1?step=1\n\nThe client begins.\n\n### Predict\n';
const right = written('right.md', lesson);
const plain = written('plain.md', lesson.replace('### Predict\n', ''));
const wrong = written('wrong.md', lesson.replace('# Who *asks*?', '').replace('### Predict', '### Predict: weather'));
const page = written(
  'page.html',
  '<html lang="en" data-whole="page"><body><script type="text/plain" id="licences">All</script></body></html>',
);

async function manifestFor(...args: readonly string[]): Promise<string> {
  const result = await made(readFlags([...args, '--page', page]));
  if (!result.ok || !result.content) throw new Error('There is no package.');
  return strFromU8(unzipSync(result.content)['imsmanifest.xml'] ?? new Uint8Array());
}

async function refused(...args: readonly string[]): Promise<string> {
  try {
    await made(readFlags(args));
  } catch (error) {
    if (error instanceof LessonError) return error.message;
    throw error;
  }
  return '';
}

describe('a lesson', () => {
  it('becomes a package, with what it takes to pass it', async () => {
    const usual = await manifestFor(right, 'out.zip');
    expect(usual).toContain('<title>Who asks?</title>');
    expect(usual).toContain('<adlcp:masteryscore>80<');
    expect(await manifestFor(right, 'out.zip', '--mastery', '65')).toContain('<adlcp:masteryscore>65<');
    expect(await manifestFor(right, 'out.zip', '--mastery', 'none')).not.toContain('masteryscore');
    expect(await manifestFor(plain, 'out.zip', '--mastery', '65')).not.toContain('masteryscore');
  });

  it('with mistakes is answered with each of them, and its line', async () => {
    const result = await made(readFlags([wrong]));
    if (result.ok) throw new Error('It has mistakes.');
    expect(result.wrong).toHaveLength(2);
    expect(result.wrong[0]).toMatch(/wrong\.md: Line 1: /);
    expect(result.wrong[1]).toMatch(/wrong\.md: Line 9: .*weather/);
  });
});

describe('a moment that isn’t there', () => {
  it('is told with the line of its address', async () => {
    const again = '\n\n## Again\n\n#1?step=99\n\nThe end.\n\n## Never\n\n#1/purple\n';
    const result = await made(
      readFlags([written('nowhere.md', lesson.replace('#1?step=1', '#1?step=1&break=nothing') + again)]),
    );
    if (result.ok) throw new Error('It has mistakes.');
    expect(result.wrong).toHaveLength(3);
    expect(result.wrong[0]).toMatch(/nowhere\.md: Line 5: .*“nothing”/);
    expect(result.wrong[1]).toMatch(/Line 14: .*step 99/);
    expect(result.wrong[2]).toMatch(/Line 20: .*“purple”/);
  });
});

describe('what can’t be done', () => {
  it.each([
    [[], 'Name a lesson and a package: npm run -s lesson -- FILE.md OUT.zip. --help says more.'],
    [['a.md', 'b.zip', 'c.zip'], 'Name a lesson and a package'],
    [['a.md', 'b.tar'], 'A package is a zip: name it b.zip, and not b.tar.'],
    [
      ['a.md', 'b.zip', '--mastery', '101'],
      '--mastery is a whole number from 0 to 100, or none, and “101” is neither.',
    ],
    [['a.md', 'b.zip', '--score', '1'], '--help lists the flags.'],
    [[join(folder, 'none.md')], "none.md can't be read: there is no such file."],
    [[folder], "can't be read: it is a folder."],
    [[written('utf16.md', Uint8Array.of(0xff, 0xfe, 0x23, 0x00))], "can't be read: it is no text in UTF-8."],
    [[right, 'b.zip', '--page', right], 'right.md is not the page that holds everything. npm run build makes it'],
  ])('%j is answered by a sentence', async (args, sentence) => {
    expect(await refused(...args)).toContain(sentence);
  });
});

it('the command writes the package, or says what is wrong, with an exit status', () => {
  const out = join(folder, 'out.zip');
  const done = called(right, out, '--page', page);
  expect(done).toMatchObject({ status: 0, stderr: '', stdout: `“Who asks?”: 1 part. ${out}, 1 KB.\n` });
  expect(readFileSync(out).subarray(0, 4).toString('latin1')).toBe('PK\u0003\u0004');
  expect(called(wrong, out, '--page', page)).toMatchObject({ status: 1, stdout: '' });
  const nowhere = join(folder, 'no', 'out.zip');
  expect(called(right, nowhere, '--page', page)).toMatchObject({
    status: 2,
    stdout: '',
    stderr: `${nowhere} can't be written: its folder does not exist.\n`,
  });
  expect(called('--help')).toMatchObject({ status: 0, stdout: usage, stderr: '' });
});

// The command line of `export`: what it understands, what it writes, and the one sentence for what it doesn't.

import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';
import { readFlags } from '../../../tools/export/flags.ts';
import { made } from '../../../tools/export/made.ts';
import { ExportError, usage } from '../../../tools/export/usage.ts';

const project = fileURLToPath(new URL('../../../', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'countersign-export-'));
afterAll(() => rmSync(folder, { recursive: true }));

const called = (...args: readonly string[]) =>
  spawnSync(process.execPath, ['--import', 'tsx', 'tools/export.ts', ...args], { cwd: project, encoding: 'utf8' });

async function said(link: string, as: string, ...more: readonly string[]): Promise<string> {
  return String(await made(readFlags([link, '-', '--as', as, ...more])));
}

function refused(...args: readonly string[]): string {
  try {
    readFlags(args);
  } catch (error) {
    if (error instanceof ExportError) return error.message;
    throw error;
  }
  return '';
}

describe('the flags', () => {
  it('are all read', () => {
    const flags = ['--theme', 'dark', '--width', '600', '--scale', '2', '--page', 'https://example.org/lab/#1'];
    expect(readFlags(['#1/tls12', 'a.PNG', ...flags])).toEqual({
      link: '#1/tls12',
      file: 'a.PNG',
      as: 'png',
      theme: 'dark',
      width: 600,
      scale: 2,
      from: undefined,
      to: undefined,
      seconds: 1.5,
      page: 'https://example.org/lab/',
      run: undefined,
    });
  });

  it('take a whole address, and a link without its sign', () => {
    expect(readFlags(['https://example.org/lab/#1?step=2', 'a.svg']).link).toBe('#1?step=2');
    expect(readFlags(['1?step=2', 'a.svg']).link).toBe('#1?step=2');
  });

  it.each([
    [['#1'], 'Name a link and a file: npm run -s export -- LINK FILE. --help says more.'],
    [['#1', 'a.docx'], 'Nothing here is written as “.docx”. It can be one of .svg .png .gif .pcapng'],
    [['#1', 'a'], 'Say what it shall become: an ending of the file, or --as with one of .svg'],
    [['#1', '-'], 'Say what it shall become'],
    [['#1', 'a.svg', '--theme', 'pink'], 'There is no theme “pink”. It can be light, dark, projector.'],
    [['#1', 'a.png', '--scale', '5'], '--scale is a whole number from 1 to 4, and “5” is none.'],
    [['#1', 'a.svg', '--width', 'x'], '--width is a whole number from 300 to 4000, and “x” is none.'],
    [['#1', 'a.svg', '--page', 'ftp://x'], '--page is an address such as'],
    [['#1', 'a.csv', '--run', 'c'], '--run is a or b, and “c” is neither.'],
    [['#1', 'a.svg', '--run', 'b'], 'A .svg has room for both runs: --run is for a file that holds one.'],
    [['#1', 'a.svg', '--colour'], '--help lists the flags.'],
  ])('%j is answered by a sentence', (args, sentence) => {
    expect(refused(...args)).toContain(sentence);
  });
});

describe('what is written', () => {
  it.each([
    ['mmd', /^---\ntitle: "TLS 1\.3, .*unknown_ca \(48\)/s],
    ['puml', /^@startuml\n.*@enduml\n$/s],
    ['md', /^# A mutual TLS handshake\n.*## 12\. /s],
    ['csv', /^step,kind,.*\r\n12,alert,alert unknown_ca/s],
    ['json', /"link": "https:\/\/example\.org\/lab\/#1\?break=untrusted-ca"/],
    ['keylog', /^CLIENT_HANDSHAKE_TRAFFIC_SECRET [0-9a-f]{64} [0-9a-f]{64}\n/],
    ['sh', /^#!\/bin\/sh\n.*-attime 1795435200/s],
    ['svg', /^<svg .*unknown_ca.*<\/svg>\n$/s],
  ])('.%s', async (ending, looks) => {
    expect(await said('#1?break=untrusted-ca', ending, '--page', 'https://example.org/lab/')).toMatch(looks);
  });

  it('goes where it shall, as bytes', () => {
    const file = join(folder, 'run.pcapng');
    expect(called('#1/tls12', file)).toMatchObject({ status: 0, stdout: '', stderr: '' });
    expect(readFileSync(file).subarray(0, 4).toString('hex')).toBe('0a0d0d0a');
  });

  it('is what the link says: its step, its eyes, its arrows', async () => {
    expect(await said('#1?step=2', 'mmd')).not.toContain('EncryptedExtensions');
    const wire = await said('#1?lens=wire&captions=off', 'mmd');
    expect(wire).toContain('application_data');
    expect(wire).not.toContain('CertificateVerify');
    expect(await said('#1?captions=off', 'svg')).not.toContain('half a key');
  });
});

describe('what can’t be done', () => {
  it.each([
    ['#1?break=nothing-of-the-kind', 'csv', 'The catalogue knows no “nothing-of-the-kind”.'],
    ['#1/purple', 'csv', '“purple”'],
    ['#9', 'csv', 'format 9'],
    ['#1?step=99', 'csv', 'This link leads to step 99, but this handshake ends with step 14.'],
    ['#1?sound=on', 'csv', '“sound'],
    ['#1?break=record-dropped', 'sh', 'OpenSSL can’t play this run: somebody sits on the wire.'],
  ])('%s as .%s', async (link, ending, sentence) => {
    await expect(said(link, ending)).rejects.toThrow(sentence);
  });

  it('is one sentence on stderr, and exit status 2', () => {
    const nowhere = join(folder, 'no', 'such', 'a.csv');
    const unwritten = called('#1', nowhere);
    expect(unwritten).toMatchObject({ status: 2, stdout: '' });
    expect(unwritten.stderr).toBe(`${nowhere} can't be written: its folder does not exist.\n`);
    expect(called('#9', '-', '--as', 'csv')).toMatchObject({ status: 2, stdout: '' });
  });

  it('is not asked for by --help', () => {
    expect(called('--help')).toMatchObject({ status: 0, stdout: usage, stderr: '' });
  });
});

describe('a link to two runs', () => {
  const link = '#1?break=untrusted-ca&beside=1%2Ftls12%3Fbreak%3Duntrusted-ca';

  it('gives both in one picture, level, each under what it is', async () => {
    const svg = await said(link, 'svg', '--width', '500');
    expect(svg).toMatch(/A · TLS 1\.3/);
    expect(svg).toMatch(/B · TLS 1\.2/);
    expect(svg).toContain('not in TLS 1.2');
    const width = Number(/<svg[^>]* width="([\d.]+)"/.exec(svg)?.[1]);
    expect(width).toBeGreaterThan(1000);
    const single = await said('#1?break=untrusted-ca', 'svg', '--width', '500');
    expect(single).not.toContain('<g');
  });

  it('gives a diagram of each in every language', async () => {
    const mermaid = await said(link, 'mmd');
    expect(mermaid.match(/^sequenceDiagram$/gm)).toHaveLength(2);
    expect(mermaid.match(/^```mermaid$/gm)).toHaveLength(2);
    expect((await said(link, 'puml')).match(/^@startuml$/gm)).toHaveLength(2);
    const document = await said(link, 'md');
    expect(document.match(/^# /gm)).toHaveLength(2);
    expect(document).toContain('beside=');
  });

  it('gives the first where there is room for one, and says so', async () => {
    const { status, stdout, stderr } = called(link, '-', '--as', 'csv');
    expect(status).toBe(0);
    expect(stderr).toBe('A .csv holds one run: it has run A. --run b takes the other.\n');
    expect(stdout).toBe(await said('#1?break=untrusted-ca', 'csv'));
  });

  it('gives the second where it is asked for, and says so', async () => {
    const { stdout, stderr } = called(link, '-', '--as', 'csv', '--run', 'b');
    expect(stderr).toBe('A .csv holds one run: it has run B. --run a takes the other.\n');
    expect(stdout).toBe(await said('#1/tls12?break=untrusted-ca', 'csv'));
    for (const ending of ['keylog', 'json', 'sh', 'pcapng'])
      expect(await said(link, ending, '--run', 'b')).toBe(await said('#1/tls12?break=untrusted-ca', ending));
    await expect(said('#1', 'csv', '--run', 'b')).rejects.toThrow('there is no run B');
  });
});

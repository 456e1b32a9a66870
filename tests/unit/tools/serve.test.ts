// The server of `npm start`: what it answers, what it keeps to itself, and that it holds on to nothing that nobody wants any more.

import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readlinkSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { get, request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Service, serve } from '../../../tools/serve.ts';

const above = mkdtempSync(join(tmpdir(), 'countersign-serve-'));
const folder = join(above, 'site');
const large = join(folder, 'large.bin');
let service: Service;

beforeAll(async () => {
  mkdirSync(join(folder, 'assets'), { recursive: true });
  mkdirSync(join(above, 'site-beside'));
  writeFileSync(join(above, 'secret.txt'), 'secret');
  writeFileSync(join(above, 'site-beside', 'secret.txt'), 'secret');
  writeFileSync(join(folder, 'index.html'), '<!doctype html>');
  writeFileSync(join(folder, 'assets', 'a b.js'), 'export {};');
  writeFileSync(large, '');
  truncateSync(large, 64 * 1024 * 1024);
  service = await serve(folder, 0, (path) => ({ 'x-path': path }));
});

afterAll(async () => {
  await service.close();
  rmSync(above, { recursive: true });
});

interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: string;
}

/** Asks for a path as it stands: nothing tidies it on its way. */
function asked(path: string, method = 'GET', headers: Record<string, string> = {}): Promise<Answer> {
  return new Promise((resolve, reject) => {
    request({ host: 'localhost', port: service.port, path, method, headers }, (response) => {
      let body = '';
      response.setEncoding('utf8').on('data', (part: string) => {
        body += part;
      });
      response.on('end', () => resolve({ status: response.statusCode ?? 0, headers: response.headers, body }));
    })
      .on('error', reject)
      .end();
  });
}

describe('an answer', () => {
  it('is the file, with its kind and its length', async () => {
    const { status, headers, body } = await asked('/');
    expect([status, body]).toEqual([200, '<!doctype html>']);
    expect(headers).toMatchObject({ 'content-type': 'text/html; charset=utf-8', 'content-length': '15' });
    expect((await asked('/assets/a%20b.js?query')).body).toBe('export {};');
  });

  it('to HEAD is all of it but the file', async () => {
    const [whole, head] = [await asked('/'), await asked('/', 'HEAD')];
    expect(head).toMatchObject({ status: 200, body: '' });
    expect({ ...head.headers, date: '' }).toEqual({ ...whole.headers, date: '' });
  });

  it('is left out where the browser has it already, until the file changes', async () => {
    const { headers } = await asked('/');
    const known = { 'if-none-match': `"other", ${headers.etag}` };
    expect(await asked('/', 'GET', known)).toMatchObject({ status: 304, body: '' });
    expect((await asked('/', 'GET', { 'if-none-match': '"other"' })).status).toBe(200);
    expect((await asked('/assets/a%20b.js', 'GET', known)).status).toBe(200);
    writeFileSync(join(folder, 'changing.txt'), 'before');
    const before = { 'if-none-match': `${(await asked('/changing.txt')).headers.etag}` };
    writeFileSync(join(folder, 'changing.txt'), 'afterwards');
    expect((await asked('/changing.txt', 'GET', before)).body).toBe('afterwards');
  });

  it.each(['POST', 'PUT', 'DELETE', 'OPTIONS', 'PROPFIND'])('to %s says what is served', async (method) => {
    const { status, headers, body } = await asked('/', method);
    expect([status, headers.allow]).toEqual([405, 'GET, HEAD']);
    expect(body).toBe('Only GET and HEAD are served here.\n');
  });

  it.each([
    '/nothing',
    '/assets',
    '/../secret.txt',
    '/%2e%2e/secret.txt',
    '/..%2fsecret.txt',
    '/..%5csecret.txt',
    '/assets/../../secret.txt',
    '/../site-beside/secret.txt',
    '/%00',
    '/%',
    '//elsewhere/../../secret.txt',
  ])('to %s is that there is no such file', async (path) => {
    const { status, headers, body } = await asked(path);
    expect([status, body]).toEqual([404, 'There is no such file.\n']);
    expect(headers['content-type']).toBe('text/plain; charset=utf-8');
  });

  it('always brings the headers that were asked for', async () => {
    const known = { 'if-none-match': `${(await asked('/')).headers.etag}` };
    expect((await asked('/')).headers['x-path']).toBe('/index.html');
    expect((await asked('/assets/a%20b.js')).headers['x-path']).toBe('/assets/a b.js');
    for (const [path, method, headers] of [
      ['/', 'GET', known],
      ['/', 'POST', {}],
      ['/nothing', 'GET', {}],
    ] as const)
      expect((await asked(path, method, headers)).headers).toHaveProperty('x-path');
  });
});

describe('a download that is broken off', () => {
  const files = '/proc/self/fd';
  it.skipIf(!existsSync(files))('leaves no file open', async () => {
    const open = () => readdirSync(files).filter((file) => target(join(files, file)) === large).length;
    await Promise.all(Array.from({ length: 60 }, brokenOff));
    await expect.poll(open, { timeout: 10_000 }).toBe(0);
  });
});

function target(link: string): string {
  try {
    return readlinkSync(link);
  } catch {
    // It was closed in between.
    return '';
  }
}

function brokenOff(): Promise<void> {
  return new Promise((resolve, reject) => {
    get({ host: 'localhost', port: service.port, path: '/large.bin', agent: false }, (response) => {
      response.once('data', () => response.destroy());
      response.on('close', resolve);
    }).on('error', reject);
  });
}

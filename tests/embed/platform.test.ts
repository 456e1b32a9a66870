// A package in a learning platform: scorm-again stands for one. It opens the page of the unzipped package in a frame, keeps what it is told as
// platforms do, and gives it back when somebody comes again.

import { existsSync, readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { unzipSync } from 'fflate';
import type { Browser, FrameLocator, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { packed } from '../../src/lesson/format/index.ts';
import { packageOf } from '../../src/lesson/packing/index.ts';
import { lessonWords as text } from '../../src/words/lessons/index.ts';
import { packingWords, platformWords } from '../../src/words/platforms.ts';
import { launchBrowser } from '../../tools/browser.ts';
import { violations } from '../e2e/axe.ts';
import { placeIn } from './guests.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));

const lesson = `# Who speaks first?

## The first flight

#1?step=1

The client begins, with \`</script>\` in its words.

### Who begins?

- [x] The client
- [ ] The server

Nobody has asked the server for anything yet.

## The answer

#1?break=untrusted-ca&step=3

Now the server speaks.

### Who has to prove anything?

- [ ] The client alone
- [x] Both of them

That is what is mutual about it.
`;

const types: Readonly<Record<string, string>> = {
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.woff2': 'font/woff2',
  '.png': 'image/png',
  '.webmanifest': 'application/manifest+json',
};

/** What the platform does: it plays its part as real ones do, and puts everything down where the next page finds it. */
const host = `
const kept = JSON.parse(localStorage.getItem('kept') ?? '{}');
const calls = JSON.parse(localStorage.getItem('calls') ?? '[]');
const platform = new Scorm12API({ autocommit: false, logLevel: 5 });
platform.loadFromJSON({ ...kept, student_data: { mastery_score: '80' } });
let broken = false;
window.API = { LMSGetLastError: () => platform.LMSGetLastError() };
for (const name of ['LMSInitialize', 'LMSFinish', 'LMSGetValue', 'LMSSetValue', 'LMSCommit'])
  window.API[name] = (...given) => {
    if (broken) throw new Error('The session has run out.');
    const answer = platform[name](...given);
    calls.push([name, ...given, answer]);
    localStorage.setItem('calls', JSON.stringify(calls));
    if (name === 'LMSCommit' || name === 'LMSFinish') localStorage.setItem('kept', JSON.stringify(platform.cmi.toJSON()));
    return answer;
  };
window.breakDown = (on) => { broken = on; };
`;
const page = `<!doctype html><html lang="en"><title>A platform</title><link rel="icon" href="data:,">
<script src="/scorm12.js"></script><script src="/host.js"></script>
<iframe title="The lesson" src="/package/index.html" width="1280" height="720"></iframe>
<p><a href="/elsewhere">Leave</a></p></html>`;

let browser: Browser;
let server: Server;
let zip: Uint8Array;
let complaints: string[] = [];

beforeAll(async () => {
  const whole = readFileSync(`${root}dist/countersign.html`, 'utf8');
  zip = packageOf({ title: 'Who speaks first?', page: whole, lesson, mastery: 80 });
  const files = new Map<string, string | Uint8Array>([
    ['/', page],
    ['/host.js', host],
    ['/elsewhere', '<!doctype html><html lang="en"><title>Elsewhere</title><link rel="icon" href="data:,"></html>'],
    ['/scorm12.js', readFileSync(`${root}node_modules/scorm-again/dist/scorm12.js`)],
    ...Object.entries(unzipSync(zip)).map(([name, content]) => [`/package/${name}`, content] as const),
  ]);
  server = createServer(({ url = '' }, response) => {
    const { pathname } = new URL(url, 'http://localhost');
    const found = files.get(pathname) ?? (pathname.startsWith('/site/') ? ofSite(pathname.slice(6)) : undefined);
    const type = types[extname(pathname)] ?? 'text/html';
    response.writeHead(found === undefined ? 404 : 200, { 'content-type': type }).end(found);
  });
  await new Promise<void>((resolve) => server.listen(0, 'localhost', resolve));
  browser = await launchBrowser();
});
afterAll(async () => {
  await browser.close();
  server.closeAllConnections();
  server.close();
});
afterEach(async () => {
  const said = complaints;
  complaints = [];
  await Promise.all(browser.contexts().map((context) => context.close()));
  expect(said).toEqual([]);
});

/** A file of the built page. */
function ofSite(name: string): Uint8Array | undefined {
  const file = `${root}dist/${name}`;
  return /^[\w./-]+$/.test(name) && !name.includes('..') && existsSync(file) ? readFileSync(file) : undefined;
}

async function open(path = ''): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 1360, height: 800 }, reducedMotion: 'reduce' });
  const opened = await context.newPage();
  opened.setDefaultTimeout(15_000);
  opened.on('console', (message) => complaints.push(`console ${message.type()}: ${message.text()}`));
  opened.on('pageerror', (error) => complaints.push(`uncaught: ${error.message}`));
  await opened.goto(`http://localhost:${(server.address() as AddressInfo).port}/${path}`);
  return opened;
}

interface Kept {
  readonly core: {
    readonly lesson_status: string;
    readonly session_time: string;
    readonly score: { readonly raw: string };
  };
  readonly suspend_data: string;
}

const kept = (of: Page): Promise<Kept> =>
  of.evaluate(() => JSON.parse(localStorage.getItem('kept') ?? '{"core":{"score":{}}}'));
const calls = (of: Page): Promise<readonly (readonly string[])[]> =>
  of.evaluate(() => JSON.parse(localStorage.getItem('calls') ?? '[]'));
const status = (of: Page): Promise<string> => kept(of).then(({ core }) => core.lesson_status);
/** Leaves the platform, as by a link of its own. */
const leave = (of: Page): Promise<void> => of.getByRole('link', { name: 'Leave' }).click();

describe('a package', () => {
  it('is made by the page as by the command line, byte by byte', async () => {
    const opened = await open(`site/index.html#1?lesson=~${await packed(lesson)}`);
    await opened.getByText(packingWords.title).click();
    const downloading = opened.waitForEvent('download');
    await opened.getByRole('button', { name: packingWords.save }).click();
    const file = await downloading;
    expect(file.suggestedFilename()).toBe('who-speaks-first.zip');
    await opened.getByText(packingWords.saved('who-speaks-first.zip')).waitFor();
    expect(readFileSync(await file.path()).equals(zip)).toBe(true);
    expect(await violations(opened, '.lesson')).toEqual([]);
  });
});

describe('a package in a platform', () => {
  it('that is closed at once is incomplete, and ended once', async () => {
    const opened = await open();
    await expect.poll(() => status(opened)).toBe('incomplete');
    await leave(opened);
    await opened.waitForURL('**/elsewhere');
    const all = (await calls(opened)).map(([name]) => name);
    expect(all[0]).toBe('LMSInitialize');
    expect(all.filter((name) => name === 'LMSFinish')).toHaveLength(1);
    expect(all.at(-1)).toBe('LMSFinish');
    expect(await status(opened)).toBe('incomplete');
    expect((await kept(opened)).core.session_time).toMatch(/^\d{2,4}:\d\d:\d\d/);
  });

  it('that is worked through has a score, goes on where it was left, and is passed at its end', async () => {
    const opened = await open();
    const frame = opened.frameLocator('iframe');
    await answer(frame, 'The client');
    await expect.poll(() => kept(opened).then(({ core }) => core.score.raw)).toBe('50');
    await frame.getByRole('button', { name: text.next }).click();
    await frame.getByRole('heading', { name: 'The answer' }).waitFor();
    await opened.reload();
    await frame.getByRole('heading', { name: 'The answer' }).waitFor();
    await expect.poll(() => placeIn(frame).innerText()).toBe('3 of 12');
    expect(await status(opened)).toBe('incomplete');
    await answer(frame, 'Both of them');
    expect(await status(opened)).toBe('incomplete');
    await frame.getByRole('button', { name: text.toEnd }).click();
    await frame.getByText(platformWords.told).waitFor();
    expect(await kept(opened)).toMatchObject({
      core: { lesson_status: 'passed', score: { raw: '100', min: '0', max: '100' } },
    });
    await leave(opened);
    await opened.waitForURL('**/elsewhere');
    const all = await calls(opened);
    for (const each of ['LMSInitialize', 'LMSFinish']) expect(all.filter(([name]) => name === each)).toHaveLength(2);
    expect(all.filter(([name, , , said]) => name === 'LMSSetValue' && said !== 'true')).toEqual([]);
    expect(await status(opened)).toBe('passed');
  });

  it('says so when the platform takes nothing, and tells it everything as soon as it does', async () => {
    const opened = await open();
    const frame = opened.frameLocator('iframe');
    await frame.getByRole('heading', { name: 'The first flight' }).waitFor();
    await opened.evaluate(() => (window as unknown as { breakDown(on: boolean): void }).breakDown(true));
    await answer(frame, 'The server');
    await frame.getByText(/didn’t take your score/).waitFor();
    expect(await violations(opened, 'iframe')).toEqual([]);
    await opened.evaluate(() => (window as unknown as { breakDown(on: boolean): void }).breakDown(false));
    await frame.getByRole('button', { name: text.next }).click();
    await frame.getByText(/didn’t take your score/).waitFor({ state: 'detached' });
    expect((await kept(opened)).core.score.raw).toBe('0');
  });
});

/** Has a choice picked and checked. */
async function answer(frame: FrameLocator, choice: string): Promise<void> {
  await frame.getByRole('radio', { name: choice, exact: true }).check();
  await frame.getByRole('button', { name: text.check, exact: true }).click();
}

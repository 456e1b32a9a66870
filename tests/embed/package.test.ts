// What `npm pack` makes: a site installs it, and has all that other pages need.

import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, expect, it } from 'vitest';
import { launchBrowser } from '../../tools/browser.ts';
import { serve } from '../../tools/serve.ts';
import { placeIn } from './guests.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
const site = mkdtempSync(join(tmpdir(), 'countersign-site-'));
afterAll(() => rmSync(site, { recursive: true }));

it('the package installs into an empty project, brings nothing else along, and works from there', async () => {
  const npm = (cwd: string, ...args: string[]) => execFileSync('npm', args, { cwd, encoding: 'utf8', stdio: 'pipe' });
  // The build is there already.
  const [packed] = JSON.parse(npm(root, 'pack', '--json', '--ignore-scripts', '--pack-destination', site)) as {
    filename: string;
    files: { path: string }[];
  }[];
  expect(
    packed?.files.every(({ path }) => /^(dist\/|docs\/embedding\.md|README\.md|LICENSE|package\.json)/.test(path)),
  ).toBe(true);
  writeFileSync(join(site, 'package.json'), '{ "private": true }');
  npm(site, 'install', '--offline', '--no-audit', '--no-fund', join(site, packed?.filename ?? ''));
  expect(readdirSync(join(site, 'node_modules')).filter((name) => !name.startsWith('.'))).toEqual(['countersign']);
  const folder = join(site, 'node_modules/countersign');
  for (const file of [
    'countersign.html',
    'embed.html',
    'countersign-element.js',
    'exhibits/retry/index.html',
    'licences.txt',
  ])
    expect(existsSync(join(folder, 'dist', file)), file).toBe(true);
  const resolved = execFileSync('node', ['-p', 'require.resolve("countersign/countersign-element.js")'], {
    cwd: site,
    encoding: 'utf8',
  });
  expect(resolved.trim()).toBe(join(folder, 'dist/countersign-element.js'));

  writeFileSync(
    join(site, 'index.html'),
    '<script src="node_modules/countersign/dist/countersign-element.js"></script><counter-sign step="5"></counter-sign>',
  );
  const service = await serve(site);
  const browser = await launchBrowser();
  const page = await browser.newPage();
  await page.goto(service.address);
  await expect.poll(() => placeIn(page.frameLocator('iframe')).innerText()).toBe('5 of 14');
  await browser.close();
  await service.close();
});

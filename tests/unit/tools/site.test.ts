// What other sites read of the page and of the exhibits: all of it where the build was told its address, and nothing where it was not.

import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';
import { writeExhibits } from '../../../tools/exhibits.ts';

const root = fileURLToPath(new URL('../../../', import.meta.url));
const site = 'https://example.org/a&b/';
const folders: string[] = [];
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true });
});

/** Builds them into an empty folder; the pictures nobody takes. @returns the folder, and of which the pictures were to be taken */
async function built(address?: string) {
  const dist = mkdtempSync(join(tmpdir(), 'countersign-site-'));
  folders.push(dist);
  writeFileSync(join(dist, 'index.html'), readFileSync(join(root, 'index.html')));
  const taken: string[] = [];
  await writeExhibits(root, dist, { script: '', style: '' }, address, async (_, names) => void taken.push(...names));
  const names = readdirSync(join(dist, 'exhibits')).filter((name) => !name.startsWith('frame-'));
  const pages = ['', ...names.map((name) => `exhibits/${name}/`)];
  return { dist, pages, taken, names };
}

const unescaped = (text: string) => text.replaceAll('&quot;', '"').replaceAll('&lt;', '<').replaceAll('&amp;', '&');

/** The Open Graph properties of a page, by name. */
const propertiesOf = (html: string) =>
  Object.fromEntries(
    [...html.matchAll(/<meta property="og:([^"]+)" content="([^"]*)">/g)].map(([, name, text = '']) => [
      name,
      unescaped(text),
    ]),
  );

describe('a build that knows its address', () => {
  it('says it of the page and of each exhibit, with a picture that is there and a frame', async () => {
    const { dist, pages, taken, names } = await built(site);
    expect(taken).toEqual(expect.arrayContaining(names));
    expect(pages).toHaveLength(13);
    for (const page of pages) {
      const html = readFileSync(join(dist, page, 'index.html'), 'utf8');
      const { title, description, url, image, type } = propertiesOf(html);
      expect([page, url, type]).toEqual([page, `${site}${page}`, 'website']);
      expect(title?.length).toBeGreaterThan(5);
      expect(description?.length).toBeGreaterThan(20);
      const [, pictured] =
        /^https:\/\/example\.org\/a&b\/exhibits\/([a-z0-9-]+)\/picture\.png$/.exec(image ?? '') ?? [];
      expect(taken).toContain(pictured);
      const [, href = ''] = /type="application\/json\+oembed" href="([^"]+)"/.exec(html) ?? [];
      expect(unescaped(href)).toBe(`${site}${page}oembed.json`);
      const said = JSON.parse(readFileSync(join(dist, page, 'oembed.json'), 'utf8'));
      expect(said).toMatchObject({ version: '1.0', type: 'rich', width: 640, height: 420, thumbnail_url: image });
      const [, frame = ''] = /^<iframe [^>]*src="([^"]+)"/.exec(said.html) ?? [];
      expect(unescaped(frame)).toBe(page === '' ? `${site}embed.html#1` : `${site}${page}`);
    }
  }, 60_000);
});

describe('a build that doesn’t', () => {
  it('leaves all that out', async () => {
    const { dist, pages, taken } = await built();
    expect(taken).toEqual([]);
    for (const page of pages) {
      const html = readFileSync(join(dist, page, 'index.html'), 'utf8');
      expect(html).not.toMatch(/og:|oembed|twitter:/);
      expect(existsSync(join(dist, page, 'oembed.json'))).toBe(false);
    }
  }, 60_000);
});

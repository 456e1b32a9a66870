// Exhibits that come with the page: each a frame of its own, with its picture in it before any script has run. With the site's address, also
// what other sites show when somebody mentions one: a picture, and how to embed it. It must not know how anything is drawn.

import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { findBrowser, launchBrowser } from './browser.ts';
import { escaped, type Mention, mentions, oembed, writeStartMentions } from './mentions.ts';
import { drawExhibits } from './prerender.ts';

/** By name, what each shows. */
export const exhibits = [
  ['mutual-tls', '#1'],
  ['mutual-tls-1-2', '#1/tls12'],
  ['one-way', '#1/off'],
  ['retry', '#1/retry'],
  ['untrusted-ca', '#1?break=untrusted-ca'],
  ['client-expired', '#1?break=client-expired'],
  ['no-client-certificate', '#1?break=no-client-certificate'],
  ['client-missing-intermediate', '#1?break=client-missing-intermediate'],
  ['client-key-of-another', '#1?break=client-key-of-another'],
  ['client-wrong-eku', '#1?break=client-wrong-eku'],
  ['server-wrong-name', '#1?break=server-wrong-name'],
  ['bad-signature', '#1?break=bad-signature'],
] as const;

/** What they are made of. */
export interface Shared {
  /** All of the lab, as a script that needs no module. */
  readonly script: string;
  /** With its typefaces in it. */
  readonly style: string;
}

/**
 * Writes them into the built folder, and what other sites read of them and of the page.
 * @param site its address with a slash at the end, or undefined where nobody has said it @param take takes the pictures
 */
export async function writeExhibits(
  root: string,
  dist: string,
  shared: Shared,
  site?: string,
  take = takePictures,
): Promise<void> {
  const style = `${shared.style}\n${readFileSync(join(root, 'src/ui/embed/embed.css'), 'utf8')}`;
  mkdirSync(join(dist, 'exhibits'), { recursive: true });
  const files = { script: named('frame', 'js', shared.script), style: named('frame', 'css', style) };
  writeFileSync(join(dist, files.script), shared.script);
  writeFileSync(join(dist, files.style), style);
  const drawn = await drawExhibits(exhibits);
  for (const exhibit of drawn) {
    const folder = join(dist, 'exhibits', exhibit.name);
    mkdirSync(folder, { recursive: true });
    const address = site && `${site}exhibits/${exhibit.name}/`;
    writeFileSync(join(folder, 'index.html'), page(exhibit, files, address));
    if (address) writeFileSync(join(folder, 'oembed.json'), oembed(mentionOf(exhibit, address)));
  }
  if (!site) return;
  writeStartMentions(dist, site, `${site}exhibits/${exhibits[0][0]}/picture.png`);
  await take(
    dist,
    drawn.map(({ name }) => name),
  );
}

type Drawn = Awaited<ReturnType<typeof drawExhibits>>[number];

function mentionOf({ title, description }: Pick<Drawn, 'title' | 'description'>, address: string): Mention {
  return { title, description, address, frame: address, picture: `${address}picture.png` };
}

function named(name: string, ending: string, content: string): string {
  return `exhibits/${name}-${createHash('sha256').update(content).digest('hex').slice(0, 8)}.${ending}`;
}

function page({ markup, title, description, css, link }: Drawn, files: Shared, address?: string): string {
  const policy = [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self' 'sha256-${createHash('sha256').update(css).digest('base64')}'`,
    'img-src data:',
    'font-src data:',
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
  return `<!doctype html>
<html lang="en" data-whole="frame" data-exhibit="${escaped(link)}" data-page="../../">
  <head>
    <meta http-equiv="Content-Security-Policy" content="${policy}">
    <meta charset="utf-8">
    <title>${escaped(title)} · Countersign</title>
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <meta name="description" content="${escaped(description)}">
    <meta name="color-scheme" content="light dark">
${address ? mentions(mentionOf({ title, description }, address)) : ''}    <link rel="icon" href="data:,">
    <link rel="stylesheet" href="../../${files.style}">
    <style>${css}</style>
  </head>
  <body>
    <div id="lab">${markup}</div>
    <script src="../../${files.script}"></script>
  </body>
</html>
`;
}

/** As it looks in a browser. @throws Error with a sentence when there is none */
async function takePictures(dist: string, names: readonly string[]): Promise<void> {
  await findBrowser();
  const browser = await launchBrowser();
  const viewport = { width: 800, height: 420 };
  const context = await browser.newContext({ viewport, deviceScaleFactor: 1.5, colorScheme: 'light' });
  const shown = await context.newPage();
  for (const name of names) {
    await shown.goto(`file://${dist}/exhibits/${name}/index.html`);
    await shown.locator('.picture-heads').waitFor();
    await shown.screenshot({ path: join(dist, 'exhibits', name, 'picture.png') });
  }
  await browser.close();
}

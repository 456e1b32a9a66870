// What other sites read when somebody mentions the page or an exhibit: a title, a picture, and how to embed it. All addresses are absolute. It
// must not know how anything is drawn.

import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

export interface Mention {
  readonly title: string;
  readonly description: string;
  /** Of the page that is mentioned; what is its own lies in that folder. */
  readonly address: string;
  /** What stands in a frame of another page. */
  readonly frame: string;
  readonly picture: string;
}

/** Of each picture, in px. */
const picture = { width: 1200, height: 630 };

/** The tags for the head of a page, each on a line. */
export function mentions({ title, description, address, picture: image }: Mention): string {
  const properties = { title, description, type: 'website', url: address, image };
  const sizes = { 'image:width': String(picture.width), 'image:height': String(picture.height) };
  const tags = Object.entries({ ...properties, ...sizes }).map(
    ([name, content]) => `    <meta property="og:${name}" content="${escaped(content)}">\n`,
  );
  return [
    ...tags,
    '    <meta name="twitter:card" content="summary_large_image">\n',
    `    <link rel="alternate" type="application/json+oembed" href="${escaped(address)}oembed.json" title="${escaped(title)}">\n`,
  ].join('');
}

/** The file that those tags name (oEmbed 1.0, for a server that only hands out files). */
export function oembed({ title, frame, picture: image }: Mention): string {
  const size = { width: 640, height: 420 };
  const said = {
    version: '1.0',
    type: 'rich',
    provider_name: 'Countersign',
    title,
    ...size,
    html: `<iframe title="${escaped(title)}" src="${escaped(frame)}" width="${size.width}" height="${size.height}" loading="lazy" sandbox="allow-scripts allow-popups allow-popups-to-escape-sandbox"></iframe>`,
    thumbnail_url: image,
    thumbnail_width: picture.width,
    thumbnail_height: picture.height,
  };
  return JSON.stringify(said, null, 2);
}

/** Writes both for the page itself. @throws Error when the built page is not what this expects */
export function writeStartMentions(dist: string, site: string, image: string): void {
  const file = join(dist, 'index.html');
  const html = readFileSync(file, 'utf8');
  const [, title] = /<title>([^<]*)<\/title>/.exec(html) ?? [];
  const [, description] = /name="description"\s+content="([^"]*)"/.exec(html) ?? [];
  if (title === undefined || description === undefined || !html.includes('</head>'))
    throw new Error('The built page has no title, no description or no head: look at tools/mentions.ts.');
  const mention = { title, description, address: site, frame: `${site}embed.html#1`, picture: image };
  writeFileSync(
    file,
    html.replace('</head>', () => `${mentions(mention)}  </head>`),
  );
  writeFileSync(join(dist, 'oembed.json'), oembed(mention));
}

/** A text as it stands in a page. */
export function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');
}

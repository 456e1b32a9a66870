// `npm run build`: the page, the files that hold all of it, the element, the exhibits, and what keeps the page for when there is no network.
// `npm run build -- --site https://example.org/countersign/` also writes what needs the address of all that. It must not know how any of it is made.

import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import { writeElement } from './element.ts';
import { writeKeeper } from './keeping.ts';
import { writeWholes } from './whole.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const dist = fileURLToPath(new URL('../dist', import.meta.url));

/** Builds everything into dist/. @param site where it will lie, with a slash at its end; left out, nothing says so */
export async function buildAll(site?: string): Promise<void> {
  await build({ root, logLevel: 'error' });
  const shared = await writeWholes(root, dist);
  await writeElement(root, dist);
  // Only now: it draws with React, which is loaded as for readers once the page has been built for them.
  const { writeExhibits } = await import('./exhibits.ts');
  await writeExhibits(root, dist, shared, site);
  await writeKeeper(root, dist);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const site = siteIn(process.argv.slice(2));
  if (site === null) {
    console.error(
      'After --site stands the address of the folder on the web: npm run build -- --site https://example.org/countersign/',
    );
    process.exit(2);
  }
  await buildAll(site);
}

/** Null for what is no address. */
function siteIn([option, address, ...more]: readonly string[]): string | undefined | null {
  if (option === undefined) return undefined;
  if (option !== '--site' || address === undefined || more.length > 0 || !URL.canParse(address)) return null;
  const { protocol, href } = new URL(address);
  if (!/^https?:$/.test(protocol)) return null;
  return href.endsWith('/') ? href : `${href}/`;
}

// `npm run build`: the page, and the files that hold all of it. It must not know how either is made.

import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import { writeElement } from './element.ts';
import { writeKeeper } from './keeping.ts';
import { writeWholes } from './whole.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const dist = fileURLToPath(new URL('../dist', import.meta.url));

/** Builds everything into dist/. */
export async function buildAll(): Promise<void> {
  await build({ root, logLevel: 'error' });
  await writeWholes(root, dist);
  await writeElement(root, dist);
  await writeKeeper(root, dist);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await buildAll();

// What makes the page open without a network: a worker with the list of all its files. A build of which it lacks one fails.

import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build, type Rolldown } from 'vite';
import { browsers } from './building.ts';

/** What others take from the folder, and what is fetched when somebody wants it. */
const notKept = /^(countersign\.html|embed\.html|countersign-element\.js|kept\.js|exhibits\/.*)$/;
/** A file of which the name changes with what is in it. */
const hashed = /^assets\/.*-[\w-]{8}\.\w+$/;

/** Writes the worker into the built folder. @throws Error when the page names a file that is not kept */
export async function writeKeeper(root: string, dist: string): Promise<void> {
  const files = filesIn(dist).filter((file) => !notKept.test(file));
  const missing = missingIn(files, (file) => readFileSync(join(dist, file), 'utf8'));
  if (missing.length > 0) throw new Error(`Without a network the page would lack ${missing.join(', ')}.`);
  const kept = files.map((url) => ({ url, revision: hashed.test(url) ? null : hash(readFileSync(join(dist, url))) }));
  const { output } = (await build({
    root,
    configFile: false,
    logLevel: 'error',
    define: { kept: JSON.stringify(kept), 'process.env.NODE_ENV': '"production"' },
    build: {
      write: false,
      target: [...browsers],
      copyPublicDir: false,
      rolldownOptions: { input: join(root, 'src/app/offline/worker.ts'), output: { format: 'iife' } },
    },
  })) as Rolldown.RolldownOutput;
  writeFileSync(join(dist, 'kept.js'), output[0].code);
}

/** The files of a folder and all folders in it, from there on. */
function filesIn(folder: string): readonly string[] {
  const all = readdirSync(folder, { recursive: true, withFileTypes: true });
  return all
    .filter((each) => each.isFile())
    .map((each) => join(each.parentPath, each.name).slice(folder.length).replaceAll('\\', '/').replace(/^\//, ''))
    .sort();
}

/** What the page, its styles and its scripts name in their own folder, of which no file is among these. */
export function missingIn(files: readonly string[], read: (file: string) => string): readonly string[] {
  const named = files
    .filter((file) => /\.(html|js|css)$/.test(file))
    .flatMap((file) => [...read(file).matchAll(/[\w.-]+-[\w-]{8}\.(?:js|css|woff2)\b/g)].map(([name]) => name));
  const wanted = new Set([...named.map((name) => `assets/${name}`), 'index.html', 'manifest.webmanifest']);
  return [...wanted].filter((file) => !files.includes(file));
}

function hash(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex').slice(0, 16);
}

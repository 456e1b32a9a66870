// The files that hold everything – the page, and the frame for other pages –, for a disk, a stick, or a frame that may load nothing. They are
// put together from the built page and from one script with all that comes late in the page, its threads included.

import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import react from '@vitejs/plugin-react';
import { build, type Plugin, type Rolldown } from 'vite';
import { enclosedId } from '../src/lesson/platform/index.ts';
import { browsers, plainDynamicImports } from './building.ts';
import type { Shared } from './exhibits.ts';

const entry = '\0everything.js';
/** How the sources start a thread. */
const starts = /new Worker\(new URL\('([^']+)', import\.meta\.url\), \{ type: 'module' \}\)/g;

/** Writes both files into the built folder. @throws Error when the built page is not what this expects */
export async function writeWholes(root: string, dist: string): Promise<Shared> {
  const script = await everything(root);
  const page = readFileSync(join(dist, 'index.html'), 'utf8');
  const licences = readFileSync(join(dist, 'licences.txt'), 'utf8');
  const style = await inlined(dist, styleOf(dist, page));
  const early = readFileSync(join(dist, found(page, /<script src="\.\/([^"]+)"><\/script>/)), 'utf8');
  const icon = dataOf(join(dist, 'favicon.png'));
  const frame = readFileSync(join(root, 'embed.html'), 'utf8');
  const write = (name: string, html: string) => writeFileSync(join(dist, name), html);
  write('countersign.html', whole(ahead(page), { script, style, early, licences, icon }));
  write('embed.html', whole(frame, { script, style, licences, icon }));
  return { script, style };
}

interface Parts {
  readonly script: string;
  readonly style: string;
  /** What runs before the first paint. */
  readonly early?: string;
  readonly licences: string;
  readonly icon: string;
}

/** The page without what loads other files, and with everything that it would load. */
function whole(html: string, { script, style, early, licences, icon }: Parts): string {
  const bare = html
    .replaceAll(/\s*<meta http-equiv="Content-Security-Policy"[^>]*>/g, '')
    .replaceAll(/\s*<script[^>]* src="[^"]*"[^>]*><\/script>/g, '')
    .replaceAll(/\s*<link\s[^>]*rel="(stylesheet|preload|icon|manifest|alternate)"[^>]*>/g, '')
    .replaceAll(/\s*<!--.*?-->/gs, '')
    .replaceAll(/\s*<meta (property|name)="(og|twitter):[^>]*>/g, '');
  const scripts = early === undefined ? [script] : [early, script];
  const policy = [
    "default-src 'none'",
    `script-src ${scripts.map(hash).join(' ')}`,
    'worker-src blob:',
    `style-src ${hash(style)}`,
    'img-src data: blob:',
    'font-src data:',
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
  const head = [
    `<meta http-equiv="Content-Security-Policy" content="${policy}">`,
    ...(early === undefined ? [] : [`<script>${early}</script>`]),
    `<link rel="icon" href="${icon}" type="image/png">`,
    `<style>${style}</style>`,
  ].join('\n');
  const tail = [
    `<script type="text/plain" id="licences">${licences.replaceAll('</', '<\\/')}</script>`,
    `<script>${script}</script>`,
  ].join('\n');
  const marked = bare.replace(
    '<html lang="en"',
    `<html lang="en" data-whole="${early === undefined ? 'frame' : 'page'}"`,
  );
  return marked.replace('<head>', () => `<head>\n${head}`).replace('</body>', () => `${tail}\n</body>`);
}

/** The page says that it can't be opened as a file. This one can. */
function ahead(page: string): string {
  const said =
    /open it from a web server, not as a\s+file \(<code>npm start<\/code> in its folder is one;\s+<code>countersign\.html<\/code> opens as one\);\s*/;
  found(page, said);
  return page.replace(said, '');
}

function hash(text: string): string {
  return `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
}

/** The first group of what is found. @throws Error when nothing is */
function found(text: string, pattern: RegExp): string {
  const match = pattern.exec(text);
  if (!match) throw new Error(`The built page has no ${pattern}: look at tools/whole.ts.`);
  return match[1] ?? '';
}

function styleOf(dist: string, page: string): string {
  return readFileSync(join(dist, found(page, /<link rel="stylesheet" crossorigin href="\.\/([^"]+)">/)), 'utf8');
}

/** A stylesheet with the files that it names in it. */
async function inlined(dist: string, css: string): Promise<string> {
  const whole = css.replaceAll(/url\((?!data:)\.?\/?([^)]+)\)/g, (_, file: string) => {
    return `url(${dataOf(join(dist, 'assets', file.replaceAll(/["']/g, '')))})`;
  });
  if (/url\((?!data:)/.test(whole)) throw new Error('A stylesheet names another file: look at tools/whole.ts.');
  return whole;
}

const types: Readonly<Record<string, string>> = {
  '.woff2': 'font/woff2',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
};

function dataOf(file: string): string {
  const type = types[extname(file)];
  if (type === undefined) throw new Error(`Nobody knows what kind of file ${file} is.`);
  return `data:${type};base64,${readFileSync(file).toString('base64')}`;
}

/** One script with the page, the frame and all threads: what it is to be, it sees by where it runs. */
async function everything(root: string): Promise<string> {
  const threads = threadsIn(root);
  const { output } = (await build({
    root,
    configFile: false,
    logLevel: 'error',
    // Nothing in it is fetched from anywhere.
    define: { 'import.meta.url': '""' },
    plugins: [react(), plainDynamicImports(), oneEntry(threads), threadsFromHere(threads)],
    build: {
      write: false,
      target: [...browsers],
      modulePreload: false,
      cssCodeSplit: false,
      copyPublicDir: false,
      rolldownOptions: { input: entry, output: { codeSplitting: false, format: 'iife' }, treeshake: whatActs(threads) },
    },
  })) as Rolldown.RolldownOutput;
  const chunks = output.filter((each) => each.type === 'chunk');
  const [{ code } = { code: '' }] = chunks;
  if (chunks.length !== 1) throw new Error(`One script was to hold everything, and there are ${chunks.length}.`);
  for (const left of [/\bimport\(/, /\bimport\s*["'{]/, /import\.meta/])
    if (left.test(code)) throw new Error(`The script that holds everything still has ${left}: it could load nothing.`);
  return code.replaceAll(/<(?=\/script|!--)/gi, '\\x3C');
}

/** The files in which threads begin, from the root on, by the names that they get. */
function threadsIn(root: string): ReadonlyMap<string, string> {
  const all = readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' });
  const files = all.filter((file) => /\.tsx?$/.test(file)).map((file) => `src/${file.replaceAll('\\', '/')}`);
  const found = files.flatMap((file) =>
    [...readFileSync(join(root, file), 'utf8').matchAll(starts)].map(([, to = '']) => join(file, '..', to)),
  );
  return new Map(found.map((file) => [nameOf(file), file]));
}

const nameOf = (file: string): string => /([^/]+)\.ts$/.exec(file)?.[1] ?? file;

/** A document is a page or a frame; without one, this is a thread, and its name says which. */
function oneEntry(threads: ReadonlyMap<string, string>): Plugin {
  const begins = [...threads].map(([name, file]) => `${JSON.stringify(name)}: () => import('/${file}')`);
  return {
    name: 'one-entry',
    resolveId: (asked) => (asked === entry ? entry : null),
    load: (asked) =>
      asked !== entry
        ? null
        : `if (typeof document === 'undefined') ({ ${begins.join(', ')} })[self.name]();
else {
  const text = document.currentScript;
  globalThis.countersignThread = (name) => {
    const address = URL.createObjectURL(new Blob([text.textContent], { type: 'text/javascript' }));
    const thread = new Worker(address, { name });
    setTimeout(() => URL.revokeObjectURL(address), 60000);
    return thread;
  };
  addEventListener('click', (event) => {
    if (event.target.closest?.('a')?.getAttribute('href') !== 'licences.txt') return;
    event.preventDefault();
    const licences = document.getElementById('licences').textContent;
    const address = URL.createObjectURL(new Blob([licences], { type: 'text/plain;charset=utf-8' }));
    open(address, '_blank', 'noopener');
    setTimeout(() => URL.revokeObjectURL(address), 60000);
  }, true);
  if (document.documentElement.dataset.whole === 'frame') import('/src/app/embed/main.ts');
  else if (document.getElementById(${JSON.stringify(enclosedId)})) import('/src/app/enclosed.ts');
  else import('/src/app/main.tsx');
}`,
  };
}

/** Starts threads from the script that is there. */
function threadsFromHere(threads: ReadonlyMap<string, string>): Plugin {
  return {
    name: 'threads-from-here',
    enforce: 'pre',
    transform: (code, id) =>
      /\.tsx?$/.test(id) && code.includes('new Worker(')
        ? code.replaceAll(starts, (_, to: string) => {
            if (!threads.has(nameOf(to))) throw new Error(`Nobody has found the thread ${to}.`);
            return `globalThis.countersignThread(${JSON.stringify(nameOf(to))})`;
          })
        : null,
  };
}

/** As in the page, but that here the pages and the threads are loaded for what they do. */
function whatActs(threads: ReadonlyMap<string, string>) {
  const acting = ['src/app/main.tsx', 'src/app/enclosed.ts', 'src/app/embed/main.ts', ...threads.values()];
  return {
    moduleSideEffects: (id: string) =>
      acting.some((file) => id.endsWith(`/${file}`)) || !/node_modules\/d3|src\/.*\.tsx?$/.test(id),
  };
}

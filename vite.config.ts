// How the page is built: a plain static folder that works from any path, under a strict content security policy.

import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';
import { browsers, loader, plainDynamicImports } from './tools/building.ts';
import { policy } from './tools/hosting.ts';
import { drawnAhead, earlyFirst } from './tools/prerender.ts';

/** Where the page's help finds the licences. */
const licences = 'licences.txt';

/** Puts the policy into the built page. The development server injects styles and scripts of its own and goes without. */
function contentSecurityPolicy(): Plugin {
  return {
    name: 'content-security-policy',
    apply: 'build',
    // Last, so that it comes first: a policy binds what stands below it.
    transformIndexHtml: {
      order: 'post',
      handler: () => [
        {
          tag: 'meta',
          attrs: { 'http-equiv': 'Content-Security-Policy', content: policy },
          injectTo: 'head-prepend',
        },
      ],
    },
  };
}

/** What keeps the page for when there is no network is built apart. */
const keeping = ['precaching', 'core', 'routing', 'strategies'].map((part) => `node_modules/workbox-${part}`);

/** Adds to the licences of the packages whose code is bundled, which Vite writes down, those of the typefaces, and our own. */
function otherLicences(): Plugin {
  return {
    name: 'other-licences',
    apply: 'build',
    enforce: 'post',
    generateBundle: {
      order: 'post',
      handler(_, bundle) {
        const written = bundle[licences];
        if (written?.type !== 'asset') throw new Error(`The build has no ${licences}: look at build.license.`);
        const files = Object.values(bundle).flatMap((each) => (each.type === 'asset' ? each.originalFileNames : []));
        const packages = files.flatMap((file) => /.*(node_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(file)?.[1] ?? []);
        const listed = String(written.source);
        // A typeface that a script holds is in Vite’s list already.
        const others = packages.filter((folder) => !listed.includes(`## ${folder.replace(/.*node_modules\//, '')} - `));
        written.source = [listed, ...['.', ...new Set(others), ...keeping].map(licenceOf)].join('\n');
      },
    },
  };
}

/** In the form of Vite's own list. */
function licenceOf(folder: string): string {
  const read = (file: string) => readFileSync(new URL(`${folder}/${file}`, import.meta.url), 'utf8').trim();
  const { name, version, license } = JSON.parse(read('package.json')) as Record<string, string>;
  return `## ${name} - ${version} (${license})\n\n${read('LICENSE')}\n`;
}

/** Text, for Vite puts another address into a function that stands in here. */
const fetching = `export const __vitePreload = async (load, files) => {
  await Promise.all(files.split(' ').map(async (file) => {
    const answer = await fetch(new URL(file, import.meta.url));
    await answer.text();
    if (!answer.ok) throw new Error(file);
  }));
  return load();
};`;

/**
 * Has the files of a late part fetched before the browser is asked to import it. Until 2026 browsers remembered as long as a page stood open
 * that a module could not be fetched, and never tried again (https://github.com/whatwg/html/issues/6768). `fetch` always tries again.
 */
function fetchedBeforeImport(): Plugin {
  return {
    name: 'fetched-before-import',
    apply: 'build',
    enforce: 'pre',
    load: (asked) => (asked === loader ? fetching : null),
    generateBundle: {
      order: 'post',
      handler(_, bundle) {
        const importsOf = (file: string): readonly string[] => {
          const chunk = bundle[file];
          return chunk?.type === 'chunk' && !chunk.isEntry ? [file, ...chunk.imports.flatMap(importsOf)] : [];
        };
        for (const chunk of Object.values(bundle))
          if (chunk.type === 'chunk')
            chunk.code = chunk.code.replace(/import\(`\.\/([^`]+)`\)(.*?),\[\],import\.meta\.url\)/g, (text, name) => {
              const here = importsOf(chunk.fileName);
              const files = new Set(importsOf(`assets/${name}`).filter((file) => !here.includes(file)));
              return text.replace(/\[\],import\.meta\.url\)$/, `"${[...files].join(' ').replaceAll('assets/', '')}")`);
            });
      },
    },
  };
}

/**
 * Gives late parts a copy of noble's file with all hashes called SHA-2. What is in one file goes into one script: the page would wait for
 * SHA-512, which it starts without. Of either copy only what is used remains.
 */
function lateHashes(): Plugin {
  const hashes = '@noble/hashes/sha2.js';
  return {
    name: 'late-hashes',
    apply: 'build',
    enforce: 'pre',
    async resolveId(asked, importer) {
      if (asked !== hashes || !importer || !/src\/crypto\/(late|passwords)\/|@noble\/curves\/ed25519/.test(importer))
        return null;
      const found = await this.resolve(asked, importer, { skipSelf: true });
      return found && `${found.id}?late`;
    },
  };
}

/**
 * D3's index loads its transitions for the sake of what they add to selections; nothing here uses that. No module of ours does anything by
 * being loaded, but those that a page or a thread starts with: what a door passes on to a later part needs not be in the first.
 */
const treeshake = {
  moduleSideEffects: [{ test: /node_modules\/d3|src\/.*\.tsx?$/, sideEffects: false }],
};

/** In browsers that package has them written into the document, as HTML, to read them; this one knows them by itself, as in Node. */
const entities = 'decode-named-character-reference';

export default defineConfig({
  base: './',
  resolve: { alias: { [entities]: fileURLToPath(new URL(`node_modules/${entities}/index.js`, import.meta.url)) } },
  plugins: [
    react(),
    drawnAhead(),
    earlyFirst(),
    contentSecurityPolicy(),
    fetchedBeforeImport(),
    lateHashes(),
    otherLicences(),
  ],
  worker: { format: 'es', plugins: () => [plainDynamicImports(), lateHashes()], rolldownOptions: { treeshake } },
  build: {
    target: browsers,
    license: { fileName: licences },
    assetsInlineLimit: 0,
    modulePreload: false,
    cssCodeSplit: false,
    rolldownOptions: {
      // What main.tsx imports without waiting, as far as it uses it, is one file, without detours; everything else comes later.
      output: { codeSplitting: { groups: [{ name: 'page', tags: ['$initial'] }] } },
      treeshake,
    },
  },
});

// How the page is built: a plain static folder that works from any path, under a strict content security policy.

import { readFileSync } from 'node:fs';
import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';
import { policy } from './tools/hosting.ts';

/** Where the page's help finds the licences. */
const licences = 'licences.txt';

/** Puts the policy into the built page. The development server injects styles and scripts of its own and goes without. */
function contentSecurityPolicy(): Plugin {
  return {
    name: 'content-security-policy',
    apply: 'build',
    transformIndexHtml: () => [
      {
        tag: 'meta',
        attrs: { 'http-equiv': 'Content-Security-Policy', content: policy },
        injectTo: 'head-prepend',
      },
    ],
  };
}

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
        written.source = [written.source, ...['.', ...new Set(packages)].map(licenceOf)].join('\n');
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

/** Chunks have no styles of their own and need nothing loaded ahead, so a dynamic import may be just that: 1 KB less. */
function plainDynamicImports(): Plugin {
  const id = '\0vite/preload-helper.js';
  return {
    name: 'plain-dynamic-imports',
    apply: 'build',
    enforce: 'pre',
    load: (asked) => (asked === id ? 'export const __vitePreload = (load) => load();' : null),
  };
}

/**
 * Prose and bytes come after the first picture; TLS 1.2, the catalogue, the sweep and the reading of logs when somebody wants to see
 * them. Everything else is one file, without detours.
 */
const later = new RegExp(
  [
    'src.ui.(inspector|catalogue|help)',
    'src.story.(certificates|explain|fields|keys|ladders|locals|messages|older|refusals)',
    'src.story.words.(certificates|explain|fields|keys|layers|locals|logs|older|references|states)',
    'src.lab.(mischief|diagnose|sweep|peers|http2|link.reading|catalogue.staging)',
    'src.bytes.shape|src.pki.fields',
    'src.crypto.late|noble.curves.ed25519|noble.curves.abstract.edwards|noble.ciphers.(chacha|_poly1305|_arx)',
    'src.tls.(tls12|(keys|record|wire).index|keys.(keylog|name)|(client|server|keys|record).[a-z]+12)',
  ].join('|'),
);

/** The oldest browsers that can show the page, by what its styles and scripts ask of them. README and index.html name them too. */
const browsers = ['chrome108', 'edge108', 'firefox126', 'safari16.4', 'ios16.4'];

export default defineConfig({
  base: './',
  plugins: [react(), contentSecurityPolicy(), plainDynamicImports(), otherLicences()],
  worker: { format: 'es', plugins: () => [plainDynamicImports()] },
  build: {
    target: browsers,
    license: { fileName: licences },
    assetsInlineLimit: 0,
    modulePreload: false,
    cssCodeSplit: false,
    rolldownOptions: {
      output: { codeSplitting: { groups: [{ name: 'page', test: (id) => !later.test(id) }] } },
      // D3's index loads its transitions for the sake of what they add to selections; nothing here uses that. No module of ours does
      // anything by being loaded, but the one that the page starts with: what a door passes on to a later part needs not be in the first.
      treeshake: { moduleSideEffects: [{ test: /node_modules\/d3|src\/.*\.tsx?$/, sideEffects: false }] },
    },
  },
});

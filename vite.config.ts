// How the page is built: a plain static folder that works from any path, under a strict content security policy.

import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';

const policy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "font-src 'self'",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
].join('; ');

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
    'src.tls.(tls12|wire.index|(client|server).[a-z]+12)',
  ].join('|'),
);

export default defineConfig({
  base: './',
  plugins: [react(), contentSecurityPolicy(), plainDynamicImports()],
  worker: { format: 'es', plugins: () => [plainDynamicImports()] },
  build: {
    target: 'es2022',
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

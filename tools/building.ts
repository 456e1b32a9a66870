// What the builds of the page and of the files that hold all of it have in common.

import type { Plugin } from 'vite';

/** The oldest browsers that can show the page, by what its styles and scripts ask of them. README and index.html name them too. */
export const browsers = ['chrome108', 'edge108', 'firefox126', 'safari16.4', 'ios16.4'];

/** What stands in place of Vite's own loader, which sees to styles; no late part has any. */
export const loader = '\0vite/preload-helper.js';

/** A thread has nothing to load twice: where it fails, another one is started. A file that holds everything loads nothing. */
export function plainDynamicImports(): Plugin {
  return {
    name: 'plain-dynamic-imports',
    apply: 'build',
    enforce: 'pre',
    load: (asked) => (asked === loader ? 'export const __vitePreload = (load) => load();' : null),
  };
}

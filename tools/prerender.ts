// Has the build put into index.html what the page shows as it opens, so that it is seen before any script has run, and the script before
// the first paint. It must not know what is drawn.

import { fileURLToPath } from 'node:url';
import { build, createServer, type Plugin, type Rolldown } from 'vite';
import type { DrawnAhead, DrawnExhibit } from '../src/app/prerender.tsx';
import { wide } from '../src/ui/media.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
/** Where the page's stylesheet finds what the policy does not let stand in the markup. */
const styles = '/drawn-ahead.css';
const early = 'early.js';
const place = '<!-- Here the build draws the page as it opens. -->';
/** Where code stands in what is drawn ahead, its typeface must not come after it. */
const codeFace = {
  rel: 'preload',
  href: './node_modules/@fontsource-variable/atkinson-hyperlegible-mono/files/atkinson-hyperlegible-mono-latin-wght-normal.woff2',
  as: 'font',
  type: 'font/woff2',
  crossorigin: true,
  media: wide,
};

/** Draws the page by its own modules, and splits what comes of it: no `style=` would be heeded under the policy. */
export function drawnAhead(): Plugin {
  let drawn: Promise<DrawnAhead & { readonly css: string }> | undefined;
  const draw = () => (drawn ??= drawPage());
  return {
    name: 'drawn-ahead',
    apply: 'build',
    resolveId: (asked) => (asked === styles ? `\0${styles}` : null),
    load: async (asked) => (asked === `\0${styles}` ? (await draw()).css : null),
    async buildStart() {
      const { links } = await draw();
      this.emitFile({ type: 'asset', name: early, source: await earlyScript(links) });
    },
    transformIndexHtml: {
      order: 'pre',
      async handler(html) {
        const { markup } = await draw();
        if (!html.includes(place)) throw new Error(`index.html has no ${place} to draw in.`);
        return {
          html: html.replace(place, () => markup),
          tags: [
            { tag: 'link', attrs: { rel: 'stylesheet', href: styles }, injectTo: 'head' },
            ...(markup.includes('<code') ? [{ tag: 'link', attrs: codeFace, injectTo: 'head' } as const] : []),
          ],
        };
      },
    },
  };
}

/** Names the script before the first paint, as soon as it has a name. */
export function earlyFirst(): Plugin {
  return {
    name: 'early-first',
    apply: 'build',
    transformIndexHtml: {
      order: 'post',
      handler(_, { bundle = {} }) {
        const file = Object.values(bundle).find((each) => each.type === 'asset' && each.names.includes(early));
        if (!file) throw new Error(`The build has no ${early}.`);
        return [{ tag: 'script', attrs: { src: `./${file.fileName}` }, injectTo: 'head-prepend' }];
      },
    },
  };
}

/** What is drawn ahead, by the sources as they are now, in a process that has no screen. */
export async function drawPage(): Promise<DrawnAhead & { readonly css: string }> {
  return withSources(async ({ drawAhead }) => {
    const { markup, links } = await drawAhead();
    return { links, ...withoutStyles(markup) };
  });
}

/** What is drawn of frames for other pages, by name and link. */
export function drawExhibits(
  exhibits: readonly (readonly [name: string, link: string])[],
): Promise<readonly (DrawnExhibit & { readonly name: string; readonly link: string; readonly css: string })[]> {
  return withSources(async ({ drawExhibit }) => {
    const drawn = [];
    // One after the other: each puts a screen in the place of the one before.
    for (const [name, link] of exhibits) {
      const exhibit = await drawExhibit(link, name);
      drawn.push({ ...exhibit, name, link, ...withoutStyles(exhibit.markup, 'exhibit') });
    }
    return drawn;
  });
}

type Sources = typeof import('../src/app/prerender.tsx');

/** Does something with the sources as they are now. */
async function withSources<Result>(act: (sources: Sources) => Promise<Result>): Promise<Result> {
  const server = await createServer({
    root,
    configFile: false,
    logLevel: 'error',
    appType: 'custom',
    server: { middlewareMode: true, ws: false, watch: null },
    optimizeDeps: { noDiscovery: true },
  });
  try {
    return await act((await server.ssrLoadModule('/src/app/prerender.tsx')) as Sources);
  } finally {
    await server.close();
  }
}

/** Styles of single elements become classes: the same style, the same class. */
export function withoutStyles(markup: string, prefix = 'opening'): { readonly markup: string; readonly css: string } {
  const classes = new Map<string, string>();
  const plain = markup.replaceAll(/<[a-z][^>]*? style="([^"]*)"[^>]*>/g, (tag, style: string) => {
    const name = classes.get(style) ?? `${prefix}-${classes.size.toString(36)}`;
    classes.set(style, name);
    const bare = tag.replace(` style="${style}"`, '');
    return bare.includes(' class="')
      ? bare.replace(' class="', ` class="${name} `)
      : bare.replace(/>$/, ` class="${name}">`);
  });
  const css = [...classes].map(([style, name]) => `.${name}{${style}}`).join('\n');
  return { markup: plain, css };
}

/** The script, ready to stand alone. */
async function earlyScript(links: readonly string[]): Promise<string> {
  const { output } = (await build({
    root,
    configFile: false,
    logLevel: 'error',
    define: { drawnAhead: JSON.stringify(links) },
    build: {
      write: false,
      rolldownOptions: { input: `${root}src/app/early.ts`, output: { format: 'iife' } },
    },
  })) as Rolldown.RolldownOutput;
  return output[0].code;
}

// A scene as the text of an SVG file, colours resolved: for export and for golden pictures.
// It must not know the DOM.

import { toElement } from './element.ts';
import type { Scene } from './scene.ts';
import { fontFamily, type Theme } from './themes.ts';

/** What a file brings along besides the picture. */
export interface SvgExtras {
  /** What it shows, for those who hear it. */
  readonly title: string;
  /** The typeface, as WOFF2 in base64: without it letters look as they do where the file is opened. */
  readonly font?: string | undefined;
}

/** Writes a standalone SVG on the theme's paper. */
export function toSvg(scene: Scene, theme: Theme, extras?: SvgExtras): string {
  const { width, height } = scene;
  const lines = scene.shapes.map((shape) => {
    const { tag, attributes, text, title } = toElement(shape, (ink) => theme[ink]);
    const inside = escaped(text ?? '') + (title === undefined ? '' : `<title>${escaped(title)}</title>`);
    return `  <${tag}${write(attributes)}${inside === '' ? '/>' : `>${inside}</${tag}>`}`;
  });
  const root = write({
    xmlns: 'http://www.w3.org/2000/svg',
    width: String(width),
    height: String(height),
    viewBox: `0 0 ${width} ${height}`,
    'font-family': fontFamily,
    ...(extras && { role: 'img' }),
  });
  const paper = write({ width: String(width), height: String(height), fill: theme.paper });
  const brought = extras ? `\n${broughtBy(extras).join('\n')}` : '';
  return `<svg${root}>${brought}\n  <rect${paper}/>\n${lines.join('\n')}\n</svg>\n`;
}

/** The typeface that the page brings along. */
const familyName = fontFamily.split("'")[1];

/** Digits are as wide as one another, as the page has them. */
const digits = 'text{font-variant-numeric:tabular-nums}';

function broughtBy({ title, font }: SvgExtras): readonly string[] {
  const face = `@font-face{font-family:'${familyName}';font-weight:200 800;src:url(data:font/woff2;base64,${font})}`;
  return [`  <title>${escaped(title)}</title>`, `  <style>${font === undefined ? '' : face}${digits}</style>`];
}

function write(attributes: Readonly<Record<string, string>>): string {
  return Object.entries(attributes)
    .map(([name, value]) => ` ${name}="${escaped(value)}"`)
    .join('');
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}

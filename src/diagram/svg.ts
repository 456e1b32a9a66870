// A scene as the text of an SVG file, colours resolved: for export and for golden pictures.
// It must not know the DOM.

import { toElement } from './element.ts';
import type { Scene } from './scene.ts';
import { tableMeasure } from './table-measure.ts';
import { fontFamily, type Theme } from './themes.ts';
import { typeset } from './words.ts';

/** What a file brings along besides the picture. */
export interface SvgExtras {
  /** What it shows, for those who hear it. */
  readonly title: string;
  /** The typeface, as WOFF2 in base64: without it letters look as they do where the file is opened. */
  readonly font?: string | undefined;
}

/** Writes a standalone SVG on the theme's paper. */
export function toSvg(scene: Scene, theme: Theme, extras?: SvgExtras): string {
  return fileOf(scene, shapesOf(scene, theme), theme, extras);
}

/** One of several pictures in a file, and what stands above it. */
export interface Panel {
  readonly scene: Scene;
  readonly caption: string;
}

const captionFont = { size: 15, weight: 600 };
/** Of the lines above each picture, and between two of them, in px. */
const captionHeight = 54;
const lineHeight = 20;
const gutter = 16;

/** Writes a standalone SVG of several pictures beside each other. */
export function toSvgBeside(panels: readonly Panel[], theme: Theme, extras?: SvgExtras): string {
  let x = 0;
  const groups = panels.flatMap(({ scene, caption }) => {
    const at = x;
    x += scene.width + gutter;
    const { lines } = typeset(caption, captionFont, scene.width - 2 * gutter, 2, tableMeasure);
    const { size, weight } = captionFont;
    const font = { 'font-size': String(size), 'font-weight': String(weight), fill: theme.ink };
    const words = lines.map((line, index) => {
      const place = write({ x: String(gutter), y: String(lineHeight * (index + 1)), ...font });
      return `  <text${place}>${escaped(line)}</text>`;
    });
    return [
      `  <g${write({ transform: `translate(${at} 0)` })}>`,
      ...words,
      `  <g${write({ transform: `translate(0 ${captionHeight})` })}>`,
      ...shapesOf(scene, theme),
      '  </g>',
      '  </g>',
    ];
  });
  return fileOf(besideSize(panels.map(({ scene }) => scene)), groups, theme, extras);
}

/** How large a file of several pictures is, in px. */
export function besideSize(scenes: readonly Scene[]): { readonly width: number; readonly height: number } {
  return {
    width: scenes.reduce((sum, { width }) => sum + width, gutter * (scenes.length - 1)),
    height: captionHeight + Math.max(...scenes.map(({ height }) => height)),
  };
}

function shapesOf(scene: Scene, theme: Theme): readonly string[] {
  return scene.shapes.map((shape) => {
    const { tag, attributes, text, title } = toElement(shape, (ink) => theme[ink]);
    const inside = escaped(text ?? '') + (title === undefined ? '' : `<title>${escaped(title)}</title>`);
    return `  <${tag}${write(attributes)}${inside === '' ? '/>' : `>${inside}</${tag}>`}`;
  });
}

function fileOf(
  { width, height }: { readonly width: number; readonly height: number },
  lines: readonly string[],
  theme: Theme,
  extras: SvgExtras | undefined,
): string {
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

// A scene as the text of an SVG file, colours resolved: for export and for golden pictures.
// It must not know the DOM.

import { toElement } from './element.ts';
import type { Scene } from './scene.ts';
import { fontFamily, type Theme } from './themes.ts';

/** Writes a standalone SVG on the theme's paper. */
export function toSvg(scene: Scene, theme: Theme): string {
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
  });
  const paper = write({ width: String(width), height: String(height), fill: theme.paper });
  return `<svg${root}>\n  <rect${paper}/>\n${lines.join('\n')}\n</svg>\n`;
}

function write(attributes: Readonly<Record<string, string>>): string {
  return Object.entries(attributes)
    .map(([name, value]) => ` ${name}="${escaped(value)}"`)
    .join('');
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}

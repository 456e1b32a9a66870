// The picture of a model as a file: by the page's own measure and renderer, and as pixels by a browser. It must not know where the model
// comes from.

import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { type Model, sceneIn, type ThemeName, themes, toSvg } from '../../src/diagram/index.ts';
import { findBrowser, launchBrowser } from '../browser.ts';
import { ExportError } from './usage.ts';

/** How it is drawn; all in px. */
export interface Frame {
  readonly width: number;
  readonly theme: ThemeName;
  readonly captions: boolean;
  /** What it shows, for those who hear it. */
  readonly title: string;
}

/** As high as the page has room for its picture on a desk: rows stand wider to fill it, and more of them make it higher. */
const height = 737;
const typeface = new URL(
  '../../node_modules/@fontsource-variable/atkinson-hyperlegible-next/files/atkinson-hyperlegible-next-latin-wght-normal.woff2',
  import.meta.url,
);

/** An SVG that needs nothing besides. */
export function svgOf(model: Model, { width, theme, captions, title }: Frame): string {
  const font = readFileSync(fileURLToPath(typeface)).toString('base64');
  return toSvg(sceneIn({ width, height }, model, { captions }), themes[theme], { title, font });
}

/** The same as a PNG. @throws ExportError when there is no browser to draw it */
export async function pngOf(model: Model, frame: Frame, scale: number): Promise<Uint8Array> {
  await findBrowser().catch((error: Error) => {
    throw new ExportError(`A .png is drawn by a browser. ${error.message} The .svg needs none.`);
  });
  const folder = mkdtempSync(join(tmpdir(), 'countersign-'));
  const browser = await launchBrowser();
  try {
    const file = join(folder, 'picture.svg');
    writeFileSync(file, svgOf(model, frame));
    const scene = sceneIn({ width: frame.width, height }, model, frame);
    const page = await browser.newPage({
      viewport: { width: Math.ceil(scene.width), height: Math.ceil(scene.height) },
      deviceScaleFactor: scale,
    });
    await page.goto(pathToFileURL(file).href);
    await page.evaluate(async () => void (await document.fonts.ready));
    return await page.screenshot();
  } finally {
    await browser.close();
    rmSync(folder, { recursive: true });
  }
}

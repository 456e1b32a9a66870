// The picture of a model as a file: by the page's own measure and renderer, and as pixels by a browser. It must not know where the model
// comes from.

import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { PNG } from 'pngjs';
import {
  besideSize,
  type Model,
  type Size,
  sceneIn,
  type ThemeName,
  themes,
  toSvg,
  toSvgBeside,
} from '../../src/diagram/index.ts';
import { Gif, type Pixels, samplesOf } from '../../src/ui/export/gif/encoding.ts';
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

/** A picture, and what stands above it where there are two. */
export interface Picture {
  readonly model: Model;
  readonly caption: string;
}

/** As high as the page has room for its picture on a desk: rows stand wider to fill it, and more of them make it higher. */
const height = 737;

/** The room in which one is drawn. */
export const roomOf = (width: number): Size => ({ width, height });

const typeface = new URL(
  '../../node_modules/@fontsource-variable/atkinson-hyperlegible-next/files/atkinson-hyperlegible-next-latin-wght-normal.woff2',
  import.meta.url,
);

/** An SVG that needs nothing besides. */
export function svgOf(pictures: readonly Picture[], { width, theme, captions, title }: Frame): string {
  const font = readFileSync(fileURLToPath(typeface)).toString('base64');
  const panels = pictures.map(({ model, caption }) => ({
    scene: sceneIn(roomOf(width), model, { captions }),
    caption,
  }));
  const [first, ...others] = panels;
  if (first && others.length === 0) return toSvg(first.scene, themes[theme], { title, font });
  return toSvgBeside(panels, themes[theme], { title, font });
}

/** The same as a PNG. @throws ExportError when there is no browser to draw it */
export async function pngOf(pictures: readonly Picture[], frame: Frame, scale: number): Promise<Uint8Array> {
  const [png] = await drawn([pictures], frame, scale, 'png');
  return png as Uint8Array;
}

/**
 * Several models one after the other, as a GIF.
 * @param seconds how long each stands @throws ExportError when there is no browser to draw them
 */
export async function gifOf(
  models: readonly Model[],
  frame: Frame,
  scale: number,
  seconds: number,
): Promise<Uint8Array> {
  const pictures = (
    await drawn(
      models.map((model) => [{ model, caption: '' }]),
      frame,
      scale,
      'gif',
    )
  ).map((png) => PNG.sync.read(Buffer.from(png)));
  const { width, height } = pictures[0] as PNG;
  const pixels = pictures.map(({ data }) => new Uint8Array(data));
  const gif = new Gif(
    { width, height, seconds },
    samplesOf(pixels.length).map((at) => pixels[at] as Pixels),
  );
  for (const each of pixels) gif.add(each);
  return gif.bytes();
}

/** @param shown each alone, or two beside each other @param ending what they are for */
async function drawn(
  shown: readonly (readonly Picture[])[],
  frame: Frame,
  scale: number,
  ending: string,
): Promise<readonly Uint8Array[]> {
  await findBrowser().catch((error: Error) => {
    throw new ExportError(`A .${ending} is drawn by a browser. ${error.message} The .svg needs none.`);
  });
  const folder = mkdtempSync(join(tmpdir(), 'countersign-'));
  const browser = await launchBrowser();
  try {
    const page = await browser.newPage({ deviceScaleFactor: scale });
    const pictures: Uint8Array[] = [];
    for (const [at, together] of shown.entries()) {
      const file = join(folder, `picture-${at}.svg`);
      writeFileSync(file, svgOf(together, frame));
      const scenes = together.map(({ model }) => sceneIn(roomOf(frame.width), model, frame));
      const [first, ...others] = scenes;
      const size = first && others.length === 0 ? first : besideSize(scenes);
      await page.setViewportSize({ width: Math.ceil(size.width), height: Math.ceil(size.height) });
      await page.goto(pathToFileURL(file).href);
      await page.evaluate(async () => void (await document.fonts.ready));
      pictures.push(await page.screenshot());
    }
    return pictures;
  } finally {
    await browser.close();
    rmSync(folder, { recursive: true });
  }
}

// The picture that is on the screen as a file: what is drawn for the same room, in the same colours. It must not know what becomes of it.

import typeface from '@fontsource-variable/atkinson-hyperlegible-next/files/atkinson-hyperlegible-next-latin-wght-normal.woff2?url';
import {
  besideSize,
  type Scene,
  sceneIn,
  sizeOf,
  type Theme,
  themes,
  toSvg,
  toSvgBeside,
} from '../../diagram/index.ts';
import type { Lab } from '../../store/index.ts';
import { lookOf, modelOf } from '../stage/picture.ts';

/** A canvas that holds no more than this many pixels is made by every browser that the page is for. */
const MOST_PIXELS = 16_777_216;

/** Thrown when a picture has more pixels than a canvas takes. */
export class TooLarge extends Error {
  override readonly name = 'TooLarge';
}

/** A picture, or two that stand beside each other. */
type Drawn = Scene | readonly { readonly scene: Scene; readonly caption: string }[];

/** What is on the screen, whole: what has been scrolled out of sight, too. @param room in which the page draws it */
export function sceneOn(room: HTMLElement, lab: Lab): Scene {
  return sceneIn(sizeOf(room), modelOf(lab), lookOf(lab));
}

/** The same at each of a range of steps, both ends included; nothing is picked. */
export function scenesOn(room: HTMLElement, lab: Lab, from: number, to: number): readonly Scene[] {
  const nothing = { ...lab.selection, row: null, hovered: null };
  return Array.from({ length: to - from + 1 }, (_, at) =>
    sceneOn(room, { ...lab, cursor: from + at, selection: nothing }),
  );
}

/** The colours that the page wears. */
export function themeOn(): Theme {
  const { theme = 'light' } = document.documentElement.dataset;
  return theme in themes ? themes[theme as keyof typeof themes] : themes.light;
}

/** An SVG, and whether its typeface is inside. */
export async function svgFile(
  drawn: Drawn,
  title: string,
): Promise<{ readonly text: string; readonly whole: boolean }> {
  const font = await typefaceText().catch(() => undefined);
  const extras = { title, font };
  const text = 'shapes' in drawn ? toSvg(drawn, themeOn(), extras) : toSvgBeside(drawn, themeOn(), extras);
  return { text, whole: font !== undefined };
}

/** In base64. */
async function typefaceText(): Promise<string> {
  const [, inside] = /^data:.*?;base64,(.*)$/.exec(typeface) ?? [];
  if (inside !== undefined) return inside;
  const answer = await fetch(typeface);
  if (!answer.ok) throw new Error(`${typeface} answered ${answer.status}`);
  const bytes = new Uint8Array(await answer.arrayBuffer());
  return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''));
}

/** A PNG, drawn from the SVG. @throws TooLarge when the browser makes no canvas of that size */
export async function pngFile(drawn: Drawn, title: string, scale: number): Promise<Blob> {
  const { canvas } = await canvasOf(drawn, title, scale);
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/png'));
  if (!blob) throw new TooLarge();
  return blob;
}

/** The pixels of that PNG. @throws TooLarge likewise */
export async function pixelsOf(scene: Scene, scale: number): Promise<ImageData> {
  const { canvas, context } = await canvasOf(scene, '', scale);
  return context.getImageData(0, 0, canvas.width, canvas.height);
}

async function canvasOf(drawn: Drawn, title: string, scale: number) {
  const { text } = await svgFile(drawn, title);
  const { width, height } = 'shapes' in drawn ? drawn : besideSize(drawn.map(({ scene }) => scene));
  const picture = new Image(width, height);
  picture.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(text)}`;
  await picture.decode();
  const canvas = document.createElement('canvas');
  canvas.width = Math.ceil(width * scale);
  canvas.height = Math.ceil(height * scale);
  const context = canvas.width * canvas.height <= MOST_PIXELS ? canvas.getContext('2d') : null;
  if (!context) throw new TooLarge();
  // Safari has the typeface of an SVG only when it draws it for the second time.
  for (let time = 0; time < 2; time++) context.drawImage(picture, 0, 0, width * scale, height * scale);
  return { canvas, context };
}

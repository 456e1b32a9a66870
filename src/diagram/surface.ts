// What a picture is drawn on: a room that gives it its size and scrolls, and an SVG for each plane. It must not know scenes' shapes.

import type { Plane, Scene } from './scene.ts';

export interface Surface extends Readonly<Record<Plane, SVGSVGElement>> {
  /** Gives the picture its size, and scrolls where it doesn't fit. It has the class `pinned` while the heads are to stay in sight. */
  readonly room: HTMLElement;
}

/** In px. */
export interface Size {
  readonly width: number;
  readonly height: number;
  /** How much larger the reader has text than most do; left out, as most do. */
  readonly text?: number;
}

/** What text has that nobody made larger or smaller, in px. */
const usualLetter = 16;

/** Asking makes the browser lay out the page: not in every frame. */
export function sizeOf(room: HTMLElement): Size {
  const letter = Number.parseFloat(getComputedStyle(document.documentElement).fontSize);
  return { width: Math.max(300, room.clientWidth), height: room.clientHeight, text: letter / usualLetter };
}

/** Says when the room has another size than before. @param drawn the size before: a scrollbar may have come since */
export function watchSize(room: HTMLElement, drawn: Size, changed: (size: Size) => void): () => void {
  let { width, height, text } = drawn;
  const observer = new ResizeObserver(() => {
    const size = sizeOf(room);
    if (size.width === width && size.height === height && size.text === text) return;
    ({ width, height, text } = size);
    changed(size);
  });
  observer.observe(room);
  return () => observer.disconnect();
}

/** A new group in an SVG, and nothing else in it. */
export function groupIn(svg: SVGSVGElement): SVGGElement {
  const group = document.createElementNS('http://www.w3.org/2000/svg', 'g');
  svg.replaceChildren(group);
  return group;
}

/** Makes room for a scene: the heads have an SVG above the others. */
export function stretch({ heads, lines, rows }: Surface, scene: Pick<Scene, 'width' | 'heads' | 'height'>): void {
  resize(heads, scene.width, 0, scene.heads);
  for (const svg of [lines, rows]) resize(svg, scene.width, scene.heads, scene.height);
}

/** Has an SVG show the scene from one height to another. */
function resize(svg: SVGSVGElement, width: number, top: number, bottom: number): void {
  const height = bottom - top;
  for (const [name, value] of Object.entries({ width, height, viewBox: `0 ${top} ${width} ${height}` }))
    svg.setAttribute(name, String(value));
}

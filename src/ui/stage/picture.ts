// From the store to the diagram and back: draws whenever something changes that the picture shows, and reports what was picked.
// It must not know React, nor how a model is made or drawn.

import {
  canvasMeasure,
  fontFamily,
  type Handlers,
  layout,
  type Model,
  mount,
  type Scene,
} from '../../diagram/index.ts';
import { type Lab, type LabStore, stepNumber } from '../../store/index.ts';
import { toModel } from '../../story/index.ts';
import { markPicture } from '../frames/stopwatch.ts';
import { wasSent } from '../playbar/pace.ts';

export interface Place {
  /** Gives the picture its size, and scrolls where it doesn't fit. */
  readonly room: HTMLElement;
  /** What stays in sight when the room scrolls. */
  readonly heads: SVGSVGElement;
  /** Lies under the rows. */
  readonly lines: SVGSVGElement;
  /** Takes the pointer. */
  readonly rows: SVGSVGElement;
}

/**
 * Draws the lab into a place, now and after every change.
 * @returns ends it and removes what was drawn
 */
export function present(store: LabStore, { room, heads, lines, rows }: Place): () => void {
  let measure = canvasMeasure();
  let model: Model | undefined;
  let shown: Lab | undefined;
  let drawn: Scene | undefined;
  let moved = Number.NEGATIVE_INFINITY;
  let alive = true;
  let size = sizeOf(room);
  const on: Handlers = {
    select: (id) => store.getState().select(id, stepOf(model, id)),
    hover: (id) => store.getState().hover(id ?? null),
  };
  const views = [
    { layer: 'heads', ...mount(groupIn(heads)) },
    { layer: 'lines', ...mount(groupIn(lines)) },
    { layer: 'rows', ...mount(groupIn(rows), { on }) },
  ] as const;
  const draw = (resized = false): void => {
    const lab = store.getState();
    const now = performance.now();
    const animate = shown !== undefined && strides(shown, lab, now - moved);
    if (shown?.cursor !== lab.cursor) moved = now;
    model = modelOf(lab);
    const scene = layout(model, measure, { ...size, captions: lab.view.captions, fontScale: 1 });
    if (!sameSize(scene, drawn)) {
      resize(heads, scene.width, 0, scene.heads);
      for (const svg of [lines, rows]) resize(svg, scene.width, scene.heads, scene.height);
    }
    drawn = scene;
    const pinned = pins(scene, size.height);
    room.classList.toggle('pinned', pinned);
    for (const { layer, update } of views)
      update(
        { shapes: scene.shapes.filter((shape) => (shape.layer ?? 'rows') === layer), areas: scene.areas },
        { animate },
      );
    if (shown?.timeline !== lab.timeline) markPicture();
    if (resized || !shown || stepNumber(shown) !== stepNumber(lab))
      keepInSight(room, size.height, pinned ? scene.heads : 0, scene, model, stepNumber(lab));
    shown = lab;
  };
  draw();
  const unsubscribe = store.subscribe((lab) => {
    if (!shown || differs(lab, shown)) draw();
  });
  const stopWatching = watchSize(room, size, (changed) => {
    size = changed;
    draw(true);
  });
  whenLettersArrive(() => {
    if (!alive) return;
    measure = canvasMeasure();
    draw();
  });
  return () => {
    alive = false;
    unsubscribe();
    stopWatching();
    for (const { destroy } of views) destroy();
  };
}

function modelOf({ timeline, cursor, selection, view }: Lab): Model {
  return toModel(timeline, cursor, {
    captions: view.captions,
    lens: view.lens,
    unit: view.unit,
    selected: selection.row ?? undefined,
    hovered: selection.hovered ?? undefined,
  });
}

function stepOf(model: Model | undefined, id: string): number | undefined {
  const row = model?.rows.find((one) => one.id === id);
  return row && !(row.kind === 'message' && row.ghost) ? row.step : undefined;
}

/** Whether the picture follows softly. What a hand drags or holds would only be lagged behind. */
function strides(before: Lab, now: Lab, since: number): boolean {
  return before.timeline !== now.timeline || wasSent(before.cursor, now.cursor, since);
}

/** All that the picture shows of a lab. */
function shownOf({ timeline, cursor, selection, view }: Lab): readonly unknown[] {
  return [timeline, cursor, selection.row, selection.hovered, view.captions, view.lens, view.unit];
}

function differs(a: Lab, b: Lab): boolean {
  const before = shownOf(b);
  return shownOf(a).some((value, index) => value !== before[index]);
}

interface Size {
  readonly width: number;
  readonly height: number;
}

/** Asking makes the browser lay out the page: not in every frame. */
function sizeOf(room: HTMLElement): Size {
  return { width: Math.max(300, room.clientWidth), height: room.clientHeight };
}

/** The view draws into a group of its own. */
function groupIn(svg: SVGSVGElement): SVGGElement {
  const group = document.createElementNS('http://www.w3.org/2000/svg', 'g');
  svg.replaceChildren(group);
  return group;
}

function sameSize(a: Scene, b: Scene | undefined): boolean {
  return a.width === b?.width && a.heads === b.heads && a.height === b.height;
}

/** Has an SVG show the scene from one height to another. */
function resize(svg: SVGSVGElement, width: number, top: number, bottom: number): void {
  const height = bottom - top;
  for (const [name, value] of Object.entries({ width, height, viewBox: `0 ${top} ${width} ${height}` }))
    svg.setAttribute(name, String(value));
}

/** Whether the heads stay while the rest scrolls: not where they would leave it too little. */
function pins({ height, heads }: Scene, visible: number): boolean {
  return height > visible && visible > 2.5 * heads;
}

/** Where the room is lower than the picture, scrolls so that the current step's arrow can be seen. @param covered by what stays in sight, in px */
function keepInSight(
  room: HTMLElement,
  visible: number,
  covered: number,
  scene: Scene,
  model: Model,
  step: number,
): void {
  if (scene.height <= visible) return;
  const rows = new Set(model.rows.flatMap((row) => (row.step === step ? [row.id] : [])));
  const areas = scene.areas.filter(({ row }) => rows.has(row));
  const top = step === 0 ? 0 : Math.min(...areas.map(({ y }) => y));
  const bottom = step === 0 ? 0 : Math.max(...areas.map(({ y, height }) => y + height));
  if (!Number.isFinite(top)) return;
  const margin = (visible - covered) * 0.2;
  const now = room.scrollTop;
  if (top - margin - covered < now) room.scrollTop = top - margin - covered;
  else if (bottom + margin > now + visible) room.scrollTop = bottom + margin - visible;
}

/** The web font is here later than the first picture, unless it was in the cache; then nothing has to be measured again. */
function whenLettersArrive(then: () => void): void {
  const face = `16px ${fontFamily}`;
  if (document.fonts?.check(face) === false) document.fonts.load(face).then(then, () => undefined);
}

/** @param drawn the size that was drawn for: a scrollbar may have come since */
function watchSize(room: HTMLElement, drawn: Size, changed: (size: Size) => void): () => void {
  let { width, height } = drawn;
  const observer = new ResizeObserver(() => {
    const size = sizeOf(room);
    if (size.width === width && size.height === height) return;
    ({ width, height } = size);
    changed(size);
  });
  observer.observe(room);
  return () => observer.disconnect();
}

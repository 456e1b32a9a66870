// A picture on a page, from models: it measures, lays out, draws each plane apart, follows the size of its room and keeps in sight what
// happens now. It must not know where models come from.

import { layout } from './layout.ts';
import type { Model } from './model.ts';
import type { Scene } from './scene.ts';
import { pins, scrollFor, stepUnder } from './sight.ts';
import { groupIn, type Size, type Surface, sizeOf, stretch, watchSize } from './surface.ts';
import { tableMeasure } from './table-measure.ts';
import { type Handlers, mount } from './view.ts';

/** How a model is to be drawn. */
export interface Look {
  /** Draw the plain line under each message. */
  readonly captions: boolean;
  /** Have shapes move to their places, unless the reader prefers reduced motion. */
  readonly animate?: boolean;
}

export interface Picture<M extends Model = Model> {
  /** Draws a model, at once. Where the playhead is in another step, the room scrolls so that the step can be seen. */
  update(model: M, look: Look): void;
  /** Removes everything it drew, and its listeners. */
  destroy(): void;
}

/** Lays a model out for a room of some size. */
type Laying<M extends Model> = (size: Size, model: M, look: Look) => Scene;

/**
 * Takes over a surface; nothing is drawn before the first update.
 * @param on hears of the rows that the pointer means
 * @param lay lays models out; left out, between two lifelines
 */
export function createPicture<M extends Model = Model>(
  surface: Surface,
  on: Handlers = {},
  lay: Laying<M> = sceneIn,
): Picture<M> {
  const { room } = surface;
  const views = [
    { plane: 'heads', ...mount(groupIn(surface.heads)) },
    { plane: 'lines', ...mount(groupIn(surface.lines)) },
    { plane: 'rows', ...mount(groupIn(surface.rows), { on }) },
  ] as const;
  let size = sizeOf(room);
  let shown: { readonly model: M; readonly look: Look; readonly scene: Scene } | undefined;
  const draw = (model: M, look: Look, follow: boolean): void => {
    const scene = lay(size, model, look);
    if (!sameSize(scene, shown?.scene)) stretch(surface, scene);
    room.classList.toggle('pinned', pins(scene, size.height));
    for (const { plane, update } of views)
      update({ shapes: scene.shapes.filter((shape) => (shape.plane ?? 'rows') === plane), areas: scene.areas }, look);
    const top = follow ? scrollFor(model, scene, size.height, () => room.scrollTop) : undefined;
    if (top !== undefined) room.scrollTop = top;
    shown = { model, look, scene };
  };
  const stopWatching = watchSize(room, size, (changed) => {
    size = changed;
    if (shown) draw(shown.model, { ...shown.look, animate: false }, true);
  });
  return {
    update: (model, look) => draw(model, look, !shown || elsewhere(shown.model, model)),
    destroy() {
      stopWatching();
      for (const { destroy } of views) destroy();
    },
  };
}

/** Whether what happens now may be out of sight: it is another step, or stands elsewhere. */
function elsewhere(before: Model, model: Model): boolean {
  return stepUnder(before) !== stepUnder(model) || before.compact !== model.compact;
}

/** A model as it is laid out for a room of this size, in px. */
export function sceneIn({ text = 1, ...size }: Size, model: Model, { captions }: Look): Scene {
  return layout(model, tableMeasure, { ...size, captions, fontScale: text });
}

function sameSize(a: Scene, b: Scene | undefined): boolean {
  return a.width === b?.width && a.heads === b.heads && a.height === b.height;
}

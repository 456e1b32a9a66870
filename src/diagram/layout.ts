// From a model to a scene: arithmetic only. The places follow from the whole model, the shapes from the playhead.
// It must not know the DOM; text is measured by the function it is given.

import { headsEnd } from './draw-heads.ts';
import { drawLifelines } from './draw-lifelines.ts';
import { happened } from './draw-margins.ts';
import type { Options } from './frame.ts';
import { groundOf } from './ground.ts';
import type { Model } from './model.ts';
import { nowY, progress } from './playhead.ts';
import type { Measure, Scene } from './scene.ts';

/**
 * Lays a model out. A shape that did not change since the last scene of the same rows is the same object.
 * @param measure the width in px of a text in a font
 * @param options width and, if it must fit, height in px; captions; font scale
 * @throws if two rows have the same id
 */
export function layout(model: Model, measure: Measure, options: Options): Scene {
  const ground = groundOf(model, measure, options);
  const { columns, arrangement, top } = ground;
  const { ys, bottom } = arrangement;
  const parts = progress(model.rows, model.playhead);
  const { horizon = Infinity } = model;
  const hidden = new Set(model.rows.flatMap(({ id, step }) => (step > horizon ? [id] : [])));
  const starts = new Map(model.bands.map(({ id, from }) => [id, from]));
  const now = nowY(model.rows, ys, model.playhead, top);
  const shapes = [
    ...ground.bands.filter((_, index) => !hidden.has(starts.get(arrangement.bands[index]?.id ?? '') ?? '')),
    ground.plates(model.current, model.hovered),
    drawLifelines(model, columns, { top, bottom, now, ys, parts }),
    ...(model.brackets ?? []).filter((bracket) => happened(bracket, model.rows, parts)).map(ground.bracket),
    ...parts.map((part, index) => (hidden.has(model.rows[index]?.id ?? '') ? [] : ground.row(index, part))),
    ground.legend,
    ground.head('left', model.actors.left),
    ground.head('right', model.actors.right),
  ].flat();
  const areas = hidden.size === 0 ? ground.areas : ground.areas.filter(({ row }) => !hidden.has(row));
  return { width: options.width, height: ground.height, heads: headsEnd(columns), shapes, areas };
}

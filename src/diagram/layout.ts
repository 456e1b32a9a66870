// From a model to a scene: arithmetic only. The places follow from the whole model, the shapes from the playhead.
// It must not know the DOM; text is measured by the function it is given.

import { arrange } from './arrange.ts';
import { drawHeads, headHeight } from './draw-heads.ts';
import { drawLifelines } from './draw-lifelines.ts';
import { drawBands, drawBrackets, drawHits, drawPlates } from './draw-margins.ts';
import { drawRow } from './draw-row.ts';
import { frame, type Options } from './frame.ts';
import type { Model } from './model.ts';
import { nowY, progress } from './playhead.ts';
import type { Measure, Scene, Shape } from './scene.ts';

/**
 * Lays a model out.
 * @param measure the width in px of a text in a font
 * @param options width and, if it must fit, height in px; captions; font scale
 */
export function layout(model: Model, measure: Measure, options: Options): Scene {
  const columns = frame(model, measure, options);
  const top = headHeight(columns);
  const arrangement = arrange(model, columns, options, top + 10 * columns.metrics.scale);
  const { plans, ys, bottom } = arrangement;
  const parts = progress(model.rows, model.playhead);
  const now = nowY(model.rows, ys, model.playhead, top);
  const course = { top, bottom, now, ys, parts };
  const messageSeen = new Set<number>();
  const rows = plans.flatMap((plan, index) => {
    const { row } = plan;
    const late = messageSeen.has(row.step);
    if (row.kind === 'message') messageSeen.add(row.step);
    return drawRow(plan, ys[index] ?? 0, parts[index] ?? 0, columns, late && row.kind !== 'message');
  });
  const shapes: Shape[] = [
    ...drawBands(arrangement, columns),
    ...drawPlates(model, arrangement),
    ...drawLifelines(model, columns, course),
    ...drawBrackets(model, arrangement, columns, parts),
    ...rows,
    ...drawHeads(model, columns),
    ...drawHits(arrangement),
  ];
  return { width: options.width, height: Math.ceil(bottom), shapes };
}

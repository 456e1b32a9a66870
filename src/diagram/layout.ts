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
 * @throws if two rows have the same id
 */
export function layout(model: Model, measure: Measure, options: Options): Scene {
  refuseTwins(model);
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

/** Two shapes of one id would be one node, and a row would be missing without a word. */
function refuseTwins({ rows }: Model): void {
  const seen = new Set<string>();
  for (const { id } of rows) {
    if (seen.has(id)) throw new Error(`Two rows of the diagram have the id "${id}": give each row an id of its own.`);
    seen.add(id);
  }
}

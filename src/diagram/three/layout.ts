// From a model of three lifelines to a scene: the same rows, bands and signs as between two, in the columns of three, and three heads.
// It must not know the DOM.

import { drawHead, headsEnd } from '../draw-heads.ts';
import { drawLifelines } from '../draw-lifelines.ts';
import type { Frame, Options } from '../frame.ts';
import { groundOf } from '../ground.ts';
import type { Actor, Model } from '../model.ts';
import { nowY, progress } from '../playhead.ts';
import type { Measure, Scene, Shape } from '../scene.ts';
import { type Threefold, threeColumns } from './columns.ts';
import { inner, type ThreefoldModel } from './model.ts';

/**
 * Lays a model of three lifelines out; see `layout`.
 * @throws if two rows have the same id
 */
export function layoutThree(model: ThreefoldModel, measure: Measure, options: Options): Scene {
  const ground = groundOf(model, measure, options, threeColumns);
  // The ground of these rows was laid by nobody else.
  const columns = ground.columns as Threefold;
  const { arrangement, top } = ground;
  const { ys, bottom } = arrangement;
  const parts = progress(model.rows, model.playhead);
  const now = nowY(model.rows, ys, model.playhead, top);
  const shapes = [
    ...ground.bands,
    ground.plates(model.current, model.hovered),
    lifelines(model, columns, { top, bottom, now, ys, parts }),
    ...parts.map((part, index) => ground.row(index, part)),
    ground.legend,
    heads(model, columns),
  ].flat();
  return { width: options.width, height: ground.height, heads: headsEnd(columns), shapes, areas: ground.areas };
}

type Course = Parameters<typeof drawLifelines>[2];

const spans = ['near', 'far'] as const;

function lifelines(model: ThreefoldModel, columns: Threefold, course: Course): readonly Shape[] {
  const { faces, middle } = model;
  if (!faces) {
    const x = { left: columns.middle, right: columns.middle };
    // Words stand across it.
    const pale = { ...middle, dimmed: true };
    const through: Model = { ...model, rows: [], actors: { left: pale, right: pale } };
    const line = drawLifelines(through, { ...columns, x }, { ...course, ys: [], parts: [] });
    return [...drawLifelines(model, columns, course), ...renamed(line.slice(0, line.length / 2), 'middle')];
  }
  return [
    body(columns, course),
    ...spans.flatMap((span) => {
      const own = model.rows.flatMap((row, index) => (row.span === span ? [index] : []));
      const of = <T>(values: readonly T[]): readonly T[] => own.flatMap((index) => values.slice(index, index + 1));
      const face: Actor = { ...middle, ...faces[span] };
      const actors =
        span === 'near' ? { left: model.actors.left, right: face } : { left: face, right: model.actors.right };
      const pair: Model = { ...model, actors, rows: of(model.rows) };
      return renamed(
        drawLifelines(pair, columns.spans[span], { ...course, ys: of(course.ys), parts: of(course.parts) }),
        span,
      );
    }),
  ];
}

/** What the two faces of the middle belong to. */
function body({ spans: { near, far } }: Threefold, { top, bottom }: Course): Shape {
  const [x, end] = [near.x[inner.near], far.x[inner.far]];
  const place = { x, y: top, width: end - x, height: bottom - top };
  return { kind: 'rect', id: 'body', role: 'body', plane: 'lines', ...place, paint: { fill: 'wash' } };
}

function renamed(shapes: readonly Shape[], where: string): readonly Shape[] {
  return shapes.map((shape) => ({ ...shape, id: `${where}/${shape.id}` }));
}

/** Each of the three has a third of the width. */
function heads({ actors, middle }: ThreefoldModel, columns: Threefold): readonly Shape[] {
  const third = columns.width / 3;
  const two: Frame = { ...columns, width: 2 * third };
  const over = (x: number, shift: number): Frame => ({ ...two, x: { left: x - shift, right: x - shift } });
  const moved = (shapes: readonly Shape[], by: number): readonly Shape[] =>
    shapes.map((shape) => (shape.kind === 'text' ? { ...shape, x: shape.x + by } : shape));
  return [
    ...drawHead(actors.left, over(columns.x.left, 0), 'left'),
    ...renamed(moved(drawHead(middle, { ...over(columns.middle, third), narrow: false }, 'left'), third), 'middle'),
    ...moved(drawHead(actors.right, over(columns.x.right, third), 'right'), third),
  ];
}

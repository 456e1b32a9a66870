// What stays while time moves: the columns, the place of every row, and its shapes before it and after it happened. Made once for each
// plate, so that a playhead that moves costs only what it moves. It must not know the playhead.

import { type Arrangement, arrange } from './arrange.ts';
import { drawHead, headHeight } from './draw-heads.ts';
import { drawLegend, legendHeight } from './draw-legend.ts';
import { areasOf, drawBands, drawBracket, drawCurrent, drawHovered } from './draw-margins.ts';
import { drawRow, drawWords, speaks } from './draw-row.ts';
import { type Columns, type Frame, frame, type Options, partOf } from './frame.ts';
import type { Actor, Bracket, Model, Row, Side } from './model.ts';
import type { Area, Measure, Shape } from './scene.ts';

/** The unmoving part of a picture. What is the same gives the same shapes again. */
export interface Ground {
  readonly columns: Frame;
  /** Where the lifelines begin, in px. */
  readonly top: number;
  readonly arrangement: Arrangement;
  /** In px. */
  readonly height: number;
  /** Of each band, in their order. */
  readonly bands: readonly (readonly Shape[])[];
  readonly legend: readonly Shape[];
  readonly areas: readonly Area[];
  /** The row at an index. @param part 0 ahead, 1 happened, between: under way */
  row(index: number, part: number): readonly Shape[];
  bracket(bracket: Bracket): readonly Shape[];
  /** What marks the row that is told of, and the one under the pointer, by their ids. */
  plates(current: string | undefined, hovered: string | undefined): readonly Shape[];
  head(side: Side, actor: Actor): readonly Shape[];
}

interface Known {
  readonly model: Model;
  readonly measure: Measure;
  readonly options: Options;
  readonly ground: Ground;
}

const known = new WeakMap<readonly Row[], Known>();

/**
 * The ground of a model: the one made before, where rows, bands, brackets, measure and options are the same.
 * @param columns divides the width; left out, for two lifelines
 * @throws if two rows have the same id
 */
export function groundOf(model: Model, measure: Measure, options: Options, columns: Columns = frame): Ground {
  const before = known.get(model.rows);
  if (before && before.measure === measure && same(before.options, options) && samePlate(before.model, model))
    return before.ground;
  const ground = lay(model, options, columns(model, measure, options));
  known.set(model.rows, { model, measure, options, ground });
  return ground;
}

function lay(model: Model, options: Options, columns: Frame): Ground {
  refuseTwins(model);
  const top = headHeight(columns);
  const below = legendHeight(model, columns);
  const room = options.height === undefined ? options : { ...options, height: options.height - below };
  const arrangement = arrange(model, columns, room, top);
  const { plans, ys, bottom } = arrangement;
  const late = latecomers(model.rows);
  const said = drawnOnce((index: number): readonly Shape[] => {
    const plan = plans[index];
    return plan ? drawWords(plan, ys[index] ?? 0, partOf(columns, plan.row), late.has(index)) : [];
  });
  const draw = (index: number, part: number): readonly Shape[] => {
    const plan = plans[index];
    if (!plan) return [];
    const own = drawRow(plan, ys[index] ?? 0, part, partOf(columns, plan.row), late.has(index));
    return speaks(plan.row, part) ? [...own, ...said(index)] : own;
  };
  const ahead = drawnOnce((index: number) => draw(index, 0));
  const done = drawnOnce((index: number) => draw(index, 1));
  const indexOf = (id: string) => plans.findIndex(({ row }) => row.id === id);
  const marked = drawnOnce((id: string) => drawCurrent(arrangement, indexOf(id), columns));
  const pointed = drawnOnce((id: string) => drawHovered(arrangement, indexOf(id)));
  const heads = {
    left: drawnOnce((actor: Actor) => drawHead(actor, columns, 'left'), new WeakMap()),
    right: drawnOnce((actor: Actor) => drawHead(actor, columns, 'right'), new WeakMap()),
  };
  return {
    columns,
    top,
    arrangement,
    height: Math.ceil(bottom + below),
    bands: drawBands(arrangement, columns),
    legend: drawLegend(model, columns, bottom),
    areas: areasOf(arrangement),
    row: (index, part) => (part === 0 ? ahead(index) : part === 1 ? done(index) : draw(index, part)),
    bracket: drawnOnce((bracket: Bracket) => drawBracket(bracket, model.rows, arrangement, columns)),
    plates: (current, hovered) => [
      ...(current === undefined ? [] : marked(current)),
      ...(hovered === undefined || hovered === current ? [] : pointed(hovered)),
    ],
    head: (side, actor) => heads[side](actor),
  };
}

/** What happens in a step after its message enters after it. */
function latecomers(rows: readonly Row[]): ReadonlySet<number> {
  const spoken = new Set<number>();
  const late = new Set<number>();
  rows.forEach((row, index) => {
    if (row.kind === 'message') spoken.add(row.step);
    else if (spoken.has(row.step)) late.add(index);
  });
  return late;
}

/** A map, or one that does not keep its keys alive. */
interface Made<Key, Value> {
  get(key: Key): Value | undefined;
  set(key: Key, value: Value): unknown;
}

function drawnOnce<Key, Value>(
  make: (key: Key) => Value,
  made: Made<Key, Value> = new Map<Key, Value>(),
): (key: Key) => Value {
  return (key) => {
    const before = made.get(key);
    if (before !== undefined) return before;
    const fresh = make(key);
    made.set(key, fresh);
    return fresh;
  };
}

function same(a: Options, b: Options): boolean {
  return a.width === b.width && a.height === b.height && a.captions === b.captions && a.fontScale === b.fontScale;
}

function samePlate(a: Model, b: Model): boolean {
  return (
    a.bands === b.bands &&
    a.brackets === b.brackets &&
    a.ghostNote === b.ghostNote &&
    a.legend === b.legend &&
    a.levels === b.levels &&
    a.compact === b.compact
  );
}

/** Two shapes of one id would be one node, and a row would be missing without a word. */
function refuseTwins({ rows }: Model): void {
  const seen = new Set<string>();
  for (const { id } of rows) {
    if (seen.has(id)) throw new Error(`Two rows of the diagram have the id "${id}": give each row an id of its own.`);
    seen.add(id);
  }
}

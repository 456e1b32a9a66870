// The models of two runs whose pictures stand level beside each other: on the page, and in a file. It must not know where they are drawn.

import type { Heights } from '../../diagram/beside/index.ts';
import type { Model, Size } from '../../diagram/index.ts';
import type { Timeline } from '../../lab/index.ts';
import { type Comparison, type Plates, platesOf } from '../../story/compare/index.ts';
import { type Lens, toModel } from '../../story/index.ts';
import type { OfBoth, Side } from '../../words/compare/index.ts';
import { levelled } from './level.ts';

/** How both are looked at. */
interface Sight {
  readonly captions: boolean;
  readonly lens: Lens;
  readonly unit: 'messages' | 'records';
}

/** What of both pictures does not depend on the playhead. */
export interface Ground {
  readonly plates: Plates;
  readonly levels: OfBoth<Heights>;
}

/** @param sizes of the rooms in which they are drawn */
export function groundOf(
  timelines: OfBoth<Timeline>,
  rows: Comparison['rows'],
  { captions, lens, unit }: Sight,
  sizes: OfBoth<Size>,
): Ground {
  const look = { captions, lens, unit };
  const plates = platesOf(timelines, rows, look);
  const model = (side: Side): Model => plated(toModel(timelines[side], 0, look), plates, side);
  return { plates, levels: levelled({ a: model('a'), b: model('b') }, sizes, { captions }, plates.level) };
}

/** A model as it is beside the other. */
export function onGround(model: Model, { plates, levels }: Ground, side: Side): Model {
  return plates.level.length === 0 ? model : { ...plated(model, plates, side), levels: levels[side] };
}

function plated(model: Model, plates: Plates, side: Side): Model {
  if (plates.level.length === 0) return model;
  // What would have followed is not shown: the other run has its place.
  const { ghostNote: _, ...rest } = model;
  return { ...rest, ...plates[side] };
}

// Pictures beside each other, whose rows stand level. It comes late: most pictures stand alone.

import { Packing, scrolled } from '../arrange.ts';
import { groundOf } from '../ground.ts';
import type { Model } from '../model.ts';
import type { Look } from '../picture.ts';
import { slotsOf } from '../slots.ts';
import type { Size } from '../surface.ts';
import { tableMeasure } from '../table-measure.ts';

/** In px, by the ids of rows. */
export type Heights = ReadonlyMap<string, number>;

/** Where the rows of a model stand in a room of this size if none stands higher than some levels. */
export function heightsIn({ text = 1, ...size }: Size, model: Model, { captions }: Look): (levels: Heights) => Heights {
  const options = { ...size, captions, fontScale: text };
  const { columns, top, arrangement } = groundOf({ ...model, levels: new Map() }, tableMeasure, options);
  // What the rows say is planned once.
  const { plans } = arrangement;
  const slots = slotsOf(model.rows, columns.narrow);
  return (levels) => {
    const { ys } = new Packing({ ...model, levels }, columns, top, scrolled).pack(plans, slots);
    return new Map(plans.map(({ row }, index) => [row.id, ys[index] ?? 0]));
  };
}

// Pictures of three lifelines. They come late: most pictures have two.

import { createPicture, type Look } from '../picture.ts';
import type { Scene } from '../scene.ts';
import type { Size, Surface } from '../surface.ts';
import { tableMeasure } from '../table-measure.ts';
import type { Handlers } from '../view.ts';
import { layoutThree } from './layout.ts';
import type { ThreefoldModel } from './model.ts';

export type { Face, SpannedRow, ThreefoldModel } from './model.ts';

/** A picture of three lifelines; see `createPicture`. */
export function createThree(surface: Surface, on: Handlers = {}) {
  return createPicture(surface, on, threeIn);
}

/** A model as it is laid out for a room of this size, in px. */
export function threeIn({ text = 1, ...size }: Size, model: ThreefoldModel, { captions }: Look): Scene {
  return layoutThree(model, tableMeasure, { ...size, captions, fontScale: text });
}

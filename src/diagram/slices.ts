// A scene that is higher than a sheet of paper, cut into pieces that are not: never through a row, nor through a word.
// It must not know the paper.

import { ascent, descent } from './metrics.ts';
import type { Scene, Shape } from './scene.ts';

/** From here to there, in px from the scene's top. */
export interface Slice {
  readonly top: number;
  readonly bottom: number;
}

/**
 * The pieces of a scene, from its top to its bottom without a gap.
 * @param most how high each may be, in px; a row that is higher has a piece that is
 */
export function slicesOf(scene: Scene, most: number): readonly Slice[] {
  const cuts = cutsOf(scene);
  const slices: Slice[] = [];
  let top = 0;
  while (top < scene.height) {
    const from = top;
    const within = cuts.filter((cut) => cut > from && cut - from <= most);
    const next = scene.height - from <= most ? scene.height : (within.at(-1) ?? cuts.find((cut) => cut > from));
    top = next ?? scene.height;
    slices.push({ top: from, bottom: top });
  }
  return slices;
}

/** Where a cut goes through nothing that would be missed, in order; its bottom is one. */
function cutsOf({ shapes, areas, height, heads }: Scene): readonly number[] {
  const whole: readonly Slice[] = [
    { top: 0, bottom: heads },
    ...areas.map(({ y, height: high }) => ({ top: y, bottom: y + high })),
    ...shapes.flatMap(extentOf),
  ];
  const edges = [...new Set([...whole.map(({ bottom }) => bottom), height])];
  return edges
    .filter((y) => y <= height && !whole.some(({ top, bottom }) => top < y && y < bottom))
    .sort((a, b) => a - b);
}

/** Lines and grounds may go on below a cut; words may not. */
function extentOf(shape: Shape): readonly Slice[] {
  if (shape.kind !== 'text' || shape.turn !== undefined) return [];
  return [{ top: shape.y - ascent(shape.font), bottom: shape.y + descent(shape.font) }];
}

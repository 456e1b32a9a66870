// What can be seen of a picture that is higher than its room: where to scroll, and whether the heads stay. Arithmetic only.

import type { Model } from './model.ts';
import type { Scene } from './scene.ts';

/** The number of the step that the playhead is in or has just finished; 0 before anything, Infinity where nothing is current. */
export function stepUnder({ playhead }: Model): number {
  return Math.max(0, Math.ceil(playhead - 1e-6));
}

/** Whether the heads stay while the rest scrolls: not where they would leave it too little. @param visible the height of the room, in px */
export function pins({ height, heads }: Scene, visible: number): boolean {
  return height > visible && visible > 2.5 * heads;
}

/** How a picture that has just been drawn is seen in a room: how far from its top, in px, and whether its heads stay. */
export function sight(model: Model, scene: Scene, visible: number): { readonly top: number; readonly pinned: boolean } {
  const wanted = scrollFor(model, scene, visible, () => 0) ?? 0;
  return { top: Math.max(0, Math.min(wanted, scene.height - visible)), pinned: pins(scene, visible) };
}

/**
 * How far to scroll, in px from the top, so that the rows of the present step can be seen; as little as needed.
 * @param visible the height of the room, in px
 * @param now how far it is scrolled; asked for only where that matters, since the browser must lay out the page to know
 */
export function scrollFor(model: Model, scene: Scene, visible: number, now: () => number): number | undefined {
  if (scene.height <= visible) return undefined;
  const step = stepUnder(model);
  const rows = new Set(model.rows.flatMap((row) => (row.step === step ? [row.id] : [])));
  const areas = scene.areas.filter(({ row }) => rows.has(row));
  const nowhere = step === 0 || step === Infinity;
  const top = nowhere ? 0 : Math.min(...areas.map(({ y }) => y));
  const bottom = nowhere ? 0 : Math.max(...areas.map(({ y, height }) => y + height));
  if (!Number.isFinite(top)) return undefined;
  const covered = pins(scene, visible) ? scene.heads : 0;
  const margin = (visible - covered) * 0.2;
  const scrolled = now();
  if (top - margin - covered < scrolled) return top - margin - covered;
  return bottom + margin > scrolled + visible ? bottom + margin - visible : undefined;
}

// Makes a picture that is higher than its frame smaller, so that the whole run can be seen; as small as it can still be read, and from there
// on it scrolls. It must not know what is in the picture.

import { type RefObject, useLayoutEffect } from 'react';
import { layout, type Model, sceneIn, tableMeasure } from '../../diagram/index.ts';
import type { Lab } from '../../store/index.ts';
import { useLab, useLabStore } from '../context.ts';
import { bendPicture, lookOf, modelOf } from '../stage/picture.ts';

/** How small a picture gets, step by step: its smallest letters have 10 px in the end. */
const scales = [1, 0.95, 0.9, 0.85, 0.8, 0.77];

/** Where a frame is this low, everything around the run gives it room. The stylesheet has the same. */
const low = '(max-height: 22em)';

/** In a low frame the legend gives its room to the run. Beside another run, the picture is made by who shows both. */
export function useLegend(): void {
  const store = useLabStore();
  const beside = useLab((lab) => lab.open.beside);
  useLayoutEffect(() => {
    if (beside) return undefined;
    const list = matchMedia(low);
    const bend = (): void => bendPicture(store, list.matches ? withoutLegend : undefined);
    if (list.matches) bend();
    list.addEventListener('change', bend);
    return () => {
      list.removeEventListener('change', bend);
      if (list.matches) bendPicture(store);
    };
  }, [store, beside]);
}

function withoutLegend({ legend: _, ...model }: Model): Model {
  return model;
}

/** Scales the picture in a lab that is drawn in `root`, unless its exhibit wants it to scroll. */
export function useFit(root: RefObject<HTMLElement | null>): void {
  const store = useLabStore();
  const scroll = useLab((lab) => lab.view.fit === 'scroll');
  useLayoutEffect(() => {
    const stage = root.current?.querySelector<HTMLElement>('.stage');
    const place = stage?.parentElement;
    if (!stage || !place || scroll) return undefined;
    const rescale = (): void => {
      const zoom = String(scaleFor(stage.getBoundingClientRect(), store.getState()));
      // Where two stand beside each other, both are as large.
      for (const each of place.querySelectorAll<HTMLElement>(':scope > .stage'))
        if (each.style.zoom !== zoom) each.style.zoom = zoom;
    };
    const observer = new ResizeObserver(rescale);
    for (const watched of [place, ...place.children]) observer.observe(watched);
    const leave = store.subscribe((lab, before) => {
      if (lab.timeline !== before.timeline || lab.view !== before.view) rescale();
    });
    rescale();
    return () => {
      leave();
      observer.disconnect();
      stage.style.zoom = '';
    };
  }, [root, store, scroll]);
}

interface Room {
  readonly width: number;
  readonly height: number;
}

/** The largest scale at which the picture of a lab fits in a room, in px; the smallest where none does. */
function scaleFor({ width, height }: Room, lab: Lab): number {
  if (width === 0 || height === 0) return 1;
  const model = matchMedia(low).matches ? withoutLegend(modelOf(lab)) : modelOf(lab);
  const fits = (scale: number): boolean => {
    const size = { width: Math.max(300, Math.floor(width / scale)), height: Math.floor(height / scale) };
    return sceneIn(size, model, lookOf(lab)).height <= size.height;
  };
  return scales.find(fits) ?? scales.at(-1) ?? 1;
}

/** How high the picture of a lab is that has room, in px. */
export function easyHeight(width: number, lab: Lab): number {
  return layout(modelOf(lab), tableMeasure, { width: Math.max(300, width), captions: lab.view.captions, fontScale: 1 })
    .height;
}

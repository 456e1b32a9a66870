// From the store to the diagram and back: draws whenever something changes that the picture shows, and reports what was picked.
// It must not know React, nor how a model is made or drawn.

import { createPicture, type Look, type Model, type Surface } from '../../diagram/index.ts';
import type { Lab, LabStore } from '../../store/index.ts';
import { toModel } from '../../story/index.ts';

/** What somebody makes of a lab’s picture, because something else stands beside it. */
export type Bend = (model: Model, lab: Lab) => Model;

const bends = new WeakMap<LabStore, Bend>();

/** Has the picture of a lab drawn as somebody makes it, from now on; left out, as it is by itself. */
export function bendPicture(store: LabStore, bend?: Bend): void {
  if (bend) bends.set(store, bend);
  else bends.delete(store);
  // Everybody looks again.
  store.setState({});
}

/**
 * Draws the lab on a surface, now and after every change.
 * @param drawn called when another run has been drawn
 * @returns ends it and removes what was drawn
 */
export function present(store: LabStore, surface: Surface, drawn: () => void): () => void {
  let model: Model | undefined;
  let shown: Lab | undefined;
  let bent: Bend | undefined;
  const picture = createPicture(surface, {
    select: (id) => store.getState().select(id, stepOf(model, id)),
    hover: (id) => store.getState().hover(id ?? null),
  });
  const draw = (lab: Lab): void => {
    const before = shown;
    const bend = bends.get(store);
    if (before && bend === bent && !differs(lab, before)) return;
    shown = lab;
    bent = bend;
    model = bend ? bend(modelOf(lab), lab) : modelOf(lab);
    picture.update(model, { ...lookOf(lab), animate: before !== undefined && strides(before, lab) });
    if (before?.timeline !== lab.timeline) drawn();
  };
  draw(store.getState());
  const unsubscribe = store.subscribe(draw);
  return () => {
    unsubscribe();
    picture.destroy();
  };
}

/** How the picture of a lab is drawn. */
export function lookOf({ view }: Lab): Look {
  return { captions: view.captions };
}

/** What the picture of a lab shows. @param horizon the last step of which something may be seen; left out: of all */
export function modelOf({ timeline, cursor, selection, view }: Lab, horizon?: number): Model {
  return toModel(timeline, cursor, {
    captions: view.captions,
    lens: view.lens,
    unit: view.unit,
    selected: selection.row ?? undefined,
    hovered: selection.hovered ?? undefined,
    horizon,
  });
}

function stepOf(model: Model | undefined, id: string): number | undefined {
  const row = model?.rows.find((one) => one.id === id);
  return row && !(row.kind === 'message' && row.ghost) ? row.step : undefined;
}

/** Whether the picture follows softly: behind what plays or what a hand moves it would only lag. */
function strides(before: Lab, now: Lab): boolean {
  return now.by === 'jump' && (now.cursor !== before.cursor || now.timeline !== before.timeline);
}

/** All that the picture shows of a lab. */
function shownOf({ timeline, cursor, selection, view }: Lab): readonly unknown[] {
  return [timeline, cursor, selection.row, selection.hovered, view.captions, view.lens, view.unit];
}

function differs(a: Lab, b: Lab): boolean {
  const before = shownOf(b);
  return shownOf(a).some((value, index) => value !== before[index]);
}

// Draws the run beside, and has the lab's own picture stand level with it. It must not know React, nor how runs are matched.

import { createPicture, type Model, type Surface, sizeOf, watchSize } from '../../diagram/index.ts';
import type { Timeline } from '../../lab/index.ts';
import type { Lab, LabStore } from '../../store/index.ts';
import {
  besideCursor,
  type Comparison,
  type Plates,
  platesOf,
  rowAtStep,
  stepAtRow,
} from '../../story/compare/index.ts';
import { toModel } from '../../story/index.ts';
import type { OfBoth, Side } from '../../words/compare/index.ts';
import { bendPicture, lookOf } from '../stage/picture.ts';
import { type Levels, levelled } from './level.ts';

/** What of both pictures does not depend on the playhead. */
interface Ground {
  /** What it was made for, written out. */
  readonly of: string;
  readonly plates: Plates;
  readonly levels: OfBoth<Levels>;
}

/**
 * Draws both, now and after every change, until it is ended.
 * @param rooms that of the lab's own picture, and what the other is drawn on
 */
export function presentBoth(
  lab: LabStore,
  beside: Timeline,
  { rows }: Pick<Comparison, 'rows'>,
  rooms: { readonly own: HTMLElement; readonly beside: Surface },
): () => void {
  const timelines = { a: lab.getState().timeline, b: beside };
  const sizes = { a: sizeOf(rooms.own), b: sizeOf(rooms.beside.room) };
  let ground: Ground | undefined;
  const groundOf = ({ view }: Lab): Ground => {
    const { captions, lens, unit } = view;
    const look = { captions, lens, unit };
    const of = JSON.stringify([look, sizes]);
    if (ground?.of === of) return ground;
    const plates = platesOf(timelines, rows, look);
    const model = (side: Side): Model => plated(toModel(timelines[side], 0, look), plates, side);
    const levels = levelled({ a: model('a'), b: model('b') }, sizes, { captions }, plates.level);
    ground = { of, plates, levels };
    return ground;
  };
  const shaped = (model: Model, now: Lab, side: Side): Model => {
    const { plates, levels } = groundOf(now);
    return plates.level.length === 0 ? model : { ...plated(model, plates, side), levels: levels[side] };
  };
  const bend = () => bendPicture(lab, (model, now) => (now.timeline === timelines.a ? shaped(model, now, 'a') : model));
  const picture = createPicture(rooms.beside, { select: (id) => seekRow(lab, rows, stepOf(shown, id)) });
  let shown: Model | undefined;
  const draw = (now: Lab): void => {
    const { captions, lens, unit } = now.view;
    const cursor = besideCursor(rows, now.cursor);
    shown = shaped(toModel(beside, cursor, { captions, lens, unit }), now, 'b');
    picture.update(shown, { ...lookOf(now), animate: now.by === 'jump' });
  };
  bend();
  draw(lab.getState());
  const unsubscribe = lab.subscribe((now, before) => {
    if (now.timeline === timelines.a && (now.cursor !== before.cursor || now.view !== before.view)) draw(now);
  });
  const resized = (side: Side) => (size: (typeof sizes)[Side]) => {
    sizes[side] = size;
    bend();
    draw(lab.getState());
  };
  const ends = [
    unsubscribe,
    watchSize(rooms.own, sizes.a, resized('a')),
    watchSize(rooms.beside.room, sizes.b, resized('b')),
    scrolledTogether(rooms.own, rooms.beside.room),
    () => bendPicture(lab),
    () => picture.destroy(),
  ];
  return () => {
    for (const end of ends) end();
  };
}

function plated(model: Model, plates: Plates, side: Side): Model {
  if (plates.level.length === 0) return model;
  // What would have followed is not shown: the other run has its place.
  const { ghostNote: _, ...rest } = model;
  return { ...rest, ...plates[side] };
}

function stepOf(model: Model | undefined, id: string): number | undefined {
  return model?.rows.find((row) => row.id === id)?.step;
}

/** Goes where a step of the run beside can be seen. */
function seekRow(lab: LabStore, rows: Comparison['rows'], step: number | undefined): void {
  if (step !== undefined) lab.getState().seek(stepAtRow(rows, rowAtStep(rows, 'b', step)), 'jump');
}

/** Two rooms that show the same height. */
function scrolledTogether(one: HTMLElement, other: HTMLElement): () => void {
  const follow = (from: HTMLElement, to: HTMLElement) => (): void => {
    if (to.scrollTop !== from.scrollTop) to.scrollTop = from.scrollTop;
    // Of two pictures of unequal height the lower one has the say.
    if (to.scrollTop < from.scrollTop) from.scrollTop = to.scrollTop;
  };
  const [there, back] = [follow(one, other), follow(other, one)];
  one.addEventListener('scroll', there, { passive: true });
  other.addEventListener('scroll', back, { passive: true });
  return () => {
    one.removeEventListener('scroll', there);
    other.removeEventListener('scroll', back);
  };
}

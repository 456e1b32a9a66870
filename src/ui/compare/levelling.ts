// Draws the run beside, and has the lab's own picture stand level with it. It must not know React, nor how runs are matched.

import { createPicture, type Model, type Surface, sizeOf, watchSize } from '../../diagram/index.ts';
import type { Lab, LabStore } from '../../store/index.ts';
import type { Comparison } from '../../story/compare/index.ts';
import type { OfBoth, Side } from '../../words/compare/index.ts';
import { bendPicture, lookOf, modelOf } from '../stage/picture.ts';
import { type Ground, groundOf, onGround } from './ground.ts';

/**
 * Draws both, now and after every change, until it is ended.
 * @param labs that of the reader, and that of the run beside
 * @param rooms that of the lab's own picture, and what the other is drawn on
 */
export function presentBoth(
  labs: OfBoth<LabStore>,
  { rows }: Pick<Comparison, 'rows'>,
  rooms: { readonly own: HTMLElement; readonly beside: Surface },
): () => void {
  const timelines = { a: labs.a.getState().timeline, b: labs.b.getState().timeline };
  const sizes = { a: sizeOf(rooms.own), b: sizeOf(rooms.beside.room) };
  let known: { readonly of: string; readonly ground: Ground } | undefined;
  const shaped = (model: Model, { view }: Lab, side: Side): Model => {
    const { captions, lens, unit } = view;
    const of = JSON.stringify([captions, lens, unit, sizes]);
    if (known?.of !== of) known = { of, ground: groundOf(timelines, rows, view, sizes) };
    return onGround(model, known.ground, side);
  };
  const bend = () =>
    bendPicture(labs.a, (model, now) => (now.timeline === timelines.a ? shaped(model, now, 'a') : model));
  const picture = createPicture(rooms.beside, {
    select: (id) => labs.b.getState().select(id, stepOf(shown, id)),
    hover: (id) => labs.b.getState().hover(id ?? null),
  });
  let shown: Model | undefined;
  const draw = (now: Lab): void => {
    shown = shaped(modelOf(now), now, 'b');
    picture.update(shown, { ...lookOf(now), animate: now.by === 'jump' });
  };
  bend();
  draw(labs.b.getState());
  const unsubscribe = labs.b.subscribe((now, before) => {
    const moved = now.cursor !== before.cursor || now.view !== before.view || now.selection !== before.selection;
    if (moved && now.timeline === timelines.b && labs.a.getState().timeline === timelines.a) draw(now);
  });
  const resized = (side: Side) => (size: (typeof sizes)[Side]) => {
    sizes[side] = size;
    bend();
    draw(labs.b.getState());
  };
  const ends = [
    unsubscribe,
    watchSize(rooms.own, sizes.a, resized('a')),
    watchSize(rooms.beside.room, sizes.b, resized('b')),
    scrolledTogether(rooms.own, rooms.beside.room),
    () => bendPicture(labs.a),
    () => picture.destroy(),
  ];
  return () => {
    for (const end of ends) end();
  };
}

function stepOf(model: Model | undefined, id: string | null): number | undefined {
  return model?.rows.find((row) => row.id === id)?.step;
}

/** Two rooms that show the same height. */
function scrolledTogether(one: HTMLElement, other: HTMLElement): () => void {
  const follow = (from: HTMLElement, to: HTMLElement) => (): void => {
    // On a phone one of them is not to be seen, and can’t be scrolled.
    if (to.clientHeight === 0) return;
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

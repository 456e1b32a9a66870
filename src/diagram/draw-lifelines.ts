// The lifelines: one firm stroke each, in the colour and the weight of the keys that its side writes with, and a slim one beside it only
// while that side reads with others. They are drawn as far down as time has come. It must not know how rows are packed.

import { type Frame, outward } from './frame.ts';
import type { Epoch, Model, Row, Side } from './model.ts';
import type { Line, Paint, Shape } from './scene.ts';

/** The more protected, the heavier: in greyscale, too, one sees which keys are in use. In px at scale 1. */
export const strokeWeight: Readonly<Record<Epoch, number>> = { cleartext: 3, handshake: 4.5, application: 6 };
/** Of the slim stroke, and from its middle to the lifeline's. */
export const slimWeight = 1.75;
const slimAway = 6.5;

/** What the lifelines need to know of time and place. */
export interface Course {
  readonly top: number;
  readonly bottom: number;
  /** How far down time has come. */
  readonly now: number;
  /** The y and the progress of each row. */
  readonly ys: readonly number[];
  readonly parts: readonly number[];
}

export function drawLifelines(model: Model, frame: Frame, course: Course): Shape[] {
  return (['left', 'right'] as const).flatMap((side) => drawLifeline(model, frame, course, side));
}

function drawLifeline(model: Model, frame: Frame, course: Course, side: Side): Shape[] {
  const { tail } = frame.metrics;
  const over = model.rows.findIndex((row) => row.id === model.actors[side].endsAt);
  const ended = over >= 0 && course.parts[over] === 1;
  const done = course.parts.every((part) => part === 1);
  const end = ended ? (course.ys[over] ?? course.bottom) + tail : course.bottom;
  const lit = done ? end : Math.min(course.now + tail, end);
  const strands = model.actors[side].opaque
    ? drawOpaque(frame, course, side, lit)
    : stretches(model.rows, course, side, lit).flatMap((stretch) => drawStretch(stretch, frame, side));
  const rest = ended ? drawEnd(frame, course, side, end) : drawAhead(frame, course, side, lit);
  const shapes = [...rest, ...strands];
  return model.actors[side].dimmed
    ? shapes.map((shape) => ({ ...shape, opacity: (shape.opacity ?? 1) * 0.35 }))
    : shapes;
}

/** A part of a lifeline along which a side's keys stay the same. */
interface Stretch {
  /** The row that begins it. */
  readonly id: string;
  readonly y1: number;
  readonly y2: number;
  readonly read: Epoch;
  readonly write: Epoch;
}

function stretches(rows: readonly Row[], course: Course, side: Side, lit: number): Stretch[] {
  let last: Omit<Stretch, 'y2'> = { id: 'start', y1: course.top, read: 'cleartext', write: 'cleartext' };
  const begun = [last];
  rows.forEach((row, index) => {
    if (row.kind !== 'keys' || row.at !== side || course.parts[index] !== 1) return;
    const { id, direction, epoch } = row;
    const own = (way: 'read' | 'write') => (direction === way || direction === 'both' ? epoch : last[way]);
    last = { id, y1: course.ys[index] ?? 0, read: own('read'), write: own('write') };
    begun.push(last);
  });
  return begun
    .map((stretch, index) => ({ ...stretch, y2: Math.min(lit, begun[index + 1]?.y1 ?? lit) }))
    .filter(({ y1, y2 }) => y2 > y1);
}

function drawStretch({ id, y1, y2, read, write }: Stretch, frame: Frame, side: Side): Shape[] {
  const x = frame.x[side];
  const { scale } = frame.metrics;
  const stroke = (way: 'read' | 'write', epoch: Epoch, at: number, weight: number): Line =>
    vertical(`strand:${side}:${way}:${id}`, `strand ${way} ${epoch}`, at, y1, y2, {
      stroke: epoch,
      weight: weight * scale,
    });
  const firm = stroke('write', write, x, strokeWeight[write]);
  if (read === write) return [firm];
  return [firm, stroke('read', read, x + outward(side) * slimAway * scale, slimWeight)];
}

function drawOpaque(frame: Frame, course: Course, side: Side, lit: number): Shape[] {
  if (lit <= course.top) return [];
  const paint: Paint = { stroke: 'muted', weight: strokeWeight.cleartext * frame.metrics.scale };
  return [vertical(`opaque:${side}`, 'opaque', frame.x[side], course.top, lit, paint)];
}

function drawAhead(frame: Frame, course: Course, side: Side, from: number): Shape[] {
  if (course.bottom - from < 1) return [];
  return [vertical(`ahead:${side}`, 'ahead', frame.x[side], from, course.bottom, { stroke: 'rule', weight: 1 })];
}

/** A short bar closes the line; below it nothing is said any more. */
function drawEnd(frame: Frame, course: Course, side: Side, end: number): Shape[] {
  const { scale } = frame.metrics;
  const x = frame.x[side];
  const paint = { stroke: 'ink', weight: 1.6 * scale } as const;
  const bar: Line = {
    kind: 'line',
    id: `end:${side}`,
    role: 'end',
    plane: 'lines',
    x1: x - 8 * scale,
    y1: end,
    x2: x + 8 * scale,
    y2: end,
    paint,
    entry: { opacity: 0 },
  };
  const dash = `${1.5 * scale} ${4.5 * scale}`;
  if (course.bottom - end < 18 * scale) return [bar];
  return [
    bar,
    vertical(`after:${side}`, 'after', x, end, course.bottom, { stroke: 'muted', weight: 1.4 * scale, dash }),
  ];
}

function vertical(id: string, role: string, x: number, y1: number, y2: number, paint: Paint): Line {
  return { kind: 'line', id, role, plane: 'lines', x1: x, y1, x2: x, y2, paint, entry: { y2: y1 } };
}

// The lifelines: two strands each, one per direction, that change where keys are installed and end where a side ends.
// They are drawn as far down as time has come. It must not know how rows are packed.

import { type Frame, outward } from './frame.ts';
import type { Epoch, Model, Side } from './model.ts';
import type { Line, Paint, Shape } from './scene.ts';

/** The more protected, the heavier and the more closed: thin dashes, long dashes, solid. */
const strandWeight: Readonly<Record<Epoch, number>> = { cleartext: 1.25, handshake: 2.5, application: 4 };
const strandDash: Readonly<Record<Epoch, readonly [number, number] | undefined>> = {
  cleartext: [3.5, 2.5],
  handshake: [20, 2],
  application: undefined,
};

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
    : (['read', 'write'] as const).flatMap((direction) => drawStrand(model, frame, course, side, direction, lit));
  const rest = ended ? drawEnd(frame, course, side, end) : drawAhead(frame, course, side, lit);
  const shapes = [...rest, ...strands];
  return model.actors[side].dimmed
    ? shapes.map((shape) => ({ ...shape, opacity: (shape.opacity ?? 1) * 0.35 }))
    : shapes;
}

function drawStrand(
  model: Model,
  frame: Frame,
  course: Course,
  side: Side,
  direction: 'read' | 'write',
  lit: number,
): Shape[] {
  const changes: { id: string; y: number; epoch: Epoch }[] = [{ id: 'start', y: course.top, epoch: 'cleartext' }];
  model.rows.forEach((row, index) => {
    const here = row.kind === 'keys' && row.at === side && (row.direction === 'both' || row.direction === direction);
    if (here && course.parts[index] === 1) changes.push({ id: row.id, y: course.ys[index] ?? 0, epoch: row.epoch });
  });
  return changes.flatMap(({ id, y, epoch }, index) => {
    const y2 = Math.min(lit, changes[index + 1]?.y ?? lit);
    if (y2 <= y) return [];
    const weight = strandWeight[epoch] * frame.metrics.scale;
    const x = frame.x[side] + strandSide(side, direction) * (frame.metrics.scale + weight / 2);
    const dash = strandDash[epoch]?.map((length) => length * frame.metrics.scale).join(' ');
    const paint: Paint = { stroke: epoch, weight, ...(dash ? { dash } : {}) };
    return [vertical(`strand:${side}:${direction}:${id}`, `strand ${direction} ${epoch}`, x, y, y2, paint)];
  });
}

function drawOpaque(frame: Frame, course: Course, side: Side, lit: number): Shape[] {
  if (lit <= course.top) return [];
  const paint: Paint = { stroke: 'muted', weight: 2 * frame.metrics.scale };
  return [vertical(`opaque:${side}`, 'opaque', frame.x[side], course.top, lit, paint)];
}

/** What a side writes runs on the inner strand, where its arrows leave; what it reads on the outer one. */
export function strandSide(side: Side, direction: 'read' | 'write'): 1 | -1 {
  return direction === 'read' ? outward(side) : outward(side) === 1 ? -1 : 1;
}

function drawAhead(frame: Frame, course: Course, side: Side, from: number): Shape[] {
  if (course.bottom - from < 1) return [];
  return [vertical(`ahead:${side}`, 'ahead', frame.x[side], from, course.bottom, { stroke: 'rule', weight: 1 })];
}

/** A short bar closes the line; below it nothing is said any more. */
function drawEnd(frame: Frame, course: Course, side: Side, end: number): Shape[] {
  const { scale } = frame.metrics;
  const x = frame.x[side];
  const paint = { stroke: 'muted', weight: 1.6 * scale } as const;
  const bar: Line = {
    kind: 'line',
    id: `end:${side}`,
    role: 'end',
    plane: 'lines',
    x1: x - 7 * scale,
    y1: end,
    x2: x + 7 * scale,
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

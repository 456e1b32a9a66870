// The shapes of one row at its place and its progress: arrow, pill, key or milestone.
// It must not decide where anything stands; the plan says that.

import { type Frame, opposite, outward } from './frame.ts';
import type { Keys, Mark, Message, Row, Work } from './model.ts';
import { type Plan, toneInk } from './plan.ts';
import type { Shape } from './scene.ts';
import type { Ink } from './themes.ts';

/** Strokes repeat in weight what the epoch's colour says. */
const wireWeight = { cleartext: 1.5, handshake: 2, application: 2.5 } as const;

/** The part of the way at which the wire misbehaves: late, where it is clear of the words. */
const trouble = 0.86;

/** Draws a row without its words. @param part 0 ahead, 1 happened, between: under way. @param late it follows its step's message */
export function drawRow(plan: Plan, y: number, part: number, frame: Frame, late: boolean): readonly Shape[] {
  return toned(shapesOf(plan.row, plan, y, part, frame), plan.row, late);
}

/** Whether a row's words are there yet: a message's name goes with it. */
export function speaks(row: Row, part: number): boolean {
  return part === 1 || (part > 0 && row.kind === 'message' && !row.ghost);
}

/** Draws a row's words, with the padlock before a message's name. They stay the same from the moment they are there. */
export function drawWords(plan: Plan, y: number, frame: Frame, late: boolean): readonly Shape[] {
  const { row } = plan;
  const locks = row.kind === 'message' && plan.lock !== undefined ? [padlock(row, plan.lock, y, frame)] : [];
  return toned([...locks, ...texts(plan, y, frame)], row, late);
}

function toned(shapes: Shape[], row: Row, late: boolean): Shape[] {
  if (!row.dimmed && !late) return shapes;
  return shapes.map((shape) => {
    const dimmed = row.dimmed ? { opacity: (shape.opacity ?? 1) * 0.35 } : {};
    return { ...shape, ...dimmed, ...(late && shape.entry ? { late } : {}) };
  });
}

function shapesOf(row: Row, plan: Plan, y: number, part: number, frame: Frame): Shape[] {
  if (row.kind === 'message') {
    if (row.absent) return outline(row, y, ends(row, frame), frame).slice(0, 1);
    return row.ghost ? drawGhost(row, y, part, frame) : drawMessage(row, y, part, frame);
  }
  if (part < 1) return [];
  if (row.kind === 'work') return drawWork(row, plan, y, frame);
  return plan.shared ? [] : drawMilestone(row, y, frame);
}

function drawMessage(row: Message, y: number, part: number, frame: Frame): Shape[] {
  const { metrics: m } = frame;
  const between = ends(row, frame);
  const { from, to, towards } = between;
  const ink = inkOf(row);
  const weight = row.alert ? 3 : wireWeight[row.epoch];
  const end = row.lost ? from + (to - from) * trouble : to;
  const tip = from + (end - from) * part;
  const shapes: Shape[] = [];
  if (part < 1 || row.lost) shapes.push(...outline(row, y, between, frame));
  if (part === 0) return shapes;
  const paint = { stroke: ink, weight: weight * m.scale };
  const arrived = part === 1 && !row.lost;
  const x2 = arrived ? to - towards * 7 * m.scale : tip;
  shapes.push({
    kind: 'line',
    id: `wire:${row.id}`,
    role: `wire ${row.epoch}`,
    plane: 'lines',
    x1: from,
    y1: y,
    x2,
    y2: y,
    paint,
    entry: { x2: from },
  });
  if (arrived) shapes.push(head(row, to, y, ink, frame, from));
  if (part < 1) shapes.push(token(row, tip, y, ink, frame));
  if (row.lost && part === 1)
    shapes.push(
      sign(`lost:${row.id}`, 'lost', 'cross', tip, y, 1.5 * m.scale, { stroke: 'interference', weight: 2.2 }),
    );
  if (row.interference !== undefined && !row.lost && part >= trouble) shapes.push(...tampering(row, y, frame));
  return shapes;
}

function padlock(row: Message, x: number, y: number, { metrics: m }: Frame): Shape {
  const glyph = row.epoch === 'application' ? 'lockSolid' : 'lockOutlined';
  return sign(`lock:${row.id}`, 'lock', glyph, x, y - m.nameRise - 5 * m.scale, m.scale, { fill: inkOf(row) });
}

function inkOf(row: Message): Ink {
  return row.alert ? 'alert' : row.epoch;
}

function drawGhost(row: Message, y: number, part: number, frame: Frame): Shape[] {
  const between = ends(row, frame);
  const { from, to } = between;
  if (part < 1) return outline(row, y, between, frame);
  const { scale } = frame.metrics;
  const paint = { stroke: 'muted', weight: 1.4 * scale, dash: `${1.5 * scale} ${5 * scale}` } as const;
  const line: Shape = {
    kind: 'line',
    id: `ghost:${row.id}`,
    role: 'ghost',
    x1: from,
    y1: y,
    x2: to,
    y2: y,
    paint,
    opacity: 0.8,
    entry: { opacity: 0 },
  };
  return [line, { ...head(row, to, y, 'muted', frame, to), opacity: 0.6, entry: { opacity: 0 } }];
}

/** What is still to come: a hairline, without words. */
function outline(row: Message, y: number, { from, to }: Ends, frame: Frame): Shape[] {
  const paint = { stroke: 'rule', weight: 1, ...(row.lost ? { dash: '2 5' } : {}) } as const;
  const line: Shape = {
    kind: 'line',
    id: `ahead:${row.id}`,
    role: 'ahead',
    plane: 'lines',
    x1: from,
    y1: y,
    x2: to,
    y2: y,
    paint,
    entry: { opacity: 0 },
  };
  return [
    line,
    {
      ...head(row, to, y, 'rule', frame, to),
      id: `aheadhead:${row.id}`,
      role: 'ahead',
      plane: 'lines',
      entry: { opacity: 0 },
    },
  ];
}

/** The message under way: a postcard while anyone can read it, a closed envelope once keys protect it. */
function token(row: Message, x: number, y: number, ink: Ink, frame: Frame): Shape {
  const glyph = row.epoch === 'cleartext' ? 'postcard' : 'envelope';
  const { scale } = frame.metrics;
  return {
    ...sign(`token:${row.id}`, 'token', glyph, x, y, scale, { fill: 'sheet', stroke: ink, weight: 1.6 }),
    plane: 'lines',
    entry: { opacity: 0 },
  };
}

function tampering(row: Message, y: number, frame: Frame): Shape[] {
  const { metrics: m } = frame;
  const { from, to } = ends(row, frame);
  const at = from + (to - from) * trouble;
  return [
    sign(`tampered:${row.id}`, 'tampered', 'tampered', at, y, m.scale, {
      fill: 'paper',
      stroke: 'interference',
      weight: 1.8,
    }),
  ];
}

function drawWork(row: Work, plan: Plan, y: number, frame: Frame): Shape[] {
  const { metrics: m, x } = frame;
  const box = plan.pill;
  if (!box) return [];
  const failed = row.outcome === 'failed';
  const ink: Ink = failed ? 'alert' : row.outcome === 'passed' ? 'application' : 'muted';
  const inward = -outward(row.at);
  const stem: Shape = {
    kind: 'line',
    id: `stem:${row.id}`,
    role: 'stem',
    x1: x[row.at] + inward * (plan.shared ? m.disc : 3 * m.scale),
    y1: y,
    x2: x[row.at] + inward * m.beside,
    y2: y,
    paint: { stroke: ink, weight: 1.5 * m.scale },
    entry: { opacity: 0 },
  };
  const size = { width: box.x1 - box.x0, height: box.y1 - box.y0 };
  const pill: Shape = {
    kind: 'rect',
    id: `pill:${row.id}`,
    role: `pill ${row.outcome}`,
    x: box.x0,
    y: y + box.y0,
    ...size,
    radius: m.pill / 2,
    paint: failed ? { fill: 'alert' } : { fill: 'sheet', stroke: ink, weight: 1.25 * m.scale },
    entry: { opacity: 0 },
  };
  const signX = box.x0 + (failed ? 16 : 15) * m.scale;
  const signs = { done: 'ring', passed: 'check', failed: 'brokenSeal' } as const;
  const paint = failed ? ({ fill: 'paper' } as const) : ({ stroke: ink, weight: 1.8 } as const);
  const verdict = sign(`sign:${row.id}`, 'sign', signs[row.outcome], signX, y, m.scale, paint);
  const disc = failed ? refusal(row, y, frame) : [];
  return [stem, pill, verdict, ...disc];
}

function refusal(row: Work, y: number, frame: Frame): Shape[] {
  const { metrics: m, x } = frame;
  const cx = x[row.at];
  const paint = { fill: 'paper', stroke: 'alert', weight: 2.2 * m.scale } as const;
  return [
    {
      kind: 'circle',
      id: `disc:${row.id}`,
      role: 'disc',
      cx,
      cy: y,
      r: m.disc,
      paint,
      entry: { r: m.disc * 2, opacity: 0 },
    },
    sign(`refusal:${row.id}`, 'sign', 'cross', cx, y, 1.15 * m.scale, { stroke: 'alert', weight: 2.1 }),
  ];
}

function drawMilestone(row: Keys | Mark, y: number, frame: Frame): Shape[] {
  const { metrics: m, x } = frame;
  const cx = x[row.at];
  const ink: Ink = row.kind === 'keys' ? row.epoch : toneInk[row.tone];
  const r = row.kind === 'keys' ? m.disc : m.disc * 0.85;
  const glyph = row.kind === 'keys' ? 'key' : markSigns[row.tone];
  const paint = { fill: 'sheet', stroke: ink, weight: 1.6 * m.scale } as const;
  return [
    { kind: 'circle', id: `disc:${row.id}`, role: row.kind, cx, cy: y, r, paint, entry: { r: 0 } },
    sign(`sign:${row.id}`, 'sign', glyph, cx, y, row.kind === 'keys' ? m.scale : 0.85 * m.scale, {
      stroke: ink,
      weight: 1.8,
    }),
  ];
}

const markSigns = { good: 'check', calm: 'ring', bad: 'cross' } as const;

interface Ends {
  readonly from: number;
  readonly to: number;
  readonly towards: 1 | -1;
}

function ends(row: Message, { x, metrics: m }: Frame): Ends {
  const towards = row.from === 'left' ? 1 : -1;
  return { from: x[row.from] + towards * m.reach, to: x[opposite(row.from)] - towards * m.reach, towards };
}

function head(row: Message, x: number, y: number, ink: Ink, frame: Frame, enterX: number): Shape {
  const size = frame.metrics.scale * (row.alert ? 1.25 : 1);
  const glyph = row.from === 'left' ? 'toRight' : 'toLeft';
  return {
    kind: 'glyph',
    id: `head:${row.id}`,
    role: 'head',
    glyph,
    x,
    y,
    size,
    paint: { fill: ink },
    entry: { x: enterX },
  };
}

function sign(
  id: string,
  role: string,
  glyph: Extract<Shape, { kind: 'glyph' }>['glyph'],
  x: number,
  y: number,
  size: number,
  paint: Shape['paint'],
): Shape {
  return { kind: 'glyph', id, role, glyph, x, y, size, paint, entry: { opacity: 0 } };
}

function texts(plan: Plan, y: number, frame: Frame): Shape[] {
  return plan.labels.map((label) => ({
    kind: 'text',
    id: `${label.part}:${plan.row.id}`,
    role: label.part.replace(/\d+$/, ''),
    x: label.x,
    y: y + label.dy,
    text: label.text,
    font: frame.metrics.fonts[label.font],
    anchor: label.anchor,
    paint: { fill: label.ink },
    entry: { opacity: 0 },
    ...(plan.title ? { title: plan.title } : {}),
  }));
}

// What each row puts on the page, relative to the row's own y: lines of text, and the boxes nothing else may enter.
// It must not know the playhead, nor where the row will stand.

import { type Frame, opposite, outward } from './frame.ts';
import { ascent, descent, type FontName, lineHeight } from './metrics.ts';
import type { Keys, Mark, Message, Row, Side, Work } from './model.ts';
import type { Ink } from './themes.ts';
import { typeset } from './words.ts';

/** An area in px; in a plan its y is relative to the row's. */
export interface Box {
  readonly x0: number;
  readonly x1: number;
  readonly y0: number;
  readonly y1: number;
}

/** One line of text; `dy` is its baseline relative to the row's y. */
export interface Label {
  readonly part: string;
  readonly x: number;
  readonly dy: number;
  readonly text: string;
  readonly font: FontName;
  readonly ink: Ink;
  readonly anchor: 'start' | 'middle' | 'end';
}

export interface Plan<R extends Row = Row> {
  readonly row: R;
  readonly labels: readonly Label[];
  readonly boxes: readonly Box[];
  /** The area that takes the pointer. */
  readonly hit: Box;
  /** All words of the row, where some are cut or left out. */
  readonly title?: string;
  /** Of a message with a padlock: where its centre stands. */
  readonly lock?: number;
  /** Of a pill: its outline. */
  readonly pill?: Box;
}

/** How close things may come: captions under the wire, beside the name, or also pills beside names. */
export type Closeness = 'roomy' | 'inline' | 'tight';

/** Plans one row. `note` is a line that goes with it: what would have followed. */
export function plan(row: Row, frame: Frame, closeness: Closeness, note?: string): Plan {
  switch (row.kind) {
    case 'message':
      return planMessage(row, frame, closeness, note);
    case 'work':
      return planWork(row, frame);
    case 'keys':
    case 'mark':
      return planMilestone(row, frame);
  }
}

/** The box of a line of text. */
export function labelBox(label: Label, frame: Frame): Box {
  const font = frame.metrics.fonts[label.font];
  const width = frame.measure(label.text, font);
  const x0 = label.x - (label.anchor === 'start' ? 0 : label.anchor === 'end' ? width : width / 2);
  return { x0, x1: x0 + width, y0: label.dy - ascent(font), y1: label.dy + descent(font) };
}

function planMessage(row: Message, frame: Frame, closeness: Closeness, note?: string): Plan<Message> {
  const { metrics: m, x } = frame;
  const nameFont: FontName = row.ghost ? 'ghost' : 'name';
  const room = x.right - x.left - 2 * (m.reach + 8 * m.scale);
  const lockRoom = row.epoch === 'cleartext' || row.ghost ? 0 : 17 * m.scale;
  const name = typeset(row.title, m.fonts[nameFont], room - lockRoom, 1, frame.measure);
  const said = row.interference || (frame.captions ? row.caption : undefined) || '';
  const gap = 9 * m.scale;
  const beside = closeness !== 'roomy' && !row.interference;
  const caption = typeset(said, m.fonts.caption, beside ? room - lockRoom - name.width - gap : room, 1, frame.measure);
  const width = lockRoom + name.width + (beside && caption.width > 0 ? gap + caption.width : 0);
  const middle = (x.left + x.right) / 2;
  // The name stays on the middle axis as long as the lock or the caption beside it leave it there.
  const start =
    beside && caption.width > 0
      ? middle - width / 2
      : middle - Math.max(name.width / 2, width - room / 2 - name.width / 2) - lockRoom;
  const nameX = Math.max(x.left + m.reach + 8 * m.scale, start) + lockRoom;
  const ink: Ink = row.alert ? 'alert' : row.ghost ? 'muted' : 'ink';
  const labels: Label[] = name.lines.map((text) => ({
    part: 'name',
    x: nameX,
    dy: -m.nameRise,
    text,
    font: nameFont,
    ink,
    anchor: 'start',
  }));
  const captionInk: Ink = row.interference ? 'interference' : 'muted';
  for (const text of caption.lines) {
    const at = beside
      ? { x: nameX + name.width + gap, dy: -m.nameRise, anchor: 'start' as const }
      : { x: middle, dy: m.captionDrop, anchor: 'middle' as const };
    labels.push({ part: 'caption', ...at, text, font: 'caption', ink: captionInk });
  }
  if (note) labels.push(...noteLabels(note, frame, labels));
  const boxes = messageBoxes(labels, frame, closeness === 'tight');
  const cut = name.cut || caption.cut || (said !== '' && caption.lines.length === 0);
  const whole = [row.title, said].filter((text) => text !== '').join(' · ');
  const lock = lockRoom > 0 ? { lock: nameX - lockRoom / 2 - 2.5 * m.scale } : {};
  return { row, labels, boxes, hit: hitOf(boxes.slice(0, 1), frame), ...lock, ...(cut ? { title: whole } : {}) };
}

/** The first box is the message itself; in a tight picture only its wire and words, so that pills may stand beside its name. */
function messageBoxes(labels: readonly Label[], frame: Frame, tight: boolean): Box[] {
  const { metrics: m, x } = frame;
  const wire: Box = { x0: x.left - 6, x1: x.right + 6, y0: -m.wire, y1: m.wire };
  const own = labels.filter((label) => label.font !== 'note').map((label) => labelBox(label, frame));
  const notes = labels.filter((label) => label.font === 'note').map((label) => labelBox(label, frame));
  const padded = own.map((box) => ({ ...box, x0: box.x0 - 20 * m.scale, x1: box.x1 + 6 * m.scale }));
  if (tight) return [wire, ...padded, ...notes];
  const all = [wire, ...own];
  return [{ ...wire, y0: Math.min(...all.map((box) => box.y0)), y1: Math.max(...all.map((box) => box.y1)) }, ...notes];
}

/** In a wide picture the note stands outside the right lifeline, in a narrow one under the wire. */
function noteLabels(note: string, frame: Frame, above: readonly Label[]): Label[] {
  const { metrics: m, x } = frame;
  const line = lineHeight(m.fonts.note);
  const room = frame.narrow ? x.right - x.left - 4 * m.reach : frame.width - m.margin - x.right - m.beside;
  const { lines } = typeset(note, m.fonts.note, room, 4, frame.measure);
  const top = above.some((label) => label.part === 'caption' && label.dy > 0) ? m.captionDrop + line : m.captionDrop;
  const at = frame.narrow
    ? ({ x: (x.left + x.right) / 2, dy: top, anchor: 'middle' } as const)
    : ({ x: x.right + m.beside, dy: 4 * m.scale, anchor: 'start' } as const);
  return lines.map((text, index) => ({
    ...at,
    part: `note${index}`,
    dy: at.dy + index * line,
    text,
    font: 'note',
    ink: 'muted',
  }));
}

function planWork(row: Work, frame: Frame): Plan<Work> {
  const { metrics: m, x } = frame;
  const failed = row.outcome === 'failed';
  const font: FontName = failed ? 'verdict' : 'pill';
  const inward = -outward(row.at);
  const pad = 9 * m.scale;
  const sign = (failed ? 18 : 15) * m.scale;
  const room = Math.abs(x[opposite(row.at)] - x[row.at]) - 2 * m.beside - 2 * pad - sign;
  const words = typeset(row.text, m.fonts[font], room, 3, frame.measure);
  const line = lineHeight(m.fonts[font]);
  const width = words.width + sign + 2 * pad;
  const half = (m.pill + (words.lines.length - 1) * line) / 2;
  const near = x[row.at] + inward * m.beside;
  const pill: Box = {
    x0: Math.min(near, near + inward * width),
    x1: Math.max(near, near + inward * width),
    y0: -half,
    y1: half,
  };
  const first = m.fonts[font].size * 0.35 - ((words.lines.length - 1) * line) / 2;
  const labels: Label[] = words.lines.map((text, index) => ({
    part: `line${index}`,
    x: pill.x0 + pad + sign,
    dy: first + index * line,
    text,
    font,
    ink: failed ? 'paper' : 'ink',
    anchor: 'start',
  }));
  const reason = typeset(row.reason ?? '', m.fonts.caption, room + sign, 2, frame.measure);
  reason.lines.forEach((text, index) => {
    const dy = half + m.captionDrop + index * lineHeight(m.fonts.caption);
    const anchor = row.at === 'left' ? 'start' : 'end';
    labels.push({
      part: `reason${index}`,
      x: near + inward * pad,
      dy,
      text,
      font: 'caption',
      ink: failed ? 'alert' : 'muted',
      anchor,
    });
  });
  const reasons = labels.filter((label) => label.part.startsWith('reason')).map((label) => labelBox(label, frame));
  const boxes = [pill, ...reasons, lifelineBox(row.at, frame)];
  const title = [row.text, row.reason ?? ''].filter((text) => text !== '').join(' · ');
  return {
    row,
    labels,
    boxes,
    hit: hitOf([pill, ...reasons, lifelineBox(row.at, frame)], frame),
    pill,
    ...(words.cut || reason.cut ? { title } : {}),
  };
}

function planMilestone(row: Keys | Mark, frame: Frame): Plan<Keys | Mark> {
  const { metrics: m, x } = frame;
  const out = outward(row.at);
  const towards = frame.narrow ? -out : out;
  const near = x[row.at] + towards * m.beside;
  const outer = row.at === 'left' ? near - m.margin : frame.width - m.margin - near;
  const beside = outer - (row.at === 'left' ? frame.titles + 10 * m.scale : 0);
  const room = frame.narrow ? (x.right - x.left) / 2 - m.beside - 6 * m.scale : Math.max(beside, outer / 2);
  const font: FontName = row.kind === 'mark' ? 'verdict' : 'pill';
  const words = typeset(row.text, m.fonts[font], room, 2, frame.measure);
  const line = lineHeight(m.fonts[font]);
  const first = m.fonts[font].size * 0.35 - ((words.lines.length - 1) * line) / 2;
  const ink = row.kind === 'keys' ? row.epoch : toneInk[row.tone];
  const labels: Label[] = words.lines.map((text, index) => ({
    part: `line${index}`,
    x: near,
    dy: first + index * line,
    text,
    font,
    ink,
    anchor: towards < 0 ? 'end' : 'start',
  }));
  const boxes = [...labels.map((label) => labelBox(label, frame)), lifelineBox(row.at, frame)];
  return { row, labels, boxes, hit: hitOf(boxes, frame), ...(words.cut ? { title: row.text } : {}) };
}

/** The ink of a tone. */
export const toneInk = { calm: 'muted', good: 'application', bad: 'alert' } as const satisfies Record<string, Ink>;

function lifelineBox(side: Side, frame: Frame): Box {
  const { metrics: m, x } = frame;
  const half = m.disc + 2;
  return { x0: x[side] - half, x1: x[side] + half, y0: -half, y1: half };
}

function hitOf(boxes: readonly Box[], frame: Frame): Box {
  const y0 = Math.min(...boxes.map((box) => box.y0));
  const y1 = Math.max(...boxes.map((box) => box.y1));
  const grow = Math.max(0, frame.metrics.target - (y1 - y0)) / 2;
  return {
    x0: Math.max(0, Math.min(...boxes.map((box) => box.x0))),
    x1: Math.min(frame.width, Math.max(...boxes.map((box) => box.x1))),
    y0: y0 - grow,
    y1: y1 + grow,
  };
}

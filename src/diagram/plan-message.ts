// What a message puts on the page: its name above the wire, its caption under it or beside the name.
// It must not know the playhead, nor where the row will stand.

import type { Frame } from './frame.ts';
import { type FontName, lineHeight } from './metrics.ts';
import type { Message } from './model.ts';
import { type Box, type Closeness, hitOf, type Label, labelBox, type Plan } from './plan.ts';
import type { Ink } from './themes.ts';
import { type Fitted, typeset } from './words.ts';

/** Plans a message. `note` is a line that goes with it: what would have followed. */
export function planMessage(row: Message, frame: Frame, closeness: Closeness, note?: string): Plan<Message> {
  const words = wordsOf(row, frame, closeness);
  const { name, caption, said, lockRoom } = words;
  const nameX = nameStart(words, frame) + lockRoom;
  const labels = labelsOf(row, words, nameX, frame);
  if (note) labels.push(...noteLabels(note, frame, labels));
  if (row.sign) labels.push(signLabel(row.sign, frame));
  const boxes = messageBoxes(labels, frame, closeness === 'tight');
  const cut = name.cut || caption.cut || (said !== '' && caption.lines.length === 0);
  const title = cut ? { title: [row.title, said].filter((text) => text !== '').join(' · ') } : {};
  const lock = lockRoom > 0 ? { lock: nameX - lockRoom / 2 - 2.5 * frame.metrics.scale } : {};
  return { row, labels, boxes, hit: hitOf(boxes.slice(0, 1), frame), ...lock, ...title };
}

interface Words {
  readonly name: Fitted;
  readonly nameFont: FontName;
  /** What the caption would say in full. */
  readonly said: string;
  readonly caption: Fitted;
  /** The caption stands beside the name, not under the wire. */
  readonly beside: boolean;
  readonly lockRoom: number;
  /** In px, for everything above the wire. */
  readonly room: number;
}

/** From a name to the caption beside it, in px at scale 1. */
const gap = 9;

function wordsOf(row: Message, frame: Frame, closeness: Closeness): Words {
  const { metrics: m, x, measure } = frame;
  const nameFont: FontName = row.ghost ? 'ghost' : row.absent ? 'caption' : 'name';
  const room = x.right - x.left - 2 * m.reach;
  const lockRoom = row.epoch === 'cleartext' || row.ghost || row.absent ? 0 : 17 * m.scale;
  const name = typeset(row.title, m.fonts[nameFont], room - lockRoom, closeness === 'tight' ? 1 : 2, measure);
  const said = row.interference || (frame.captions ? row.caption : undefined) || '';
  const spare = room - lockRoom - name.width - gap * m.scale;
  const fits = closeness === 'tight' || measure(said, m.fonts.caption) <= spare;
  const beside = fits && !row.interference;
  const caption = typeset(said, m.fonts.caption, beside ? spare : room, 1, measure);
  return { name, nameFont, said, caption, beside, lockRoom, room };
}

/** Where lock and name begin. The name stays on the middle axis as long as the lock or the caption beside it leave it there. */
function nameStart({ name, caption, beside, lockRoom, room }: Words, { metrics: m, x }: Frame): number {
  const middle = (x.left + x.right) / 2;
  const shared = beside && caption.width > 0;
  const width = lockRoom + name.width + (shared ? gap * m.scale + caption.width : 0);
  const start = shared
    ? middle - width / 2
    : Math.min(middle - name.width / 2, middle + room / 2 - name.width) - lockRoom;
  return Math.max(x.left + m.reach, start);
}

function labelsOf(
  row: Message,
  { name, nameFont, caption, beside }: Words,
  nameX: number,
  { metrics: m, x }: Frame,
): Label[] {
  const ink: Ink = row.alert ? 'alert' : row.ghost || row.absent ? 'muted' : 'ink';
  const above = { dy: -m.nameRise, anchor: 'start' } as const;
  const at = beside
    ? { ...above, x: nameX + name.width + gap * m.scale }
    : ({ x: (x.left + x.right) / 2, dy: m.captionDrop, anchor: 'middle' } as const);
  const captionInk: Ink = row.interference ? 'interference' : 'muted';
  return [
    ...name.lines.map((text, index): Label => {
      const dy = above.dy - (name.lines.length - 1 - index) * lineHeight(m.fonts[nameFont]);
      return { part: index === 0 ? 'name' : `name${index}`, x: nameX, ...above, dy, text, font: nameFont, ink };
    }),
    ...caption.lines.map((text): Label => ({ part: 'caption', ...at, text, font: 'caption', ink: captionInk })),
  ];
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
  // A caption under the wire keeps clear of the next name, which it could be taken for a part of.
  const clear = own.some((box) => box.y0 > 0) ? 4 * m.scale : 0;
  const y0 = Math.min(...all.map((box) => box.y0));
  return [{ ...wire, y0, y1: Math.max(...all.map((box) => box.y1)) + clear }, ...notes];
}

function signLabel(text: string, { metrics: m, width }: Frame): Label {
  return { part: 'sign', x: width - 4 * m.scale, dy: 5 * m.scale, anchor: 'end', text, font: 'name', ink: 'muted' };
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

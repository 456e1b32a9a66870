// What stands on one lifeline, planned: pills, keys, milestones.
// It must not know the playhead, nor where the row will stand.

import { type Frame, opposite, outward } from './frame.ts';
import { type FontName, lineHeight } from './metrics.ts';
import type { Keys, Mark, Work } from './model.ts';
import { type Box, hitOf, type Label, labelBox, lifelineBox, type Plan, toneInk } from './plan.ts';
import { typeset } from './words.ts';

/** Plans a pill. */
export function planWork(row: Work, frame: Frame): Plan<Work> {
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

/** Plans keys or a mark, with its label outside the lifeline, or inside where there is no outside. */
export function planMilestone(row: Keys | Mark, frame: Frame): Plan<Keys | Mark> {
  const { metrics: m, x } = frame;
  const out = outward(row.at);
  const towards = frame.narrow ? -out : out;
  const near = x[row.at] + towards * m.beside;
  const outer = row.at === 'left' ? near - m.margin : frame.width - m.margin - near;
  const beside = outer - (row.at === 'left' ? frame.titles + 10 * m.scale : 0);
  const room = frame.narrow ? (x.right - x.left) / 2 - m.beside - 6 * m.scale : Math.max(beside, outer / 2);
  const font: FontName = row.kind === 'mark' ? 'verdict' : 'pill';
  const words = typeset(row.text, m.fonts[font], room, 3, frame.measure);
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

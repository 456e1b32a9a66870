// What stands on one lifeline, planned: pills, keys, milestones. What a side does at one time shares a row: its pill inside, and outside
// one label for milestone and keys. It must not know the playhead, nor where the row will stand.

import { columnGap, type Frame, opposite, outward } from './frame.ts';
import { type FontName, lineHeight } from './metrics.ts';
import type { Keys, Mark, Work } from './model.ts';
import { type Box, hitOf, type Label, labelBox, lifelineBox, type Plan, toneInk } from './plan.ts';
import { typeset } from './words.ts';

/** Plans rows of one side that share a height, in their order. */
export function planLocal(rows: readonly (Work | Keys | Mark)[], frame: Frame): Plan[] {
  const milestones = rows.filter((row): row is Keys | Mark => row.kind !== 'work');
  const planned = planMilestones(milestones, frame);
  const pills = rows.filter((row) => row.kind === 'work').map((row) => planWork(row, frame, milestones.length > 0));
  return [...pills, ...planned];
}

function planWork(row: Work, frame: Frame, shared: boolean): Plan<Work> {
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
    hit: hitOf(shared ? [pill, ...reasons] : boxes, frame),
    pill,
    ...(words.cut || reason.cut ? { title } : {}),
    ...(shared ? { shared } : {}),
  };
}

/** One label for all, outside the lifeline, or inside where there is no outside; milestones come first, and keys have the sign. */
function planMilestones(rows: readonly (Keys | Mark)[], frame: Frame): Plan<Keys | Mark>[] {
  const { metrics: m } = frame;
  const stack = [...rows].sort((a, b) => Number(a.kind === 'keys') - Number(b.kind === 'keys'));
  const keyed = rows.some(({ kind }) => kind === 'keys');
  // In a narrow picture there is no room for more than the milestone.
  const brief = frame.narrow && stack[0]?.kind === 'mark';
  const words = stack.map((row, index) =>
    typeset(brief && index > 0 ? '' : row.text, m.fonts.verdict, roomBeside(row, frame), 3, frame.measure),
  );
  const line = lineHeight(m.fonts.verdict);
  const total = words.reduce((sum, { lines }) => sum + lines.length, 0);
  let dy = m.fonts.verdict.size * 0.35 - ((total - 1) * line) / 2;
  return stack.map((row, index) => {
    const labels = (words[index]?.lines ?? []).map((text, number): Label => {
      const label = { ...besideLifeline(row, frame), part: `line${number}`, dy, text } as const;
      dy += line;
      return { ...label, font: 'verdict', ink: row.kind === 'keys' ? row.epoch : toneInk[row.tone] };
    });
    const signed = row.kind === 'keys' || !keyed;
    const sign = lifelineBox(row.at, frame);
    const own = labels.map((label) => labelBox(label, frame));
    const title = words[index]?.cut ? { title: row.text } : {};
    return {
      row,
      labels,
      boxes: [...own, sign],
      hit: hitOf(signed ? [...own, sign] : own, frame),
      ...title,
      ...(signed ? {} : { shared: true }),
    };
  });
}

function besideLifeline(row: Keys | Mark, { metrics: m, narrow, x }: Frame): Pick<Label, 'x' | 'anchor'> {
  const towards = narrow ? -outward(row.at) : outward(row.at);
  return { x: x[row.at] + towards * (m.beside + 1), anchor: towards < 0 ? 'end' : 'start' };
}

/** In px. Beside the bands' titles, if that leaves enough. */
function roomBeside(row: Keys | Mark, frame: Frame): number {
  const { metrics: m, x, narrow, titles, width, compact } = frame;
  if (narrow) return (x.right - x.left) / 2 - m.beside - 6 * m.scale;
  const outer = (row.at === 'left' ? x.left : width - x.right) - m.beside - m.margin;
  return Math.max(outer - (row.at === 'left' && !compact ? titles + columnGap * m.scale : 0), outer / 2);
}

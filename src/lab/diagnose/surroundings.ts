// What the line around a spelling tells: which program printed it, on which side it stands, in which version.
// It must not know what the spelling says.

import type { Role } from '../../tls/index.ts';
import { hints } from './hints.ts';
import { lineEnd, lineStart } from './line.ts';
import type { Surroundings } from './spelling.ts';

/** How much of a line is looked at on either side, and how many lines of a stack trace below it. */
const reach = 600;
const frames = 40;

/** What is known from around a stretch of text. Where two hints differ the first one counts. */
export function surroundings(plain: string, start: number, end: number): Surroundings {
  const line = lineAround(plain, start, end);
  let known: Surroundings = {};
  for (const { find, ...hint } of hints) if (find.test(line)) known = { ...hint, ...known };
  return known;
}

/** So long a text is one story: what one line tells of the side goes for the others. */
const story = 6_000;

/** The side on which a short text stands as a whole; undefined where its lines differ, or none tells. */
export function sideOf(plain: string): Role | undefined {
  if (plain.length > story) return undefined;
  const sides = new Set<Role>();
  for (const line of plain.split('\n'))
    for (const { find, side } of hints) if (side && find.test(line.slice(0, 2 * reach))) sides.add(side);
  const [side, ...others] = sides;
  return others.length === 0 ? side : undefined;
}

/** The line, and the frames of a stack trace that follow it. */
function lineAround(plain: string, start: number, end: number): string {
  const from = lineStart(plain, start, reach);
  const near = lineEnd(plain, end, reach);
  const below: string[] = [];
  for (let to = near; to < plain.length && plain[to] === '\n' && below.length < frames; ) {
    const next = lineEnd(plain, to + 1, 4 * reach);
    const text = plain.slice(to + 1, Math.min(next, to + 1 + reach));
    if (!/^\s*(?:at |caused by|\.\.\. \d)/.test(text)) break;
    below.push(text);
    to = next;
  }
  return [plain.slice(from, near), ...below].join('\n');
}

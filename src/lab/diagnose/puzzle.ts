// Why a text leads nowhere, and what in it comes closest to a line about a refused handshake. It must not know how programs spell things.

import type { Landmark, Puzzle } from './clue.ts';

const landmarks: Readonly<Record<Landmark, RegExp>> = {
  alert: /\balert\b/i,
  certificate: /\bcert(?:ificate)?s?\b|x\.?509|\bpkix\b|\bca\b|\bcrl\b/i,
  handshake: /handshake/i,
  tls: /\b(?:tls|ssl)(?:v?[0-9.]+)?\b/i,
  error: /\b(?:error|failed|failure|fatal|refused|rejected|denied|exception)\b/i,
};

/** So much is looked at, and so much of a line is quoted. */
const reach = 256 * 1024;
const longest = 120;

/** What there is to say of a text in which nothing is known. */
export function puzzleOf(text: string): Puzzle {
  const seen = text.slice(0, reach);
  if (seen.trim() === '') return { why: 'empty' };
  const lines = seen.split('\n').filter((line) => line.trim() !== '');
  const has = (Object.keys(landmarks) as Landmark[]).filter((each) => landmarks[each].test(seen));
  const line = closest(lines);
  return { why: 'unknown', has, line, lines: lines.length };
}

/** The line with the most of the words that one looks for; none where no line has two, or is all there is. */
function closest(lines: readonly string[]): string | undefined {
  const all = Object.values(landmarks);
  let best: { readonly line: string; readonly count: number } | undefined;
  for (const line of lines.slice(0, 2_000)) {
    const part = line.slice(0, 1_000);
    const count = all.filter((each) => each.test(part)).length;
    if (count > (best?.count ?? 0)) best = { line: part, count };
  }
  return best?.line.trim().slice(0, longest);
}

// Text that must fit: broken into lines at spaces, shortened with … where nothing else helps.
// It must not know what the text says.

import type { Font, Measure } from './scene.ts';

/** Lines of text, and whether something had to be cut off. */
export interface Fitted {
  readonly lines: readonly string[];
  readonly cut: boolean;
  /** The width of the widest line, in px. */
  readonly width: number;
}

/**
 * Breaks `text` at spaces into at most `most` lines of at most `room` px, about equally long; what remains is cut with ….
 * No text, or no line for it, gives no lines.
 */
export function typeset(text: string, font: Font, room: number, most: number, measure: Measure): Fitted {
  if (text === '' || most < 1) return { lines: [], cut: text !== '', width: 0 };
  const whole = measure(text, font);
  if (whole <= room) return { lines: [text], cut: false, width: whole };
  const lines = broken(text, font, room, most, measure);
  const cut = lines.join(' ') !== text;
  const even = cut ? lines : evened(lines, text, font, room, measure);
  return { lines: even, cut, width: Math.max(...even.map((line) => measure(line, font))) };
}

/** The width of the longest word: the narrowest column that breaks no word. */
export function widestWord(text: string, font: Font, measure: Measure): number {
  return Math.max(0, ...text.split(' ').map((word) => measure(word, font)));
}

/** The width of the narrowest column that takes a text in two lines. */
export function halvedWidth(text: string, font: Font, measure: Measure): number {
  const words = text.split(' ');
  const ways = words.map((_, at) =>
    Math.max(measure(words.slice(0, at).join(' '), font), measure(words.slice(at).join(' '), font)),
  );
  return Math.min(...ways);
}

function broken(text: string, font: Font, room: number, most: number, measure: Measure): string[] {
  const words = text.split(' ');
  const lines: string[] = [];
  while (words.length > 0 && lines.length < most) {
    const last = lines.length === most - 1;
    lines.push(last ? shorten(words.splice(0).join(' '), font, room, measure) : takeLine(words, font, room, measure));
  }
  return lines;
}

/** The same number of lines in the least room: no line of one short word. */
function evened(lines: string[], text: string, font: Font, room: number, measure: Measure): string[] {
  let best = lines;
  let low = widestWord(text, font, measure);
  let high = room;
  while (high - low > 4) {
    const middle = (low + high) / 2;
    const tried = broken(text, font, middle, lines.length, measure);
    if (tried.join(' ') === text) {
      best = tried;
      high = middle;
    } else low = middle;
  }
  return best;
}

function takeLine(words: string[], font: Font, room: number, measure: Measure): string {
  let line = words.shift() ?? '';
  for (let next = words[0]; next !== undefined; next = words[0]) {
    if (measure(`${line} ${next}`, font) > room) break;
    line = `${line} ${next}`;
    words.shift();
  }
  return shorten(line, font, room, measure);
}

function shorten(text: string, font: Font, room: number, measure: Measure): string {
  if (measure(text, font) <= room) return text;
  let low = 0;
  let high = text.length - 1;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (measure(`${text.slice(0, middle).trimEnd()}…`, font) <= room) low = middle;
    else high = middle - 1;
  }
  const short = `${text.slice(0, low).trimEnd()}…`;
  return measure(short, font) <= room ? short : '';
}

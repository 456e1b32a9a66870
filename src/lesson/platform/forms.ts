// How SCORM 1.2 wants times and scores to be written. It must not know what they are about.

/** The longest time that there is a form for, in hundredths of a second. */
const longest = 10_000 * 360_000 - 1;

/** A span of time as `HHHH:MM:SS.SS`. @param span in ms; below zero, where somebody has put the clock back, it is none */
export function timespan(span: number): string {
  const all = Math.min(longest, Math.max(0, Math.round(span / 10)));
  const two = (value: number): string => String(value).padStart(2, '0');
  const hours = String(Math.floor(all / 360_000)).padStart(4, '0');
  return `${hours}:${two(Math.floor(all / 6000) % 60)}:${two(Math.floor(all / 100) % 60)}.${two(all % 100)}`;
}

/** A score from 0 to 100, with at most two decimals. */
export function decimal(score: number): string {
  return String(Math.round(Math.min(100, Math.max(0, score)) * 100) / 100);
}

/** What a platform says of a score; undefined where it says none, or something that is none. */
export function scoreIn(text: string): number | undefined {
  const value = Number(text);
  return /^\d{1,3}(\.\d+)?$/.test(text.trim()) && value <= 100 ? value : undefined;
}

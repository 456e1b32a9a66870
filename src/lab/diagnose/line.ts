// The line around a place in a text, looked for no further than a reach: a text may be one line of a megabyte.

/** Where the line begins, or where one stops looking. */
export function lineStart(text: string, at: number, reach: number): number {
  const from = Math.max(0, at - reach);
  return from + text.slice(from, at).lastIndexOf('\n') + 1;
}

/** Where the line ends, or where one stops looking. */
export function lineEnd(text: string, at: number, reach: number): number {
  const part = text.slice(at, at + reach).indexOf('\n');
  return part < 0 ? Math.min(text.length, at + reach) : at + part;
}

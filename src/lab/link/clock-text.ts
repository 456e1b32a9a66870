// The clock of a scenario as it stands in a link: `2026-11-23T12:00Z`, with seconds where there are some. Form only.

const PATTERN = /^\d{4}-\d\d-\d\d(T\d\d:\d\d(:\d\d(\.\d{1,3})?)?Z)?$/;

/** The shortest text of a time in milliseconds since the Unix epoch; of the years that have four digits. */
export function clockText(at: number): string {
  return new Date(at).toISOString().replace(/(:00)?\.000Z$/, 'Z');
}

/** The time of a text, in milliseconds since the Unix epoch: a day alone is its midnight, UTC. Undefined for what is none. */
export function clockOf(text: string): number | undefined {
  const at = PATTERN.test(text) ? Date.parse(text) : Number.NaN;
  // There are readers that take 31 February for a day in March.
  return Number.isNaN(at) || !new Date(at).toISOString().startsWith(text.slice(0, 10)) ? undefined : at;
}

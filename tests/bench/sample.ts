// Times something often enough to say a median and a spread. Runs in Node and in browsers.

/** Times in ms. */
export interface Sample {
  readonly name: string;
  readonly median: number;
  /** The first and the third quartile. */
  readonly low: number;
  readonly high: number;
  readonly runs: number;
  /** How many bytes were worked through each time, where that is what counts. */
  readonly bytes?: number;
}

/** Sums up times in ms that were measured elsewhere. */
export function summed(name: string, times: readonly number[]): Sample {
  const sorted = [...times].sort((a, b) => a - b);
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? Number.NaN;
  return { name, median: at(0.5), low: at(0.25), high: at(0.75), runs: sorted.length };
}

/**
 * Runs it `warm` times for nothing and `runs` times by the clock. What it takes is handed a number that is new each time.
 * @param before done before each run, and not timed
 */
export async function timed(
  name: string,
  run: (round: number) => unknown,
  {
    runs = 40,
    warm = 8,
    before,
  }: { readonly runs?: number; readonly warm?: number; readonly before?: () => void } = {},
): Promise<Sample> {
  const times: number[] = [];
  for (let round = 0; round < warm + runs; round++) {
    before?.();
    const start = performance.now();
    await run(round);
    if (round >= warm) times.push(performance.now() - start);
  }
  return summed(name, times);
}

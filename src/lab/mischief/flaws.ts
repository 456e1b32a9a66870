// What can be wrong with one mischief in a scenario: that there is no such entry, that it can't happen there, that it takes no such place
// or parameter. It must not know single entries.

import { ANY_RECORD, type Entry, type Range } from '../catalogue/entry.ts';
import { excerpt } from '../excerpt.ts';
import type { MischiefFlaw } from '../hurdle.ts';
import type { Mischief, Scenario } from '../scenario.ts';

/**
 * What is wrong with a mischief; undefined when it can be played.
 * @param entry what the catalogue has under its id
 */
export function flawIn(
  entry: Entry | undefined,
  { id, at, params = {} }: Mischief,
  version: Scenario['version'],
): MischiefFlaw | undefined {
  if (!entry) return { what: 'unknown mischief', id: excerpt(id) };
  const { at: places = {}, params: ranges = {} } = entry.takes ?? {};
  const anywhere = places === 'any record';
  if (!anywhere && !entry.expect[version]) return { what: 'wrong version', id, version };
  if (at !== undefined) {
    const spots = anywhere ? [] : (places[version] ?? []);
    if (!anywhere && spots.length === 0) return { what: 'needless place', id, at };
    if (!(anywhere ? isIn(ANY_RECORD, at) : spots.some((spot) => spot.at === at)))
      return { what: 'wrong place', id, at };
  }
  return flawAmong(params, ranges, id);
}

function flawAmong(
  params: Readonly<Record<string, number>>,
  ranges: Readonly<Record<string, Range>>,
  id: string,
): MischiefFlaw | undefined {
  for (const [name, value] of Object.entries(params)) {
    const range = Object.hasOwn(ranges, name) && ranges[name];
    if (!range) return { what: 'unknown parameter', id, name: excerpt(name) };
    if (!isIn(range, value)) return { what: 'wrong parameter', id, name, ...range };
  }
  return undefined;
}

function isIn({ min, max }: Range, value: number): boolean {
  return Number.isInteger(value) && value >= min && value <= max;
}

// How near the manners of programs come to what those programs did, in one version: the tests of both versions, which run side by side.

import { describe, expect, it } from 'vitest';
import { allIn, type Found, programs } from './situations.ts';

/**
 * @param differences what is not as it was measured, by program and situation, with the reason; `(alert)` after it where only the alert is another
 */
export async function reachIn(version: '1.2' | '1.3', differences: Readonly<Record<string, string>>): Promise<void> {
  const all = await allIn(version);
  const sorted = all.map((each) => ({ ...each, difference: differenceIn(each) }));

  describe.each(programs)(`$like in TLS ${version}`, ({ like, outcomes, alerts }) => {
    const own = sorted.filter((each) => each.like === like);

    it('ends and is refused as the program did', () => {
      const odd = own.filter(({ difference }) => difference?.endsWith('(alert)') === false);
      expect(own.length).toBeGreaterThan(100);
      expect(odd.filter(({ difference = '' }) => !(difference in differences))).toEqual([]);
      expect(1 - odd.length / own.length).toBeGreaterThanOrEqual(outcomes);
    });

    it('sends the alert that the program sent', () => {
      const told = own.filter(({ measured }) => measured.alert !== undefined);
      const odd = told.filter(({ difference }) => difference !== undefined);
      expect(odd.filter(({ difference = '' }) => !(difference in differences))).toEqual([]);
      expect(1 - odd.length / told.length).toBeGreaterThanOrEqual(alerts);
    });
  });

  it('names no difference that there is not', () => {
    const real = sorted.flatMap(({ difference }) => difference ?? []);
    expect(Object.keys(differences).sort()).toEqual(real.sort());
  });
}

/** An alert counts only where one arrived. */
function differenceIn({ name, like, found, measured }: Found): string | undefined {
  if (found.ending !== measured.ending) return `${like} ${name}`;
  return measured.alert !== undefined && found.alert !== measured.alert ? `${like} ${name} (alert)` : undefined;
}

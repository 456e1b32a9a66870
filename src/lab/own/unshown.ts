// Why a client that has certificates shows none. It must not know how that is told.

import type { Timeline } from '../timeline.ts';

/** What keeps a client from showing any of its certificates; undefined where it shows one, or has none. */
export function unshownIn({ moments }: Timeline): 'none named' | 'none signs' | 'only expired' | undefined {
  for (const moment of moments) {
    if (moment.who !== 'client' || moment.insight.kind !== 'chose' || moment.insight.what !== 'no certificate')
      continue;
    const { what } = moment.insight.reason;
    return what === 'none named' || what === 'none signs' || what === 'only expired' ? what : undefined;
  }
  return undefined;
}

// Many findings as few: bytes that come to the same end are counted together. It must not know how they were found.

import type { Finding } from './finding.ts';
import type { SweptByte } from './sweep.ts';

/** Bytes with the same finding. */
export interface Group {
  readonly finding: Finding;
  readonly count: number;
  /** The first of them, for those who want to see it happen. */
  readonly first: { readonly record: number; readonly offset: number };
}

/** Counts findings as they come. */
export class Tally {
  readonly #groups = new Map<string, Group>();

  add({ finding, record, offset }: SweptByte): void {
    const key = JSON.stringify(finding);
    const { count = 0, first = { record, offset } } = this.#groups.get(key) ?? {};
    this.#groups.set(key, { finding, count: count + 1, first });
  }

  /** In the order in which they first came. */
  get groups(): readonly Group[] {
    return [...this.#groups.values()];
  }
}

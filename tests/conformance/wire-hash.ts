// One number for all that travelled in a run.

import { createHash } from 'node:crypto';
import type { Timeline } from '../../src/lab/index.ts';

/** SHA-256 over every record as it arrived, each behind its sender's name and its length; lower-case hex. */
export function wireHash({ moments }: Timeline): string {
  const hash = createHash('sha256');
  for (const moment of moments) {
    if (!('carriage' in moment)) continue;
    const { from, bytes } = moment.carriage;
    hash.update(`${from} ${bytes.length} `).update(bytes);
  }
  return hash.digest('hex');
}

// Links that somebody may have kept: what they lead to stays, byte for byte and step for step. The list was made at 93305c7; a link
// in it changes only with a fault that its run had met, and the commit that changes it says which.

import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { catalogue, fromLink, runSupplied, supply } from '../../src/lab/index.ts';
import { createLab } from '../../src/store/index.ts';
import { wireHash } from './wire-hash.ts';

interface Golden {
  readonly link: string;
  /** Where the playhead stands when the link is opened. */
  readonly step: number;
  /** As `wireHash` has it. */
  readonly wire: string;
}

const golden: readonly Golden[] = JSON.parse(readFileSync(new URL('golden-links.json', import.meta.url), 'utf8'));

await supply();

describe('a golden link', () => {
  it.each(golden)('$link', async ({ link, step, wire }) => {
    const start = await fromLink(link);
    expect(start).toMatchObject({ ok: true });
    const { cursor, timeline } = createLab(runSupplied, start).getState();
    expect({ step: cursor, wire: wireHash(timeline) }).toEqual({ step, wire });
  });

  it('stands for a good part of all that can be played', () => {
    const broken = new Set(golden.flatMap(({ link }) => /break=([a-z0-9-]+)/.exec(link)?.[1] ?? []));
    expect(golden.length).toBeGreaterThanOrEqual(60);
    expect(broken.size).toBeGreaterThanOrEqual(39);
    expect(catalogue().map(({ id }) => id)).toEqual(expect.arrayContaining([...broken]));
  });
});

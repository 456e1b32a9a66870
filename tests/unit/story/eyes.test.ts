// What the explanations say to whoever looks through a lens: how much of it they could know.

import { describe, expect, it } from 'vitest';
import { knownThrough } from '../../../src/story/explain/index.ts';
import { textOf } from '../../../src/story/rich.ts';
import { played, played12, untrusted } from './runs.ts';

type Lens = Parameters<typeof knownThrough>[2];

const known = (timeline: ReturnType<typeof played>, lens: Lens) =>
  timeline.steps.map(({ number }) => textOf(knownThrough(timeline, number, lens) ?? []));

describe('through a lens', () => {
  it('there is nothing to say where everything is seen, nor before the first word', () => {
    expect(known(played(), 'everything').join('')).toBe('');
    expect(knownThrough(played(), 0, 'wire')).toBeUndefined();
  });

  it('the wire has names only of what travels in the clear', () => {
    const timeline = played();
    const [hello, answer, ...sealed] = known(timeline, 'wire');
    expect([hello, answer]).toEqual([
      'On the wire this is ClientHello (record 1, 182 bytes). No key protects it: an eavesdropper can read every byte.',
      'On the wire this is ServerHello (record 2, 95 bytes). No key protects it: an eavesdropper can read every byte.',
    ]);
    expect(sealed.length).toBe(12);
    for (const text of sealed) {
      expect(text).toContain('application_data (record');
      expect(text).toContain('does not know');
    }
  });

  it('the wire reads the client’s certificate in TLS 1.2, and no Finished', () => {
    const timeline = played12();
    const texts = known(timeline, 'wire');
    const of = (name: string) => texts.filter((_, index) => timeline.steps[index]?.name === name);
    for (const text of of('Certificate')) expect(text).toMatch(/^On the wire this is Certificate .*every byte\.$/);
    for (const text of of('Finished')) expect(text).toMatch(/^On the wire this is handshake /);
  });

  it('the wire sees a record once, however many messages are in it', () => {
    const again = known(played({ coalesced: true }), 'wire').filter((text) => text.includes('nothing new'));
    expect(again.length).toBe(6);
  });

  it('a side knows what it sends and reads, and what never reaches it, it does not', () => {
    const timeline = played(untrusted);
    for (const lens of ['client', 'server'] as const)
      timeline.steps.forEach(({ from, heard }, index) => {
        const expected = from === lens ? 'sends this' : heard === undefined ? 'never gets to read' : 'reads this';
        expect(known(timeline, lens)[index]).toContain(expected);
      });
    expect(known(timeline, 'server').join()).toContain('never gets to read');
  });
});

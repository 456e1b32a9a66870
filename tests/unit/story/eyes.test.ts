// What the explanations say to whoever looks through a lens: how much of it they could know.

import { describe, expect, it } from 'vitest';
import { spoken, stepLabel, tellsFailure, toModel } from '../../../src/story/index.ts';
import { knownThrough } from '../../../src/story/onlooker/index.ts';
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
      expect(text).toContain('knows its length');
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

  it('the wire is told in the words of the picture, without the names of what is sealed', () => {
    for (const timeline of [played(), played12(), played({ coalesced: true }), played(untrusted)]) {
      const rows = toModel(timeline, 0, { lens: 'wire' }).rows;
      for (const step of timeline.steps) {
        const seen = rows.filter((row) => row.kind === 'message' && row.step === step.number);
        const names = seen.map((row) => (row.kind === 'message' ? `${row.title} (${row.caption})` : ''));
        const label = stepLabel(timeline, step, 'wire');
        expect(label).toBe(names[0] ?? 'Nothing new on the wire');
        const text = spoken(timeline, step.number, 'wire').at(-1)?.text ?? '';
        for (const name of names) expect(text).toContain(`sends ${name}`);
        expect(text).not.toMatch(/installs|finds|refuses|connected/);
        const sealed = seen.some((row) => row.kind === 'message' && row.epoch !== 'cleartext');
        if (sealed) expect(`${label} ${text}`).not.toContain(step.name);
      }
    }
  });

  it('the wire knows of a refusal only what is in the clear', () => {
    const sealed = played(untrusted);
    const open = played12(untrusted);
    const news = (timeline: typeof sealed) =>
      timeline.steps.find(({ name }) => name === 'alert unknown_ca')?.number ?? 0;
    expect(tellsFailure(sealed, news(sealed), 'everything')).toBe(true);
    expect(tellsFailure(sealed, news(sealed), 'wire')).toBe(false);
    expect(tellsFailure(open, news(open), 'wire')).toBe(true);
  });

  it('the wire hears who sends each of several records in a step', () => {
    const timeline = played({ mischief: [{ id: 'replayed-record' }] });
    const page = timeline.steps.find(({ from, kind }) => from === 'server' && kind === 'data')?.number ?? 0;
    expect(spoken(timeline, page, 'wire').at(-1)?.text).toMatch(
      /^The server sends application_data \(.*\)\. The client sends application_data \(.*\)\.$/,
    );
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

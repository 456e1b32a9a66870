// What the story tells of the protocol inside, in both versions: on offer, agreed on, and spoken; or none of it.

import { describe, expect, it } from 'vitest';
import type { ProtocolChoice, Timeline } from '../../../src/lab/index.ts';
import { defaultScenario } from '../../../src/lab/index.ts';
import { captionOf } from '../../../src/story/captions.ts';
import type { Narration } from '../../../src/story/explain/index.ts';
import { summary, textOf } from '../../../src/story/index.ts';
import { played, stepOf } from './runs.ts';
import { narrated } from './tellers.ts';

const versions = ['1.3', '1.2'] as const;
const ALPN = 'application_layer_protocol_negotiation';

const lead = ({ lead: paragraphs }: Narration): string => paragraphs.map(textOf).join('\n');
const fact = ({ facts }: Narration): string | undefined => facts.find(({ name }) => name === 'Protocol')?.value;
const extension = ({ extensions = [] }: Narration) => extensions.find(({ name }) => name === ALPN)?.value;

/** The narrations of all data, in their order. */
const data = (timeline: Timeline): readonly Narration[] =>
  timeline.steps.filter(({ kind }) => kind === 'data').map(({ number }) => narrated(timeline, number));

describe.each(versions)('in TLS %s', (version) => {
  const answering = version === '1.3' ? 'EncryptedExtensions' : 'ServerHello';
  const runOf = (alpn: ProtocolChoice) => {
    const timeline = played({ version, alpn });
    const at = (name: string, from: 'client' | 'server') => narrated(timeline, stepOf(timeline, name, from));
    return { timeline, hello: at('ClientHello', 'client'), answer: at(answering, 'server') };
  };

  it.each([
    ['http/1.1', 'http/1.1', 'http/1.1'],
    ['h2', 'h2, http/1.1', 'h2'],
    ['h2 declined', 'h2, http/1.1', 'http/1.1'],
    ['unanswered', 'h2, http/1.1', undefined],
    ['none', undefined, undefined],
  ] as const)('%s: tells the offer (%s) and the answer (%s)', (alpn, offer, agreed) => {
    const { hello, answer } = runOf(alpn);
    expect(fact(hello)).toBe(offer);
    expect(extension(hello)).toBe(offer?.replace(', ', ' and '));
    expect(fact(answer)).toBe(agreed);
    expect(extension(answer)).toBe(agreed);
    if (agreed !== undefined) expect(lead(answer)).toContain(`will speak${version === '1.2' ? ':' : ''} ${agreed}`);
    expect(lead(answer).includes('ALPN gets no answer')).toBe(alpn === 'unanswered');
  });

  it('reads HTTP/2 frame by frame', () => {
    const [asks, answers, parts, ...more] = data(runOf('h2').timeline).map(lead);
    expect(asks).toContain('agreed on h2, so this is HTTP/2: a fixed preface');
    expect(asks).toContain('SETTINGS (only the defaults) and HEADERS (the whole request).');
    expect(answers).toContain('HEADERS (the status, and what kind of page it is) and DATA (the page).');
    expect(answers).not.toContain('preface');
    expect(parts).toContain('SETTINGS ACK (the other side’s settings were read) and GOAWAY');
    expect(more).toEqual([]);
  });

  it('says of HTTP/1.1 only where nobody agreed on it', () => {
    for (const alpn of ['http/1.1', 'h2 declined', 'unanswered', 'none'] as const) {
      const [asks = '', answers = ''] = data(runOf(alpn).timeline).map(lead);
      expect(asks.includes('take it for granted that this is HTTP/1.1')).toBe(alpn === 'unanswered' || alpn === 'none');
      expect(asks).not.toContain('HTTP/2');
      expect(answers).not.toMatch(/HTTP\/2|granted/);
    }
  });

  it('quotes the preface under the arrow', () => {
    const { timeline } = runOf('h2');
    const captions = timeline.steps.filter(({ kind }) => kind === 'data').map((step) => captionOf(timeline, step));
    expect(captions[0]).toMatch(/^PRI \* HTTP\/2\.0, \d+ bytes$/);
    for (const caption of captions.slice(1)) expect(caption).toMatch(/^\d+ bytes$/);
  });
});

describe('the line in the header', () => {
  const line = (alpn: ProtocolChoice) => textOf(summary({ ...defaultScenario, alpn }));

  it('tells what is special about the protocol inside', () => {
    expect(line('http/1.1')).toBe('TLS 1.3, client authentication required, everything goes well');
    expect(line('h2')).toBe('TLS 1.3, HTTP/2, client authentication required, everything goes well');
    expect(line('h2 declined')).toContain('HTTP/2 declined');
    expect(line('unanswered')).toContain('ALPN unanswered');
    expect(line('none')).toContain('no ALPN');
  });
});

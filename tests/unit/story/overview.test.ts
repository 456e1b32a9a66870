// What is told of a run as a whole: that everything in it is so, for every run that there is, and where it leads.

import { describe, expect, it } from 'vitest';
import {
  catalogue,
  conflictOf,
  defaultScenario,
  endsWell,
  landing,
  type Scenario,
  staged,
  type Timeline,
} from '../../../src/lab/index.ts';
import { doorsOf, introduce, type Narration } from '../../../src/story/explain/index.ts';
import { textOf, toModel } from '../../../src/story/index.ts';
import { played, played12, staticRsa, untrusted, variants } from './runs.ts';
import { narrated } from './tellers.ts';

const wordsOf = ({ title, gist, lead, found, otherSide, why }: Narration): string =>
  [title, ...[gist, ...lead, found?.text ?? [], otherSide?.text ?? [], why ?? []].map(textOf)].join('\n');

const whole = (timeline: Timeline): string => wordsOf(narrated(timeline, 0));

describe('the introduction', () => {
  const told = wordsOf(introduce());

  it('says what this is and for whom, and what the three things are without which nothing can be understood', () => {
    for (const word of ['mutual TLS', 'certificate', 'CA', 'private key', 'For everybody who'])
      expect(told).toContain(word);
    expect(told.split(/\s+/).length).toBeLessThan(130);
  });

  it('opens four doors: to the first step, to a refusal, to the field for errors, and to where certificates are brought', () => {
    const [watch, refused, errors, own, ...more] = doorsOf(played(), true);
    expect(watch).toMatchObject({ to: { step: 1 }, line: expect.stringContaining('14 steps') });
    expect(refused).toMatchObject({ to: { mischief: 'untrusted-ca' } });
    expect(errors).toMatchObject({ to: 'errors' });
    expect(own).toMatchObject({ to: 'own' });
    expect(more).toEqual([]);
    expect(endsWell(played(untrusted))).toBe(false);
  });
});

describe('the overview of another run that ends well', () => {
  it.each([
    [
      'mutual',
      played({ keys: 'RSA' }),
      ['Client and server prove to each other', 'api.example', 'client.example', 'TLS 1.3', '14 steps'],
    ],
    [
      'without client authentication',
      played({ clientAuthentication: 'off' }),
      ['Only the server proves', 'does not ask', '11 steps'],
    ],
    [
      'with a client that has nothing to show',
      played({ clientAuthentication: 'asked', mischief: [{ id: 'no-client-certificate' }] }),
      ['lets the client in without a name', 'shown no certificate'],
    ],
    ['with static RSA', played12(staticRsa), ['opens what the client has encrypted to its key']],
  ])('tells who proves what: %s', (_, timeline, parts) => {
    const told = whole(timeline);
    for (const part of parts) expect(told).toContain(part);
  });

  it('tells what can be read on the wire in each version', () => {
    expect(whole(played({ keys: 'RSA' }))).toContain(
      'The client’s certificate, the server’s certificate and all data travel encrypted.',
    );
    const open = whole(played12());
    expect(open).toContain(
      'can read that somebody asks for api.example, the client’s certificate and the server’s certificate',
    );
    expect(open).toContain('All data travels encrypted.');
    expect(whole(played12({ clientAuthentication: 'off' }))).not.toContain('the client’s certificate');
  });

  it('has doors to the first step, and to the same through a proxy where anybody is asked', () => {
    expect(doorsOf(played12({ clientAuthentication: 'off' }), false).map(({ to }) => to)).toEqual([{ step: 1 }]);
    expect(doorsOf(played12(), false).map(({ to }) => to)).toEqual([{ step: 1 }, 'proxy']);
  });
});

describe('the overview of a run that fails', () => {
  it('tells what fails where, how both stood by then, and leads there', () => {
    const timeline = played(untrusted);
    const told = whole(timeline);
    for (const part of [
      'unknown_ca',
      'step 12 of 12',
      'the client had proof that the server is api.example and took itself for connected',
      'the server had no proof of who the client is',
    ])
      expect(told).toContain(part);
    expect(doorsOf(timeline, false).map(({ to }) => to)).toEqual([{ step: landing(timeline) }, { step: 1 }]);
  });

  it('never says of a failing run that it goes well, nor the other way round', () => {
    const scenarios: Scenario[] = variants.map(([, patch]) => ({ ...defaultScenario, ...patch }));
    const broken = catalogue().map((entry) => staged(entry, defaultScenario));
    for (const scenario of [...scenarios, ...broken].filter((each) => !conflictOf(each))) {
      const timeline = played(scenario);
      const told = whole(timeline);
      const well = endsWell(timeline);
      const name = JSON.stringify(scenario);
      expect(told.includes('each says goodbye'), name).toBe(well);
      expect(told.includes(`step ${landing(timeline)} of ${timeline.steps.length}`), name).toBe(!well);
      expect(told, name).not.toMatch(/undefined|NaN|\*\*/);
    }
  }, 120_000);
});

describe('the picture at the overview', () => {
  it('is that of the whole run, with nothing current', () => {
    const timeline = played();
    const { playhead, actors } = toModel(timeline, 0);
    expect(playhead).toBe(Infinity);
    expect(actors).toEqual(toModel(timeline, timeline.steps.length).actors);
  });
});

// Both connections of a proxy in one order, and what is said of them: held against the two runs by themselves.

import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { threeIn } from '../../../src/diagram/three/index.ts';
import { defaultScenario, run, supply } from '../../../src/lab/index.ts';
import { frontOf, type Proxied, proxied, type Way, ways } from '../../../src/lab/proxied/index.ts';
import {
  cursorIn,
  knownIn,
  passagesOf,
  proxiedModel,
  proxiedSpoken,
  saidIn,
} from '../../../src/story/proxied/index.ts';
import { type Eyes, knownSentences, proxiedWords, wayGroups } from '../../../src/words/proxied/index.ts';
import { scenarios } from '../../properties/scenarios.ts';
import { collisions, outside } from '../diagram/apart.ts';

await supply();

const eyes = Object.keys(proxiedWords.lenses) as Eyes[];
const played = new Map(ways.map((way) => [way, proxied(defaultScenario, way)]));
const through = (way: Way): Proxied => played.get(way) ?? proxied(defaultScenario, way);

/** What has to be so of the order of any two connections. */
function holdsInOrder(run: Proxied): void {
  const passages = passagesOf(run);
  const of = (half: 'front' | 'back') => passages.flatMap((each) => (each.half === half ? [each.step.number] : []));
  expect(of('front')).toEqual(run.front.steps.map(({ number }) => number));
  expect(of('back')).toEqual((run.back?.steps ?? []).map(({ number }) => number));
  const first = passages.findIndex(({ half }) => half === 'back');
  if (first < 0) return;
  const before = passages.slice(0, first).map(({ step }) => step);
  // The request has been read by then, and nothing was answered yet.
  expect(before.some(({ kind, from, heard }) => kind === 'data' && from === 'client' && heard !== undefined)).toBe(
    true,
  );
  expect(before.some(({ kind, from }) => kind === 'data' && from === 'server')).toBe(false);
  const answer = passages.findIndex(
    ({ half, step }) => half === 'front' && step.kind === 'data' && step.from === 'server',
  );
  const answered = passages.findIndex(
    ({ half, step }) => half === 'back' && step.kind === 'data' && step.from === 'server',
  );
  const last = passages.map(({ half }) => half).lastIndexOf('back');
  expect(answer).toBeGreaterThan(answered < 0 ? last : answered);
}

describe('both connections in one order', () => {
  test.each(ways)('%s', (way) => holdsInOrder(through(way)));

  test('whatever is played in front', () => {
    fc.assert(
      fc.property(scenarios, fc.constantFrom(...ways), (scenario, way) => holdsInOrder(proxied(scenario, way))),
      { numRuns: 15 },
    );
  });

  test('one playhead over both goes through each once, and never back', () => {
    const run = through('header');
    const passages = passagesOf(run);
    for (const half of ['front', 'back'] as const) {
      const places = Array.from({ length: passages.length * 4 + 1 }, (_, at) => cursorIn(passages, half, at / 4));
      expect(places[0]).toBe(0);
      expect(places.at(-1)).toBe(run[half]?.steps.length);
      const moving = places.slice(1);
      expect(moving.every((place, at) => at === 0 || place >= (moving[at - 1] ?? 0))).toBe(true);
      expect(Math.min(...moving)).toBeGreaterThan(0);
    }
  });
});

describe('the picture', () => {
  test('has the rows of both, each once, in the step of both in which it happens', () => {
    for (const way of ways) {
      const { rows } = proxiedModel(through(way), 0, { eyes: 'everything', captions: true });
      const steps = rows.map(({ step }) => step);
      expect(steps).toEqual([...steps].sort((a, b) => a - b));
      expect(new Set(rows.map(({ id }) => id)).size).toBe(rows.length);
      const arrows = rows.filter((row) => row.kind === 'message' && !row.ghost);
      expect(arrows.map(({ step }) => step)).toEqual(passagesOf(through(way)).map((_, at) => at + 1));
    }
  });

  test('shows of each connection what whoever looks can know', () => {
    const run = through('nothing');
    const spansFor = (who: Eyes) =>
      new Set(proxiedModel(run, 0, { eyes: who, captions: true }).rows.map(({ span }) => span));
    expect(spansFor('client')).toEqual(new Set(['near']));
    expect(spansFor('server')).toEqual(new Set(['far']));
    expect(spansFor('proxy')).toEqual(new Set(['near', 'far']));
    const { rows } = proxiedModel(run, 0, { eyes: 'wire', captions: true });
    expect(rows.every((row) => row.kind === 'message')).toBe(true);
    expect(rows.some((row) => row.kind === 'message' && row.title.includes('CertificateVerify'))).toBe(false);
  });

  test('has what a side does at its message, where it goes on with a certificate that does not hold', () => {
    const { rows } = proxiedModel(through('rejected'), 0, { eyes: 'everything', captions: true });
    const stepOf = (id: string) => rows.find((row) => row.id === `front/${id}`)?.step;
    expect(stepOf('mark:server:connected')).toBe(stepOf('message:client:Finished'));
    expect(stepOf('message:client:Finished')).toBeGreaterThan(0);
  });

  test('names the proxy where it is one of the two ends', () => {
    const { actors, middle } = proxiedModel(through('refused'), 0, { eyes: 'everything', captions: true });
    expect(actors.right.state).toBe('refused the proxy');
    expect(middle).toMatchObject({
      state: 'behind: connected, then refused',
      knows: 'knows client.example',
      tone: 'bad',
    });
    expect(actors.left.tone).toBe('good');
  });

  test.each([
    [860, 'nothing'],
    [660, 'refused'],
    [390, 'forged'],
    [1000, 'pass-through'],
    [390, 'answered'],
  ] as const)('has words that keep clear of each other at %i px: %s', (width, way) => {
    const scene = threeIn(
      { width, height: 700 },
      proxiedModel(through(way), 0, { eyes: 'everything', captions: true }),
      {
        captions: true,
      },
    );
    expect(outside(scene)).toEqual([]);
    expect(collisions(scene)).toEqual([]);
    const ids = scene.shapes.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });
});

describe('who knows what', () => {
  const told = (way: Way) => knownSentences(way, knownIn(through(way))).join(' ');

  test('is read off both runs', () => {
    expect(knownIn(through('nothing'))).toEqual({ proxy: 'client.example', connected: null, header: undefined });
    expect(knownIn(through('refused'))).toEqual({ proxy: 'client.example', connected: undefined, header: undefined });
    expect(knownIn(through('certificate')).connected).toBe('proxy.example');
    expect(knownIn(through('header')).header).toBe('client.example');
    expect(knownIn(through('forged'))).toEqual({ proxy: null, connected: 'proxy.example', header: 'client.example' });
    expect(knownIn(through('stripped'))).toEqual({ proxy: null, connected: 'proxy.example', header: null });
    expect(knownIn(through('pass-through')).connected).toBe('client.example');
  });

  test('in sentences', () => {
    expect(told('header')).toContain('The proxy has checked that.');
    expect(told('forged')).toContain('Nobody has checked that.');
    expect(told('stripped')).toContain('No header names a client to it.');
    expect(told('refused')).toContain('connected to nobody');
  });

  test('what was said inside is what the runs carried', () => {
    expect(saidIn(through('refused')).got).toContain('502 Bad Gateway');
    expect(saidIn(through('header')).sent).toMatch(/\r\nClient-Cert: :/);
    expect(saidIn(through('header')).read).not.toContain('Client-Cert');
    expect(saidIn(through('stripped')).read).toContain('Client-Cert');
    expect(saidIn(through('stripped')).sent).not.toContain('Client-Cert');
    expect(saidIn(through('pass-through')).sent).toBeUndefined();
  });
});

test('those who listen hear each step, and in which connection it is', () => {
  for (const way of ways) {
    const run = through(way);
    const all = proxiedSpoken(run, 'everything');
    expect(all.map(({ step }) => step)).toEqual(passagesOf(run).map((_, at) => at + 1));
    for (const who of eyes) expect(proxiedSpoken(run, who).length).toBeLessThanOrEqual(all.length);
  }
});

test('every way is offered once, and a pass-through is the run itself', () => {
  expect(Object.values(wayGroups).flat().sort()).toEqual([...ways].sort());
  expect(through('pass-through').front).toBe(run(frontOf(defaultScenario, 'pass-through')));
});

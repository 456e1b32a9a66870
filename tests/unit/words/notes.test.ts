// The notes for whoever speaks: there are some for every step of every exhibit that comes along, and none says what its run contradicts.

import { beforeAll, describe, expect, it } from 'vitest';
import { fromLink, runSupplied, type Timeline } from '../../../src/lab/index.ts';
import { toModel } from '../../../src/story/index.ts';
import { notesOf } from '../../../src/story/notes/index.ts';
import { exhibits } from '../../../tools/exhibits.ts';

const runs = new Map<string, Timeline>();

beforeAll(async () => {
  for (const [name, link] of exhibits) runs.set(name, await runSupplied((await fromLink(link)).scenario));
}, 60_000);

const steps = (name: string): readonly number[] => {
  const run = runs.get(name);
  return run ? [0, ...run.steps.map(({ number }) => number)] : [];
};
const runOf = (name: string): Timeline => {
  const run = runs.get(name);
  if (!run) throw new Error(`No run of ${name}.`);
  return run;
};

/** Who is connected by the end of a step, as the heads of the picture tell it. */
const connectedAt = (run: Timeline, step: number): readonly string[] => {
  const { left, right } = toModel(run, step, { horizon: step }).actors;
  return [left, right].filter(({ state }) => /^(connected|ended)/.test(state)).map(({ title }) => title.toLowerCase());
};

describe.each(exhibits.map(([name]) => name))('the notes of %s', (name) => {
  it('say two or three sentences about each step, and ask one question', () => {
    for (const step of steps(name)) {
      const { say, ask } = notesOf(runOf(name), step);
      const where = `step ${step}: ${say}`;
      expect(say.match(/[.:](?= |$)/g)?.length, where).toBeGreaterThanOrEqual(2);
      expect(say.match(/\.(?= |$)/g)?.length, where).toBeLessThanOrEqual(4);
      expect(ask, where).toMatch(/^[A-Z].*\?$/);
      expect(`${say} ${ask}`, where).not.toMatch(/undefined|NaN| {2}|!/);
    }
  });

  it('have a kind of their own for each step', () => {
    for (const step of steps(name)) expect(notesOf(runOf(name), step).say).not.toContain('doesn’t come in every');
  });

  it('say who is connected just as the heads do, and name the alert and the owner that the picture names', () => {
    const run = runOf(name);
    for (const step of steps(name)) {
      const { say } = notesOf(run, step);
      const connected = connectedAt(run, step);
      const where = `step ${step}: ${say} | ${connected}`;
      if (/Both sides count/.test(say)) expect(connected, where).toEqual(['client', 'server']);
      if (/Neither side counts/.test(say)) expect(connected, where).toEqual([]);
      const [, only] = /Only the (\w+) counts/.exec(say) ?? [];
      if (only) expect(connected, where).toEqual([only]);
      const [, here] = /The (\w+) counts as connected from here/.exec(say) ?? [];
      if (here) {
        expect(connected, where).toContain(here);
        expect(connectedAt(run, step - 1), where).not.toContain(here);
      }
      if (/does not yet/.test(say)) expect(connected.length, where).toBe(1);
      const titles = toModel(run, step, { horizon: step })
        .rows.filter((row) => row.step === step)
        .map((row) => ('title' in row ? `${row.title} ${row.caption ?? ''}` : row.text));
      const [, alert] = /the alert (\w+ \(\d+\))/.exec(say) ?? [];
      if (alert) expect(titles.join(' '), where).toContain(alert);
      const [, owner] = /“I am ([^”]+)”/.exec(say) ?? [];
      if (owner) expect(titles.join(' '), where).toContain(owner);
    }
  });
});

describe('the notes of all exhibits', () => {
  it('tell of a certificate, of an empty answer, of an alert, of a second hello and of both versions', () => {
    const all = [...runs].flatMap(([name, run]) => steps(name).map((step) => notesOf(run, step).say)).join('\n');
    for (const part of [
      /I am client\.example/,
      /empty list/,
      /unknown_ca \(48\)/,
      /begins again/,
      /In TLS 1\.2 everybody/,
      /In TLS 1\.3 it travels encrypted/,
      /had counted as connected/,
    ])
      expect(all).toMatch(part);
  });
});

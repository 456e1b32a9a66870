// Questions about what comes next, over the whole catalogue in both versions: the machines’ own answers, held against what happened.

import { describe, expect, it, vi } from 'vitest';
import { equal } from '../../src/bytes/index.ts';
import type { Row } from '../../src/diagram/index.ts';
import {
  defaultScenario,
  type Moment,
  remembered as once,
  run,
  type Step,
  type Timeline,
} from '../../src/lab/index.ts';
import {
  candidatesAt,
  explanationOf,
  questionAt,
  questionsOf,
  remarkOn,
  upTo,
} from '../../src/lesson/predict/index.ts';
import { accountOf, peerOf, textOf, toModel, versionOf } from '../../src/story/index.ts';
import type { Insight, Role } from '../../src/tls/index.ts';
import { newsOf } from '../../src/words/explain/index.ts';
import { type Answers, choiceText, type Question, questionText } from '../../src/words/predict/index.ts';
import { narrated as told } from '../unit/story/tellers.ts';
import { catalogued, played } from './catalogued.ts';

// Some three hundred runs are played, on a busy machine perhaps.
vi.setConfig({ testTimeout: 120_000 });

const runs = () => catalogued.map(played);
const all = once((timeline) => timeline.steps.flatMap(({ number }) => candidatesAt(timeline, number)));
const cuts = once((timeline) => timeline.steps.map(({ number }) => upTo(timeline, number)));
/** The run up to a step, made once for each. */
const cutAt = (timeline: Timeline, step: number): Timeline => cuts(timeline)[step - 1] ?? timeline;
const every = (check: (timeline: Timeline, question: Question) => void): void => {
  for (const timeline of runs()) for (const question of all(timeline)) check(timeline, question);
};
const asked = (check: (timeline: Timeline, question: Question, before: readonly Question[]) => void): void => {
  for (const timeline of runs())
    for (const [index, question] of questionsOf(timeline).entries())
      check(timeline, question, questionsOf(timeline).slice(0, index));
};
const named = ({ kind, choices }: Question, place: number) => `${kind} ${JSON.stringify(choices[place])}`;
const place = ({ scenario }: Timeline, { kind, step }: Question) =>
  `${kind} before step ${step} of ${scenario?.version} ${scenario?.mischief.map(({ id }) => id)}`;

describe('a question', () => {
  it('has exactly one right answer among its choices, by what happened', () => {
    every((timeline, question) => {
      const true_ = question.choices.map((choice) => holds(timeline, question, choice));
      expect(true_, place(timeline, question)).toEqual(question.choices.map((_, index) => index === question.right));
      expect(question.choices.length).toBeGreaterThanOrEqual(2);
      expect(new Set(question.choices.map((_, index) => choiceText(question, index))).size).toBe(
        question.choices.length,
      );
    });
  });

  it('offers as wrong only what is right in some other run', () => {
    const right = new Map<string, Set<Timeline>>();
    every((timeline, question) => {
      const id = named(question, question.right);
      right.set(id, (right.get(id) ?? new Set()).add(timeline));
    });
    every((timeline, question) => {
      for (const index of question.choices.keys()) {
        if (index === question.right) continue;
        const others = [...(right.get(named(question, index)) ?? [])].filter((other) => other !== timeline);
        expect(others.length, `${named(question, index)}, ${place(timeline, question)}`).toBeGreaterThan(0);
      }
    });
  });

  it('asks nothing that is drawn by then', () => {
    every((timeline, question) => {
      const shown = toModel(cutAt(timeline, question.step - 1), question.step - 1);
      expect(givenAway(timeline, question, shown), place(timeline, question)).toBe(false);
    });
  });

  it('is put in words, and so are its choices', () => {
    every((_, question) => {
      expect(questionText(question)).toMatch(/^[A-Z].*\?$/);
      for (const index of question.choices.keys()) expect(choiceText(question, index)).toMatch(/^([A-Z]|`)/);
    });
  });
});

describe('the questions of a run', () => {
  it('are of all eight kinds, taken together', () => {
    const kinds = new Set(runs().flatMap((timeline) => questionsOf(timeline).map(({ kind }) => kind)));
    expect([...kinds].sort()).toEqual([
      'acceptance',
      'alert',
      'connection',
      'message',
      'notice',
      'reading',
      'sight',
      'speaker',
    ]);
  });

  it('are at least five of four kinds where nothing goes wrong', () => {
    const questions = questionsOf(played(catalogued[0] ?? defaultScenario));
    expect(questions.length).toBeGreaterThanOrEqual(5);
    expect(new Set(questions.map(({ kind }) => kind)).size).toBeGreaterThanOrEqual(4);
  });

  it('come in order, each before a step of its own and never before the first', () => {
    for (const timeline of runs()) {
      const steps = questionsOf(timeline).map(({ step }) => step);
      expect(steps).toEqual([...new Set(steps)].sort((a, b) => a - b));
      for (const step of steps) expect(step).toBeGreaterThan(1);
      expect(steps.at(-1) ?? 0).toBeLessThanOrEqual(timeline.steps.length);
    }
  });

  it('are the same whenever the same is played', () => {
    for (const scenario of catalogued.filter((_, index) => index % 25 === 0))
      expect(questionsOf(run(structuredClone(scenario)))).toEqual(questionsOf(played(scenario)));
  });

  it('can be had one by one, by step and kind', () => {
    asked((timeline, question) => {
      expect(questionAt(timeline, question.step, question.kind)).toEqual(question);
      expect(questionAt(timeline, 1, question.kind)).toBeUndefined();
    });
  });

  it('ask who refuses only once', () => {
    asked((timeline, question, before) => {
      const tellsRefusal = (each: Question) =>
        each.kind === 'notice' || (each.kind === 'acceptance' && each.choices[each.right]?.fate !== 'taken');
      const refuses = accountOf(timeline).some(({ insight }) => insight.kind === 'fault');
      if (refuses && tellsRefusal(question)) expect(before.filter(tellsRefusal)).toEqual([]);
    });
  });
});

describe('the explanation', () => {
  const explained = (timeline: Timeline, question: Question): string =>
    explanationOf(timeline, question, told(cutAt(timeline, question.step), question.step))
      .map(textOf)
      .join(' ');

  it('is a whole sentence or more, and a word on each wrong choice is, too', () => {
    asked((timeline, question) => {
      expect(explained(timeline, question), place(timeline, question)).toMatch(/^.{15,}[.”]$/s);
      expect(explained(timeline, question)).not.toMatch(/undefined|NaN|\[object/);
      for (const index of question.choices.keys()) {
        const remark = remarkOn(timeline, question, index);
        if (index === question.right) expect(remark).toBeUndefined();
        else expect(textOf(remark ?? []), place(timeline, question)).toMatch(/^.*[a-z`].*\.$/);
      }
    });
  });

  it('never contradicts the run', () => {
    asked((timeline, question) => {
      expect(
        contradiction(timeline, question, explained(timeline, question)),
        place(timeline, question),
      ).toBeUndefined();
    });
  });
});

const bare = ({ id, kind, step }: Row) => ({ id, kind, step });

describe('the run as far as it may be seen', () => {
  it('has the steps up to there, and nothing that both sides say of themselves later', () => {
    for (const timeline of runs()) {
      for (const { number } of timeline.steps) {
        const cut = cutAt(timeline, number);
        expect(cut.steps.map(({ name, from }) => [name, from])).toEqual(
          timeline.steps.slice(0, number).map(({ name, from }) => [name, from]),
        );
        const known = accountOf(timeline).filter(({ step }) => step <= number);
        expect(accountOf(cut).map(({ who, insight, step }) => [who, insight.kind, step])).toEqual(
          known.map(({ who, insight, step }) => [who, insight.kind, step]),
        );
      }
    }
  });

  it('is drawn as the whole run is up to there', () => {
    for (const timeline of runs()) {
      const { length } = timeline.steps;
      for (const last of new Set([1, Math.ceil(length / 3), Math.ceil((length * 2) / 3), length - 1])) {
        const [seen, whole] = [toModel(cutAt(timeline, last), last), toModel(timeline, last)];
        // What passes quietly is one pill as soon as its side speaks: till then it is there without what follows.
        const rows = ({ rows }: typeof seen) =>
          rows.filter((row) => row.kind !== 'work' && row.step <= last && !('ghost' in row && row.ghost));
        // That something is never read, nobody knows before it is over.
        expect(
          rows(seen).map(bare),
          `${last} of ${timeline.scenario?.version} ${timeline.scenario?.mischief[0]?.id}`,
        ).toEqual(rows(whole).map(bare));
        const { endsAt: _, ...left } = whole.actors.left;
        const { endsAt: __, ...right } = whole.actors.right;
        expect(seen.actors).toMatchObject({ left, right });
      }
    }
  });
});

function momentsOf({ moments }: Timeline, { moments: own }: Step): readonly Moment[] {
  return own.flatMap((at) => moments[at] ?? []);
}

function saidBy(timeline: Timeline, step: Step, who: Role): readonly Insight[] {
  return momentsOf(timeline, step).flatMap((moment) => (moment.who === who ? [moment.insight] : []));
}

/** Whether a choice is true, read off what happened and not off the machines’ own reading of it. */
function holds(timeline: Timeline, { kind, step: number }: Question, choice: object): boolean {
  const step = timeline.steps[number - 1];
  if (!step) return false;
  const peer = peerOf(step.from);
  switch (kind) {
    case 'message': {
      const { from, name } = choice as Answers['message'];
      const called = {
        alert: /^alert (?!close_notify)/,
        close_notify: /^alert close_notify$/,
        ChangeCipherSpec: /^change_cipher_spec$/,
      };
      const pattern = called[name as 'alert'];
      return step.from === from && (pattern ? pattern.test(step.name) : step.name === name);
    }
    case 'speaker':
      return step.from === (choice as Answers['speaker']).who;
    case 'reading': {
      const plain = momentsOf(timeline, step).some(
        (moment) => 'carriage' in moment && isPlain(timeline, moment.carriage),
      );
      const sealed = versionOf(timeline) === '1.2' ? 'type' : 'size';
      return (choice as Answers['reading']).open === (plain ? 'all' : sealed);
    }
    case 'acceptance': {
      const faults = saidBy(timeline, step, peer).some((insight) => insight.kind === 'fault');
      const fate = faults ? 'refused' : step.heard === undefined ? 'unread' : 'taken';
      return (choice as Answers['acceptance']).fate === fate;
    }
    case 'notice': {
      const first = timeline.moments.find((moment) => moment.who !== 'network' && moment.insight.kind === 'fault');
      return (choice as Answers['notice']).who === (first?.who ?? 'nobody');
    }
    case 'alert':
      return step.name === `alert ${(choice as Answers['alert']).name}`;
    case 'sight':
      return (choice as Answers['sight']).sees === sightIn(timeline, step);
    case 'connection': {
      const [client, server] = (['client', 'server'] as const).map((who) =>
        accountOf(timeline).some(
          (each) => each.who === who && each.insight.kind === 'connected' && each.step <= number,
        ),
      );
      const who = client && server ? 'both' : client ? 'client' : server ? 'server' : 'nobody';
      return (choice as Answers['connection']).who === who;
    }
  }
}

/** Whether a record was never sealed with a key, by its sender’s own account. */
function isPlain(
  timeline: Timeline,
  { from, bytes, ordinal }: { from: Role; bytes: Uint8Array; ordinal?: number },
): boolean {
  return !timeline.moments.some((moment) => {
    if (moment.who !== from || moment.insight.kind !== 'sealed') return false;
    const { record } = moment.insight;
    return record.protection !== undefined && (record.ordinal === ordinal || equal(record.bytes, bytes));
  });
}

function sightIn(timeline: Timeline, step: Step): string {
  const told = accountOf(timeline).filter((each) => each.step === step.number);
  if (step.kind !== 'alert' || step.name === 'alert close_notify') return 'cut';
  if (step.wreck === 'neverRead') return 'broken';
  const read = told.some(
    ({ who, insight }) => who !== step.from && insight.kind === 'alert' && insight.direction === 'received',
  );
  return read ? 'alert' : 'garbled';
}

/** Whether what is drawn says what is asked. */
function givenAway(timeline: Timeline, question: Question, { rows, actors }: ReturnType<typeof toModel>): boolean {
  const heads = { client: actors.left.state, server: actors.right.state };
  const answer = question.choices[question.right] as never;
  if (rows.some(({ step }) => step >= question.step)) return true;
  const failing = rows.some((row) => row.kind === 'work' && row.outcome === 'failed');
  switch (question.kind) {
    case 'message': {
      const { from, name } = answer as Answers['message'];
      return heads[peerOf(from)] === `waits for ${name}`;
    }
    case 'speaker': {
      const [waits, works] = [/^waits/, /^(answers|judges)/].map(
        (sort) => Object.values(heads).filter((head) => sort.test(head)).length,
      );
      return waits === 1 && works === 1;
    }
    case 'reading': {
      const step = timeline.steps[question.step - 1];
      const side = step?.from === 'client' ? 'left' : 'right';
      const last = rows.filter((row) => row.kind === 'message' && row.from === side).at(-1);
      const openBefore = last && 'epoch' in last ? last.epoch === 'cleartext' : undefined;
      const open = (answer as Answers['reading']).open === 'all';
      return step?.name !== 'Certificate' && openBefore === open;
    }
    case 'acceptance':
      return failing && (answer as Answers['acceptance']).fate === 'refused';
    case 'notice':
      return failing;
    case 'alert':
      return JSON.stringify([rows, heads]).includes((answer as Answers['alert']).name);
    case 'sight':
      return rows.some((row) => row.kind === 'message' && row.alert === true && row.step >= question.step);
    case 'connection': {
      const [client, server] = [heads.client, heads.server].map((head) => /connected/.test(head));
      const drawn = client && server ? 'both' : client ? 'client' : server ? 'server' : 'nobody';
      return drawn === (answer as Answers['connection']).who && timeline.steps[question.step - 1]?.name !== 'Finished';
    }
  }
}

/** What an explanation says against the run; undefined where it agrees. */
function contradiction(timeline: Timeline, question: Question, text: string): string | undefined {
  const answer = question.choices[question.right] as never;
  const step = timeline.steps[question.step - 1];
  const says = (needed: boolean, pattern: RegExp) =>
    pattern.test(text) === needed ? undefined : `${pattern} in: ${text}`;
  const explain = () =>
    JSON.stringify(told(timeline, accountOf(timeline).find(({ insight }) => insight.kind === 'fault')?.step ?? 0));
  switch (question.kind) {
    case 'reading':
      return says((answer as Answers['reading']).open === 'all', /can read every byte/);
    case 'acceptance': {
      const { fate } = answer as Answers['acceptance'];
      if (fate === 'unread') return says(true, /never gets to read/);
      if (fate === 'taken') return says(false, /refuses|never/);
      return explain().includes(JSON.stringify(text).slice(1, 40)) ? undefined : `not as Explain says: ${text}`;
    }
    case 'alert':
      return says(true, new RegExp((answer as Answers['alert']).name));
    case 'sight': {
      const { sees } = answer as Answers['sight'];
      const name = step?.name.replace('alert ', '') as 'unknown_ca';
      if (sees === 'alert')
        return text.includes(newsOf(name)) ? says(false, /^Nothing/) : `no news of ${name}: ${text}`;
      return sees === 'cut' ? says(true, /ends/) : undefined;
    }
    case 'connection': {
      const before = cutAt(timeline, question.step - 1);
      const knew = (who: Role) =>
        accountOf(before).some((each) => each.who === who && each.insight.kind === 'connected');
      const { who } = answer as Answers['connection'];
      return (['client', 'server'] as const)
        .map((side) => says((who === 'both' || who === side) && !knew(side), new RegExp(`The ${side} is connected`)))
        .find((complaint) => complaint !== undefined);
    }
    default:
      return undefined;
  }
}

// A lesson in a learning platform: where its API is found, what is told to it, in which order, and what becomes of what it doesn't take.

import { describe, expect, it } from 'vitest';
import { findApi } from '../../../src/lesson/platform/api.ts';
import { decimal, scoreIn, timespan } from '../../../src/lesson/platform/forms.ts';
import { openSession } from '../../../src/lesson/platform/session.ts';
import { type PlatformTrouble, platformTrouble } from '../../../src/words/platforms.ts';
import { type Before, strictPlatform } from './strict-platform.ts';

const { api } = strictPlatform();

interface Asked {
  readonly before?: Before;
  readonly mastery?: number;
  readonly without?: readonly string[];
  readonly mood?: Parameters<ReturnType<typeof strictPlatform>['feels']>[0];
}

function begun({ before, mastery, without, mood }: Asked = {}) {
  const platform = strictPlatform(before, without);
  if (mood) platform.feels(mood);
  const heard: (PlatformTrouble | null)[] = [];
  let time = 1000;
  const session = openSession(platform.api, {
    now: () => time,
    ...(mastery !== undefined && { mastery }),
    tell: (trouble) => heard.push(trouble),
  });
  const sets = () =>
    platform.calls
      .filter(({ name }) => name === 'LMSSetValue')
      .map(({ element = '', value }) => `${element.replace(/^cmi\.(core\.)?/, '')}=${value}`);
  const pass = (span: number): void => {
    time += span;
  };
  return { platform, session, heard, sets, pass };
}

describe('the API', () => {
  const top = { API: api, parent: undefined as unknown };
  top.parent = top;
  const foreign = {
    get API(): unknown {
      throw new Error('Blocked a frame.');
    },
    parent: top,
  };

  it.each<[string, object, unknown]>([
    ['in the window itself', { API: api }, api],
    ['two windows up', { parent: { parent: top } }, api],
    ['above one of another origin', { parent: foreign }, api],
    ['in the window that has opened it', { opener: { API: api } }, api],
    ['around the window that has opened it', { opener: { parent: top } }, api],
    ['around the window that has opened one around it', { parent: { opener: { parent: top } } }, api],
    ['nearer first', { API: { ...api }, parent: top }, undefined],
    ['nowhere', { parent: { parent: null } }, undefined],
    ['not an element that is called so', { API: { tagName: 'DIV' } }, undefined],
    ['not one of SCORM 2004', { API_1484_11: api }, undefined],
  ])('is found %s', (where, here, found) => {
    if (where === 'nearer first') expect(findApi(here)).not.toBe(api);
    else expect(findApi(here)).toBe(found);
  });

  it('is not looked for forever', () => {
    const one: { parent?: unknown; opener?: unknown } = {};
    const other = { parent: one, opener: one };
    Object.assign(one, { parent: other, opener: other });
    expect(findApi(one)).toBe(undefined);
  });
});

describe('the forms', () => {
  it.each([
    [0, '0000:00:00.00'],
    [-5000, '0000:00:00.00'],
    [3_723_456, '0001:02:03.46'],
    [59_999, '0000:01:00.00'],
    [1e15, '9999:59:59.99'],
  ])('%d ms are %s', (span, text) => expect(timespan(span)).toBe(text));

  it.each([
    [200 / 3, '66.67'],
    [100, '100'],
    [0, '0'],
    [101, '100'],
  ])('a score of %d is %s', (score, text) => expect(decimal(score)).toBe(text));

  it.each([
    ['80', 80],
    ['62.5', 62.5],
    ['0', 0],
    ['', undefined],
    ['101', undefined],
    ['null', undefined],
  ])('“%s” says %s', (text, score) => expect(scoreIn(text)).toBe(score));
});

describe('a session', () => {
  it('says first of all that the lesson is incomplete', () => {
    const { platform, sets, heard } = begun();
    expect(platform.calls[0]?.name).toBe('LMSInitialize');
    expect(sets()).toEqual(['lesson_status=incomplete', 'session_time=0000:00:00.00', 'exit=suspend']);
    expect(platform.calls.at(-1)?.name).toBe('LMSCommit');
    expect(heard).toEqual([null]);
  });

  it('tells the score, then the status, then has them kept', () => {
    const { platform, session, sets, pass } = begun({ mastery: 80 });
    const already = platform.calls.length;
    pass(65_000);
    session?.report({ place: '1.4.rrw', score: 100 * (5 / 6), done: true });
    expect(sets().slice(3)).toEqual([
      'score.min=0',
      'score.max=100',
      'score.raw=83.33',
      'suspend_data=1.4.rrw',
      'lesson_status=passed',
      'session_time=0000:01:05.00',
    ]);
    expect(platform.calls.slice(already).at(-1)?.name).toBe('LMSCommit');
    session?.leave();
    session?.leave();
    session?.report({ place: 'late', score: 0, done: false });
    session?.keep();
    expect(platform.calls.filter(({ name }) => name === 'LMSFinish')).toHaveLength(1);
    expect(platform.calls.at(-1)?.name).toBe('LMSFinish');
    expect(platform.faults).toEqual([]);
  });

  it('that is closed in the middle leaves the lesson incomplete, and where it stood', () => {
    const { platform, session } = begun({ mastery: 80 });
    session?.report({ place: '1.2.r', score: 50, done: false });
    session?.leave();
    expect(platform.kept('core.lesson_status')).toBe('incomplete');
    expect(platform.kept('core.score.raw')).toBe('50');
    expect(platform.kept('suspend_data')).toBe('1.2.r');
    expect(platform.kept('core.exit')).toBe('suspend');
  });

  it.each<[string, Asked, { score?: number; done: boolean }, string]>([
    ['passed from its score on', { mastery: 80 }, { score: 80, done: true }, 'passed'],
    ['failed below', { mastery: 80 }, { score: 79.99, done: true }, 'failed'],
    [
      'what the platform demands',
      { mastery: 80, before: { 'cmi.student_data.mastery_score': '50' } },
      { score: 60, done: true },
      'passed',
    ],
    ['completed where nothing is demanded', {}, { score: 10, done: true }, 'completed'],
    ['completed where nothing is asked', { mastery: 80 }, { done: true }, 'completed'],
    ['incomplete, whatever the score', { mastery: 80 }, { score: 100, done: false }, 'incomplete'],
    [
      'as good as it was',
      { mastery: 80, before: { 'cmi.core.lesson_status': 'passed' } },
      { score: 10, done: false },
      'passed',
    ],
    [
      'better than it was',
      { mastery: 80, before: { 'cmi.core.lesson_status': 'failed' } },
      { score: 90, done: true },
      'passed',
    ],
    [
      'failed until it is better',
      { mastery: 80, before: { 'cmi.core.lesson_status': 'failed' } },
      { score: 20, done: false },
      'failed',
    ],
    [
      'untouched when it is only looked at',
      { before: { 'cmi.core.lesson_mode': 'review', 'cmi.core.lesson_status': 'failed' } },
      { score: 100, done: true },
      'failed',
    ],
  ])('ends %s', (_, asked, standing, status) => {
    const { platform, session } = begun(asked);
    session?.report({ place: 'x', ...standing });
    session?.leave();
    expect(platform.kept('core.lesson_status')).toBe(status);
    expect(platform.faults).toEqual([]);
  });

  it('takes no score away when somebody goes through the lesson again', () => {
    const before = { 'cmi.core.lesson_status': 'passed', 'cmi.core.score.raw': '90' };
    const { platform, session } = begun({ before, mastery: 80 });
    session?.report({ place: 'x', score: 30, done: false });
    expect(platform.kept('core.score.raw')).toBe('90');
    session?.report({ place: 'x', score: 95, done: true });
    expect(platform.kept('core.score.raw')).toBe('95');
  });

  it('hands over where an earlier one stopped', () => {
    expect(begun({ before: { 'cmi.suspend_data': '1.3.rw' } }).session?.resumed).toBe('1.3.rw');
  });

  it('keeps the last place that is short enough', () => {
    const { platform, session } = begun();
    session?.report({ place: '1.3', done: false });
    session?.report({ place: 'x'.repeat(4097), done: false });
    expect(platform.kept('suspend_data')).toBe('1.3');
    expect(platform.faults).toEqual([]);
  });
});

describe('a platform that doesn’t take something', () => {
  it('is told it again', () => {
    const { platform, session, heard } = begun({ mastery: 50 });
    platform.feels((name) => (name === 'LMSCommit' ? 'refusing' : 'well'));
    session?.report({ place: '1.2', score: 100, done: true });
    expect(heard.at(-1)).toEqual({ call: 'LMSCommit', why: 'refused', code: '101' });
    expect(platform.kept('core.score.raw')).toBe('');
    platform.feels(() => 'well');
    session?.keep();
    expect(heard.at(-1)).toBe(null);
    expect(platform.kept('core.lesson_status')).toBe('passed');
    expect(platform.kept('core.score.raw')).toBe('100');
  });

  it('is told the status once more behind a score that it has missed', () => {
    const { platform, session, heard, sets } = begun();
    platform.feels((_, element) => (element === 'cmi.core.score.raw' ? 'throwing' : 'well'));
    session?.report({ place: '1.2', score: 100, done: true });
    expect(heard.at(-1)).toEqual({ call: 'LMSSetValue', element: 'cmi.core.score.raw', why: 'threw' });
    platform.feels(() => 'well');
    const already = sets().length;
    session?.keep();
    expect(sets().slice(already)).toEqual(['score.raw=100', 'lesson_status=completed']);
  });

  it.each(['refusing', 'throwing'] as const)('at the start is left alone: %s', (mood) => {
    const { platform, session, heard } = begun({ mood: () => mood });
    expect(session).toBe(undefined);
    expect(heard).toEqual([expect.objectContaining({ call: 'LMSInitialize' })]);
    expect(platform.calls.map(({ name }) => name)).toEqual(['LMSInitialize']);
  });

  it.each<[PlatformTrouble, RegExp]>([
    [
      { call: 'LMSInitialize', why: 'threw' },
      /^The learning platform didn’t start .*LMSInitialize broke off.*open it from the platform again\.$/,
    ],
    [
      { call: 'LMSSetValue', element: 'cmi.core.score.raw', why: 'refused', code: '405' },
      /didn’t take your score \(.*score\.raw was refused with error 405\)\. It is not lost/,
    ],
    [{ call: 'LMSCommit', why: 'refused' }, /didn’t take what you did last \(LMSCommit was refused\)/],
  ])('is told of in words: %j', (trouble, sentence) => expect(platformTrouble(trouble)).toMatch(sentence));

  it('because it need not, is not complained of', () => {
    const { session, heard } = begun({ without: ['cmi.core.score.min', 'cmi.core.score.max'] });
    session?.report({ place: '1.2', score: 100, done: true });
    expect(heard).toEqual([null, null]);
  });
});

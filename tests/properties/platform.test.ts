// What holds for every way through a lesson in a learning platform, however moody the platform is.

import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { scoreIn, timespan } from '../../src/lesson/platform/forms.ts';
import { openSession, type Standing } from '../../src/lesson/platform/session.ts';
import { type Before, type Call, strictPlatform } from '../unit/lesson/strict-platform.ts';

const standings: fc.Arbitrary<Standing> = fc.record(
  {
    place: fc.oneof(fc.stringMatching(/^[a-z0-9.-]{0,40}$/), fc.constant('x'.repeat(4097))),
    score: fc.oneof(fc.double({ min: 0, max: 100, noNaN: true }), fc.nat(100)),
    done: fc.boolean(),
  },
  { requiredKeys: ['place', 'done'] },
);

type Deed =
  | { readonly kind: 'report'; readonly standing: Standing }
  | { readonly kind: 'keep' | 'leave' }
  | { readonly kind: 'wait'; readonly span: number }
  | { readonly kind: 'mood'; readonly mood: 'well' | 'refusing' | 'throwing'; readonly of: string };

const touchy = ['LMSCommit', 'LMSFinish', 'cmi.core.score.raw', 'cmi.core.lesson_status', 'cmi.suspend_data'];
const deeds: fc.Arbitrary<readonly Deed[]> = fc.array(
  fc.oneof(
    { weight: 4, arbitrary: standings.map((standing): Deed => ({ kind: 'report', standing })) },
    { weight: 1, arbitrary: fc.constantFrom<Deed>({ kind: 'keep' }, { kind: 'leave' }) },
    { weight: 1, arbitrary: fc.integer({ min: -1000, max: 1e9 }).map((span): Deed => ({ kind: 'wait', span })) },
    {
      weight: 2,
      arbitrary: fc
        .tuple(fc.constantFrom('well', 'refusing', 'throwing'), fc.constantFrom(...touchy))
        .map(([mood, of]): Deed => ({ kind: 'mood', mood, of })),
    },
  ),
  { maxLength: 25 },
);
const befores: fc.Arbitrary<Before> = fc.record(
  {
    'cmi.core.lesson_status': fc.constantFrom(
      '',
      'not attempted',
      'browsed',
      'incomplete',
      'failed',
      'passed',
      'completed',
    ),
    'cmi.core.lesson_mode': fc.constantFrom('normal', 'normal', 'normal', 'review', 'browse', ''),
    'cmi.core.score.raw': fc.constantFrom('', '0', '40', '92.5'),
    'cmi.student_data.mastery_score': fc.constantFrom('', '50', '100', 'none'),
  },
  { requiredKeys: [] },
);

/** Does all that, and ends well with it. */
function through(before: Before, all: readonly Deed[], mastery?: number) {
  const platform = strictPlatform(before);
  let time = 0;
  const troubles: unknown[] = [];
  const ground = { now: () => time, tell: (each: unknown) => troubles.push(each) };
  const session = openSession(platform.api, { ...ground, ...(mastery !== undefined && { mastery }) });
  if (!session) throw new Error('Nothing was wrong at the start.');
  const reported: Standing[] = [];
  let over = false;
  for (const deed of all) {
    if (deed.kind === 'report') {
      session.report(deed.standing);
      if (!over) reported.push(deed.standing);
    } else if (deed.kind === 'wait') time += deed.span;
    else if (deed.kind === 'mood')
      platform.feels((name, element) => ([name, element].includes(deed.of) ? deed.mood : 'well'));
    else {
      session[deed.kind]();
      over ||= deed.kind === 'leave';
    }
  }
  const early = over;
  platform.feels(() => 'well');
  session.leave();
  return { platform, reported, early, troubles };
}

const names = (calls: readonly Call[]): readonly string[] => calls.map(({ name }) => name);
const ended = (status: string | undefined): boolean => ['passed', 'failed', 'completed'].includes(status ?? '');
const before4 = fc.tuple(befores, deeds, fc.option(fc.nat(100), { nil: undefined }));

describe('every way through a lesson', () => {
  it('is opened once at first and ended once at last, and says nothing that the standard forbids', () => {
    fc.assert(
      fc.property(before4, ([before, all, mastery]) => {
        const { platform } = through(before, all, mastery);
        expect(platform.faults).toEqual([]);
        const called = names(platform.calls);
        expect(called[0]).toBe('LMSInitialize');
        expect(called.at(-1)).toBe('LMSFinish');
        for (const once of ['LMSInitialize', 'LMSFinish'])
          expect(called.filter((name) => name === once)).toHaveLength(1);
        // What was set is kept before it ends.
        expect(called.at(-2)).toBe('LMSCommit');
      }),
    );
  });

  it('begins as incomplete, unless it has been ended before', () => {
    fc.assert(
      fc.property(before4, ([before, all, mastery]) => {
        const { platform } = through(before, all, mastery);
        const statuses = platform.calls.filter(
          ({ name, element }) => name === 'LMSSetValue' && element === 'cmi.core.lesson_status',
        );
        if (['', 'not attempted', 'browsed', undefined].includes(before['cmi.core.lesson_status']) && counts(before))
          expect(platform.calls.find(({ name }) => name === 'LMSSetValue')).toBe(statuses[0]);
        if (!counts(before)) expect(statuses).toEqual([]);
      }),
    );
  });

  it('tells each score before the status that goes with it, and never one after it', () => {
    fc.assert(
      fc.property(before4, ([before, all, mastery]) => {
        const { platform } = through(before, all, mastery);
        let open = false;
        for (const { name, element } of platform.calls) {
          if (element === 'cmi.core.score.raw' && name === 'LMSSetValue') open = true;
          if (element === 'cmi.core.lesson_status') open = false;
          if (name === 'LMSCommit') expect(open).toBe(false);
        }
      }),
    );
  });

  it('is never ended by being closed, but by who has worked through it', () => {
    fc.assert(
      fc.property(before4, ([before, all, mastery]) => {
        const { platform, reported } = through(before, all, mastery);
        const some = reported.some(({ done }) => done);
        if (!some && !ended(before['cmi.core.lesson_status']))
          expect(ended(platform.kept('core.lesson_status'))).toBe(false);
        if (['passed', 'completed'].includes(before['cmi.core.lesson_status'] ?? ''))
          expect(platform.kept('core.lesson_status')).toBe(before['cmi.core.lesson_status']);
      }),
    );
  });

  it('is all there in the end, whatever the platform refused in between', () => {
    fc.assert(
      fc.property(before4, ([before, all, mastery]) => {
        const { platform, reported, early } = through(before, all, mastery);
        if (early) return;
        const short = reported.filter(({ place }) => place.length <= 4096);
        if (short.length > 0) expect(platform.kept('suspend_data')).toBe(short.at(-1)?.place);
        if (!counts(before) || ended(before['cmi.core.lesson_status'])) return;
        const first = reported.find(({ done }) => done);
        const least = scoreIn(before['cmi.student_data.mastery_score'] ?? '') ?? mastery;
        if (first && (first.score === undefined || least === undefined))
          expect(platform.kept('core.lesson_status')).toBe('completed');
        else if (first) expect(['passed', 'failed', 'completed']).toContain(platform.kept('core.lesson_status'));
        const scored = reported.filter(({ score }) => score !== undefined);
        if (!first && scored.length > 0)
          expect(Number(platform.kept('core.score.raw'))).toBeCloseTo(scored.at(-1)?.score ?? 0, 2);
      }),
    );
  });

  it('takes as long as it took', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 1e7 }), { maxLength: 8 }), (spans) => {
        const waits = spans.map((span): Deed => ({ kind: 'wait', span }));
        const { platform } = through({}, waits);
        expect(platform.kept('core.session_time')).toBe(timespan(spans.reduce((sum, span) => sum + span, 0)));
      }),
    );
  });
});

function counts(before: Before): boolean {
  return !['browse', 'review'].includes(before['cmi.core.lesson_mode'] ?? '');
}

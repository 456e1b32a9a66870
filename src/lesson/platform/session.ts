// A lesson that is worked through in a learning platform: what is told to it, in the order in which real ones count it, each thing until it is
// taken. SCORM 1.2, “The SCORM Run-Time Environment”, 3.2 to 3.4. It must not know what is taught, nor where the platform was found.

import type { PlatformTrouble } from '../../words/platforms.ts';
import type { PlatformApi } from './api.ts';
import { decimal, scoreIn, timespan } from './forms.ts';

/** How far somebody has come. */
export interface Standing {
  /** What resumes the lesson where it stands, at most 4096 characters; what this page makes is plain ASCII. */
  readonly place: string;
  /** From 0 to 100; undefined as long as nothing is scored. */
  readonly score?: number;
  /** Whether all of it has been worked through. */
  readonly done: boolean;
}

/** What a session stands on. */
export interface Ground {
  /** In ms, from any moment on. */
  readonly now: () => number;
  /** The score from which on a lesson is passed, where the platform names none; undefined: whoever is through has completed it. */
  readonly mastery?: number;
  /** Hears what the platform didn't do, and null when it has taken everything again. */
  readonly tell: (trouble: PlatformTrouble | null) => void;
}

/** One time that somebody opens the lesson in a platform. */
export interface Session {
  /** The place of the last report, in whatever session; empty where there is none. */
  readonly resumed: string;
  /** Tells the platform where somebody stands. What it doesn't take is told again with the next report. */
  report(standing: Standing): void;
  /** Tells again what has not been taken yet, with the time up to now; to be called when the page may soon be gone. */
  keep(): void;
  /** Ends the session: what was reported stands, and nothing more is told. */
  leave(): void;
}

/** In this order: platforms that look at the status alone, look at the score in that moment. */
const order = [
  'cmi.core.score.min',
  'cmi.core.score.max',
  'cmi.core.score.raw',
  'cmi.suspend_data',
  'cmi.core.lesson_status',
  'cmi.core.session_time',
  'cmi.core.exit',
] as const;
type Element = (typeof order)[number];
const status = 'cmi.core.lesson_status';
const score = 'cmi.core.score.raw';

/** What a platform need not have: where it has none, nobody misses them. */
const spare: readonly string[] = ['cmi.core.score.min', 'cmi.core.score.max'];
/** Its number for that. */
const notImplemented = '401';

/** Of `cmi.suspend_data`, in characters. */
const longest = 4096;

/** Opens a session. @returns undefined when the platform doesn't begin one: `tell` has heard why */
export function openSession(api: PlatformApi, { now, mastery, tell }: Ground): Session | undefined {
  const begun = now();
  const platform = callsOf(api);
  const refused = platform.call('LMSInitialize');
  if (refused) {
    tell(refused);
    return undefined;
  }
  const before = platform.value(status);
  const resumed = platform.value('cmi.suspend_data');
  const counts = !['browse', 'review'].includes(platform.value('cmi.core.lesson_mode'));
  const least = scoreIn(platform.value('cmi.student_data.mastery_score')) ?? mastery;
  const taken = new Map<Element, string>([
    [status, before],
    [score, platform.value(score)],
  ]);
  const wanted = new Map<Element, string>();
  const latest = (element: Element): string => wanted.get(element) ?? taken.get(element) ?? '';
  const differs = (element: Element): boolean => wanted.has(element) && wanted.get(element) !== taken.get(element);
  let over = false;

  /** Everything that is wanted and has not been taken, and then a commit: only that makes it last. */
  const tellAll = (): void => {
    wanted.set('cmi.core.session_time', timespan(now() - begun));
    wanted.set('cmi.core.exit', 'suspend');
    // A score that comes after its status counts for nothing in some platforms.
    const open = order.filter((element) => differs(element) || (element === status && differs(score)));
    const told = open.map((element) => ({ element, trouble: platform.call('LMSSetValue', element, latest(element)) }));
    const unkept = platform.call('LMSCommit');
    const done = unkept ? [] : told.filter(({ trouble }) => !trouble);
    for (const { element } of done) taken.set(element, latest(element));
    const missed = told.find(
      ({ element, trouble }) => trouble && !(spare.includes(element) && trouble.code === notImplemented),
    );
    tell(missed?.trouble ?? unkept ?? null);
  };
  const report = (standing: Standing): void => {
    if (over) return;
    if (standing.place.length <= longest) wanted.set('cmi.suspend_data', standing.place);
    if (counts) count(standing);
    tellAll();
  };
  /** Of what somebody has reached nothing is taken away because they go through it again. */
  const count = (standing: Standing): void => {
    const ended = rank(latest(status)) > 0;
    if (standing.score !== undefined && !(ended && standing.score < Number(latest(score)))) {
      wanted.set('cmi.core.score.min', '0');
      wanted.set('cmi.core.score.max', '100');
      wanted.set(score, decimal(standing.score));
    }
    const next = statusOf(standing, least);
    if (rank(latest(status)) < 2 && rank(next) >= rank(latest(status))) wanted.set(status, next);
  };
  const keep = (): void => {
    if (!over) tellAll();
  };
  const leave = (): void => {
    if (over) return;
    tellAll();
    over = true;
    const trouble = platform.call('LMSFinish');
    if (trouble) tell(trouble);
  };
  // Before anything else: of what never said so, some platforms say in the end that it is completed.
  if (counts && rank(before) === 0) wanted.set(status, 'incomplete');
  tellAll();
  return { resumed, report, keep, leave };
}

function statusOf({ score: reached, done }: Standing, least: number | undefined): string {
  if (!done) return 'incomplete';
  if (reached === undefined || least === undefined) return 'completed';
  return reached >= least ? 'passed' : 'failed';
}

/** How far a status is: on the way, ended, or ended well. */
function rank(name: string): 0 | 1 | 2 {
  if (['passed', 'completed'].includes(name)) return 2;
  return name === 'failed' ? 1 : 0;
}

/** Calls a platform, which may refuse, or break off with anything. */
function callsOf(api: PlatformApi) {
  const error = (): Pick<PlatformTrouble, 'code'> => {
    try {
      const code = String(api.LMSGetLastError?.() ?? '');
      return /^[1-9]\d*$/.test(code) ? { code } : {};
    } catch {
      return {};
    }
  };
  return {
    /** What went wrong, if anything did. */
    call(call: PlatformTrouble['call'], element = '', value = ''): PlatformTrouble | undefined {
      const named = { call, ...(element !== '' && { element }) };
      try {
        const answer = call === 'LMSSetValue' ? api.LMSSetValue(element, value) : api[call]('');
        return String(answer) === 'true' ? undefined : { ...named, why: 'refused', ...error() };
      } catch {
        return { ...named, why: 'threw' };
      }
    },
    /** What it knows, or nothing. */
    value(element: string): string {
      try {
        return String(api.LMSGetValue(element) ?? '');
      } catch {
        return '';
      }
    },
  };
}

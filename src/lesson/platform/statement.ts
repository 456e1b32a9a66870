// What happens in a lesson as xAPI has it, but for who did it and when: that is known to whoever hears of it. No key, no certificate, no answer
// stands in it, only whether one was right. It must not know how it is sent.

import { fromText, toHex } from '../../bytes/index.ts';
import { sha256 } from '../../crypto/index.ts';
import { type Lesson, lettersOf } from '../format/index.ts';
import { isDone, type Progress, scoreOf } from '../progress/index.ts';

/** What happens: somebody begins, answers the question of a part, or is through. */
type Happening =
  | { readonly verb: 'attempted' }
  /** @param part its place, from 0 */
  | { readonly verb: 'answered'; readonly part: number; readonly right: boolean }
  /** @param score from 0 to 100; left out where nothing is asked */
  | { readonly verb: 'completed'; readonly score?: number };

/** A statement without `actor` and `timestamp`. */
export interface Statement {
  readonly verb: { readonly id: string; readonly display: Words };
  readonly object: {
    readonly objectType: 'Activity';
    readonly id: string;
    readonly definition: { readonly type: string; readonly name: Words };
  };
  readonly result?: {
    readonly completion?: boolean;
    readonly success?: boolean;
    readonly score?: { readonly scaled: number; readonly raw: number; readonly min: 0; readonly max: 100 };
  };
  readonly context?: { readonly contextActivities: { readonly parent: readonly { readonly id: string }[] } };
}

/** By language. */
type Words = Readonly<Record<string, string>>;

const vocabulary = 'http://adlnet.gov/expapi';

/** A lesson, and the text that it was read from. */
export interface Taught {
  readonly text: string;
  readonly lesson: Lesson;
}

/** That somebody begins a lesson. */
export function attempted(taught: Taught): Statement {
  return statementOf(taught, { verb: 'attempted' });
}

/** What has happened between two moments. What was passed over is no answer. */
export function statementsBetween(taught: Taught, before: Progress, now: Progress): readonly Statement[] {
  const { lesson } = taught;
  const answers = Object.entries(now.answers).filter(([part, right]) => right !== null && !(part in before.answers));
  const happenings = answers.map(
    ([part, right]): Happening => ({ verb: 'answered', part: Number(part), right: right === true }),
  );
  if (isDone(lesson, now) && !isDone(lesson, before)) {
    const { right, asked } = scoreOf(lesson, now);
    happenings.push({ verb: 'completed', ...(asked > 0 && { score: (100 * right) / asked }) });
  }
  return happenings.map((happening) => statementOf(taught, happening));
}

function statementOf({ text, lesson }: Taught, happening: Happening): Statement {
  const { verb } = happening;
  const said = { id: `${vocabulary}/verbs/${verb}`, display: { en: verb } };
  // The same wherever the lesson is shown.
  const id = `urn:countersign:lesson:${toHex(sha256.digest(fromText(text))).slice(0, 16)}`;
  const object = activity(id, 'lesson', lesson.title);
  if (verb === 'attempted') return { verb: said, object };
  if (verb === 'answered') {
    const question = activity(`${id}:${happening.part + 1}`, 'question', lesson.parts[happening.part]?.title ?? '');
    return {
      verb: said,
      object: question,
      result: { success: happening.right },
      context: { contextActivities: { parent: [{ id }] } },
    };
  }
  const { score } = happening;
  const scored = score !== undefined && {
    score: { scaled: round(score / 100), raw: round(score), min: 0, max: 100 } as const,
  };
  return { verb: said, object, result: { completion: true, ...scored } };
}

function activity(id: string, type: 'lesson' | 'question', title: string): Statement['object'] {
  const name = { en: lettersOf(title) };
  return { objectType: 'Activity', id, definition: { type: `${vocabulary}/activities/${type}`, name } };
}

/** To four decimals: enough for any lesson, and no tail of digits. */
function round(value: number): number {
  return Math.round(value * 1e4) / 1e4;
}

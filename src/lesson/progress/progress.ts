// How far somebody is in a lesson, and what their answers count: the first try at each question. Pure. It must not know where it is kept.

import type { Lesson } from '../format/index.ts';

export interface Progress {
  /** The place of the part that is shown; behind the last one stands the end of the lesson. */
  readonly at: number;
  /** The furthest that was ever shown. */
  readonly reached: number;
  /** By the place of its part: whether the first try was the right one; null: it was passed over. */
  readonly answers: Readonly<Record<number, boolean | null>>;
}

/** Of somebody who has just begun. */
export const beginning: Progress = { at: 0, reached: 0, answers: {} };

/** Goes to a part, or to the end. */
export function movedTo(progress: Progress, at: number): Progress {
  return { ...progress, at, reached: Math.max(progress.reached, at) };
}

/** Takes an answer down. Only the first one counts. @param right null: the question was passed over */
export function answered(progress: Progress, part: number, right: boolean | null): Progress {
  if (Object.hasOwn(progress.answers, part)) return progress;
  return { ...progress, answers: { ...progress.answers, [part]: right } };
}

export interface Score {
  readonly right: number;
  /** How many questions the lesson has. */
  readonly asked: number;
  /** The places of the parts whose question was not answered right at first; what was passed over is among them. */
  readonly missed: readonly number[];
}

/** What came of a lesson by now. */
export function scoreOf({ parts }: Pick<Lesson, 'parts'>, { answers }: Progress): Score {
  const asked = parts.flatMap(({ question }, part) => (question ? [part] : []));
  const right = asked.filter((part) => answers[part] === true).length;
  return { right, asked: asked.length, missed: asked.filter((part) => answers[part] !== true) };
}

/** Whether somebody has been through all of it. */
export function isDone({ parts }: Pick<Lesson, 'parts'>, { reached }: Progress): boolean {
  return reached >= parts.length;
}

/** A progress as a short text of plain ASCII: `2.4.1y3n`. */
export function progressText({ at, reached, answers }: Progress): string {
  const said = Object.entries(answers).map(([part, right]) => `${part}${right === null ? '-' : right ? 'y' : 'n'}`);
  return `${at}.${reached}.${said.join('')}`;
}

/** The progress of such a text, as far as the lesson has such parts; undefined for any other text. */
export function progressIn(text: string, { parts }: Pick<Lesson, 'parts'>): Progress | undefined {
  const [, at, reached, said = ''] = /^(\d{1,4})\.(\d{1,4})\.((?:\d{1,4}[yn-])*)$/.exec(text) ?? [];
  if (at === undefined) return undefined;
  const within = (place: string | undefined): number => Math.min(Number(place), parts.length);
  const answers = [...said.matchAll(/(\d+)([yn-])/g)].flatMap(([, part, sign]) =>
    parts[Number(part)]?.question ? [[Number(part), sign === '-' ? null : sign === 'y'] as const] : [],
  );
  return { at: within(at), reached: within(reached), answers: Object.fromEntries(answers) };
}

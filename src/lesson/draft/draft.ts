// A lesson while somebody makes it: parts that come, go and change places, and what is still wrong with each. Pure. It must not know where it is
// kept, nor how it is shown.

import type { LessonCause } from '../../words/lessons/index.ts';
import {
  blocksOf,
  type Facts,
  type Lesson,
  type Part,
  type Question,
  readLesson,
  writeLesson,
} from '../format/index.ts';

/** A part that stays itself wherever it goes. */
export interface DraftPart extends Part {
  readonly id: number;
}

export interface Draft {
  readonly title: string;
  readonly facts: Facts;
  readonly parts: readonly DraftPart[];
}

export const emptyDraft: Draft = { title: '', facts: {}, parts: [] };

/** A lesson that was read, to go on with. */
export function draftOf({ title, facts, parts }: Lesson): Draft {
  return { title, facts, parts: parts.map((part, id) => ({ ...part, id })) };
}

/** With one more part at the end, about a moment. */
export function withMoment(draft: Draft, link: string): Draft {
  const id = Math.max(-1, ...draft.parts.map((part) => part.id)) + 1;
  return { ...draft, parts: [...draft.parts, { id, title: '', link, words: '', notes: '' }] };
}

/** With something of a part changed. */
export function withPart(draft: Draft, id: number, change: Partial<Part>): Draft {
  return { ...draft, parts: draft.parts.map((part) => (part.id === id ? { ...part, ...change } : part)) };
}

/** With a part so many places further on; the first and the last stay where they are. */
export function moved(draft: Draft, id: number, by: 1 | -1): Draft {
  const from = draft.parts.findIndex((part) => part.id === id);
  const [part, other] = [draft.parts[from], draft.parts[from + by]];
  if (!part || !other) return draft;
  const parts = draft.parts.map((each) => (each === part ? other : each === other ? part : each));
  return { ...draft, parts };
}

/** Without a part. */
export function withoutPart(draft: Draft, id: number): Draft {
  return { ...draft, parts: draft.parts.filter((part) => part.id !== id) };
}

/** The lesson as it stands, without empty ends of lines that nobody sees. */
export function lessonOf({ title, facts, parts }: Draft): Lesson {
  return {
    title: oneLine(title),
    facts: inOrder(facts),
    parts: parts.map(({ title: name, link, words, notes, question }) => ({
      title: oneLine(name),
      link,
      words: tidy(words),
      notes: tidy(notes),
      ...(question && { question: tidyQuestion(question) }),
    })),
  };
}

function inOrder({ about = '', by, minutes }: Facts): Facts {
  const line = oneLine(about);
  return { ...(line !== '' && { about: line }), ...(by && { by }), ...(minutes && { minutes }) };
}

/** The text of a draft, as it is saved. */
export function draftText(draft: Draft): string {
  return writeLesson(lessonOf(draft));
}

/** What is wrong with a draft: in the part of that id, or with the whole. */
export interface DraftFlaw {
  readonly part?: number;
  readonly cause: LessonCause;
}

/** All that keeps a draft from being a lesson, each cause once for each part. */
export function flawsOf(draft: Draft): readonly DraftFlaw[] {
  const lesson = lessonOf(draft);
  const read = readLesson(writeLesson(lesson));
  // What somebody writes may look like the frame of a lesson, and make another one of it.
  if (read.ok) return shapeOf(read.lesson) === shapeOf(lesson) ? [] : [{ cause: { what: 'frame' } }];
  const ends = lesson.parts.map((_, at) => lines(writeLesson({ ...lesson, parts: lesson.parts.slice(0, at) })));
  const flaws = read.flaws.map(({ line, cause }): DraftFlaw => {
    const part = draft.parts[ends.filter((end) => line > end).length - 1]?.id;
    return { ...(part !== undefined && { part }), cause };
  });
  const told = new Map(flaws.map((flaw) => [JSON.stringify(flaw), flaw]));
  return [...told.values()];
}

/** What a reader gets to see of a lesson: it is the same however its lines are indented. */
function shapeOf({ title, facts, parts }: Lesson): string {
  const seen = parts.map(({ title: name, link, words, notes, question }) => {
    const why = question?.kind === 'choice' ? blocksOf(question.why) : [];
    return [name, link, blocksOf(words), blocksOf(notes), { ...question, why }];
  });
  return JSON.stringify([title, facts, seen]);
}

/** What was kept of a draft; undefined for anything else. */
export function draftIn(kept: string): Draft | undefined {
  try {
    const { title, facts, parts } = JSON.parse(kept) as Draft;
    const whole = typeof title === 'string' && typeof facts === 'object' && parts.every(isPart);
    return whole ? { title, facts, parts } : undefined;
  } catch {
    return undefined;
  }
}

function isPart({ id, title, link, words, notes, question }: DraftPart): boolean {
  const texts = [title, link, words, notes].every((text) => typeof text === 'string');
  const asks =
    question === undefined ||
    question.kind === 'predict' ||
    (typeof question.asks === 'string' && typeof question.why === 'string' && Array.isArray(question.choices));
  return Number.isSafeInteger(id) && texts && asks;
}

function tidyQuestion(question: Question): Question {
  if (question.kind === 'predict') return question;
  const { asks, choices, why } = question;
  return {
    kind: 'choice',
    asks: oneLine(asks),
    choices: choices.map(({ text, right }) => ({ text: oneLine(text), right })),
    why: tidy(why),
  };
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

function tidy(text: string): string {
  return text
    .replace(/\r\n?/g, '\n')
    .replace(/[ \t]+$/gm, '')
    .replace(/\n{3,}/g, '\n\n')
    .replace(/^\n+|\n+$/g, '');
}

function lines(text: string): number {
  return text.trimEnd().split('\n').length;
}

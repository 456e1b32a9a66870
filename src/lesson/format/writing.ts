// Writes a lesson as its author would: read again, it is the same. It must not know how lessons are read.

import { writeFacts } from './facts.ts';
import type { Lesson, Part } from './lesson.ts';
import { writeQuestion } from './question.ts';

/** The text of a lesson. */
export function writeLesson({ title, facts, parts }: Lesson): string {
  return `${joined(`# ${title}`, writeFacts(facts), ...parts.map(writePart))}\n`;
}

function writePart({ title, link, words, notes, question }: Part): string {
  return joined(`## ${title}`, link, words, quoted(notes), question ? writeQuestion(question) : '');
}

function quoted(notes: string): string {
  return notes === '' ? '' : notes.replace(/^(?=.)/gm, '> ').replace(/^$/gm, '>');
}

function joined(...blocks: readonly string[]): string {
  return blocks.filter((block) => block !== '').join('\n\n');
}

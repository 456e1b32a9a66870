// Reads a lesson: a title and facts, then parts, each with a heading, an address, words, notes and at most one question. What is wrong is
// told with its line, and what can be read is read all the same, so that its author can go on with it. It must not know where texts are from.

import type { Blockquote, Heading, RootContent } from 'mdast';
import { fromText } from '../../bytes/index.ts';
import type { LessonFlaw } from '../../words/lessons/index.ts';
import { addressIn } from './address.ts';
import { readFacts } from './facts.ts';
import type { Lesson, Part } from './lesson.ts';
import { checkProse } from './prose.ts';
import { readQuestion } from './question.ts';
import { type Source, sourceOfText } from './source.ts';

/** So many bytes can a lesson have. */
export const mostBytes = 200_000;
const mostLines = 4000;

export type Reading =
  | { readonly ok: true; readonly lesson: Lesson }
  /** What is wrong, by lines, at least one; and what could be read, for whoever mends it. */
  | { readonly ok: false; readonly flaws: readonly LessonFlaw[]; readonly draft: Lesson };

/** The lesson of a text. */
export function readLesson(text: string): Reading {
  const plain = text.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n');
  const excess = excessOf(plain);
  if (excess) return { ok: false, flaws: [excess], draft: { title: '', facts: {}, parts: [] } };
  const source = sourceOfText(plain);
  const lesson = lessonOf(source);
  const flaws = source.flaws.sort((a, b) => a.line - b.line);
  return flaws.length > 0 ? { ok: false, flaws, draft: lesson } : { ok: true, lesson };
}

/** What somebody would have to wait for too long. */
function excessOf(text: string): LessonFlaw | undefined {
  const size = text.length > mostBytes ? text.length : fromText(text).length;
  if (size > mostBytes) return { line: 1, cause: { what: 'too large', size, most: mostBytes } };
  const lines = text.split('\n');
  if (lines.length > mostLines)
    return { line: mostLines + 1, cause: { what: 'too many lines', count: lines.length, most: mostLines } };
  const nested = lines.findIndex((line) => tooDeep.test(line));
  return nested < 0 ? undefined : { line: nested + 1, cause: { what: 'too deep' } };
}

/** Nine lists or quotations inside each other. */
const tooDeep = /^\s*((>|[-*+]|\d{1,9}[.)])[ \t]*){9}(?![-*_ \t]*$)|^ {100,}\S/;

function lessonOf(source: Source): Lesson {
  const [top, ...parts] = dividedAt(2, source.blocks);
  const lesson = { ...readTop(top?.blocks ?? [], source), parts: parts.map((part) => readPart(part, source)) };
  if (parts.length === 0) source.complain({ what: 'no part' }, source.blocks.at(-1));
  return lesson;
}

function readTop(blocks: readonly RootContent[], source: Source): Pick<Lesson, 'title' | 'facts'> {
  const [first, ...rest] = blocks;
  const named = first !== undefined && isHeading(first, 1);
  const title = named ? titleOf(first, source) : '';
  if (title === '') source.complain({ what: 'no title' }, first);
  if (named) checkProse(first.children, source);
  const [list, ...others] = named ? rest : blocks;
  const stray = list?.type === 'list' ? others : list ? [list, ...others] : [];
  for (const block of stray)
    source.complain({ what: isHeading(block, 1) ? 'second title' : 'before the first part' }, block);
  return { title, facts: list?.type === 'list' ? readFacts(list, source) : {} };
}

/** A heading, and what stands below it. */
interface Section {
  readonly heading?: Heading;
  readonly blocks: readonly RootContent[];
}

/** What stands before the first heading of a depth, and then what stands below each. */
function dividedAt(depth: 2 | 3, blocks: readonly RootContent[]): readonly Section[] {
  const sections: { heading?: Heading; blocks: RootContent[] }[] = [{ blocks: [] }];
  for (const block of blocks) {
    if (isHeading(block, depth)) sections.push({ heading: block, blocks: [] });
    else sections.at(-1)?.blocks.push(block);
  }
  return sections;
}

function readPart({ heading, blocks }: Section, source: Source): Part {
  const title = heading ? titleOf(heading, source) : '';
  if (title === '') source.complain({ what: 'nameless part' }, heading);
  checkProse(heading?.children ?? [], source);
  for (const block of blocks) if (isHeading(block, 1)) source.complain({ what: 'second title' }, block);
  const quotes = blocks.filter((block) => block.type === 'blockquote');
  const others = blocks.filter((block) => block.type !== 'blockquote' && !isHeading(block, 1));
  const [told, question, second] = dividedAt(3, others);
  if (second?.heading) source.complain({ what: 'second question' }, second.heading);
  return {
    title,
    ...readMoment(told?.blocks ?? [], heading, source),
    notes: readNotes(quotes, source),
    ...(question?.heading && { question: readQuestion(question.heading, question.blocks, source) }),
  };
}

/** The address, and the words below it. */
function readMoment(
  blocks: readonly RootContent[],
  heading: Heading | undefined,
  source: Source,
): Pick<Part, 'link' | 'words'> {
  const [first, ...rest] = blocks;
  const link = first && addressIn(first, source.lines([first]));
  if (link === undefined) source.complain({ what: 'no address' }, heading);
  const words = link === undefined ? blocks : rest;
  for (const block of words)
    if (addressIn(block, source.lines([block])) !== undefined) source.complain({ what: 'second address' }, block);
  checkProse(words, source);
  return { link: link ?? '', words: together(words, source) };
}

/** Words between which notes stood come together. */
function together(blocks: readonly RootContent[], source: Source): string {
  return blocks.map((block) => source.lines([block])).join('\n\n');
}

/** What stands before each line of a quotation. */
const sign = /^ {0,3}> ?/;

function readNotes([first, second]: readonly Blockquote[], source: Source): string {
  if (!first) return '';
  if (second) source.complain({ what: 'second notes' }, second);
  checkProse(first.children, source);
  const written = source.lines([first]).split('\n');
  if (!written.every((line) => sign.test(line))) source.complain({ what: 'loose notes' }, first);
  return written
    .map((line) => line.replace(sign, ''))
    .join('\n')
    .replace(/^\s*\n|\s+$/g, '');
}

/** The words of a heading. Signs at the end of one that is underlined would be none of them in one that isn’t. */
function titleOf(heading: Heading, { oneLine }: Source): string {
  return oneLine(heading).replace(/(^|\s)(#+)$/, '$1\\$2');
}

function isHeading(block: RootContent, depth: number): block is Heading {
  return block.type === 'heading' && block.depth === depth;
}

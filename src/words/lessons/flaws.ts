// What is said of the text of a lesson that can’t be used as it stands: what is wrong, and what to do. It must not know how lessons are read.

import { type Sentences, told } from '../causes/telling.ts';
import { counted, listed, number } from '../grammar.ts';

/** What is wrong with the text of a lesson, by name and with its values. */
export type LessonCause =
  | { readonly what: 'too large'; readonly size: number; readonly most: number }
  | { readonly what: 'too many lines'; readonly count: number; readonly most: number }
  | {
      readonly what:
        | 'too deep'
        | 'frame'
        | 'no title'
        | 'second title'
        | 'no part'
        | 'nameless part'
        | 'before the first part'
        | 'no address'
        | 'second address'
        | 'second notes'
        | 'second question'
        | 'nameless question'
        | 'after predict'
        | 'no choices'
        | 'choice without box'
        | 'long choice'
        | 'no why'
        | 'deep heading'
        | 'markup'
        | 'image'
        | 'rule'
        | 'quote inside'
        | 'definition'
        | 'open code'
        | 'indented code'
        | 'loose notes';
    }
  | { readonly what: 'right choices' | 'few choices'; readonly count: number }
  | { readonly what: 'unknown fact'; readonly name: string; readonly known: readonly string[] }
  | { readonly what: 'second fact'; readonly name: string }
  | { readonly what: 'unread fact'; readonly name: string; readonly text: string }
  | { readonly what: 'unknown kind'; readonly text: string; readonly known: readonly string[] }
  | { readonly what: 'link'; readonly text: string }
  /** What is wrong with the address of a part, in sentences. */
  | { readonly what: 'address'; readonly sentences: readonly string[] };

/** A cause, and the line on which it stands; lines count from 1. */
export interface LessonFlaw {
  readonly line: number;
  readonly cause: LessonCause;
}

/** One line for one flaw: where it is, what is wrong, and what to do. */
export function flawSentence({ line, cause }: LessonFlaw): string {
  return `Line ${number(line)}: ${causeSentence(cause)}`;
}

/** What is wrong, and what to do. */
export function causeSentence(cause: LessonCause): string {
  return told(causes, cause);
}

const causes: Sentences<LessonCause> = {
  'too large': ({ size, most }) =>
    `This text has ${counted(size, 'byte')}, and a lesson has at most ${number(most)}. Make two lessons of it.`,
  'too many lines': ({ count, most }) =>
    `This text has ${counted(count, 'line')}, and a lesson has at most ${number(most)}. Make two lessons of it.`,
  'too deep': () =>
    'This stands inside too many lists or quotations. Take some of the signs or spaces at its beginning away.',
  // the frame
  frame: () =>
    'Some lines of this lesson would be read as headings, notes or choices when it is opened again. Look for lines that begin with “#”, “>” or “- [”.',
  'no title': () => 'A lesson begins with its title. Put one on the first line: “# ” and some words.',
  'second title': () => 'This is a second title (“# ”). Make it the heading of a part, with “## ”.',
  'no part': () => 'There is no part. Begin one with a heading: “## ” and some words.',
  'nameless part': () => 'This part has no name. Put some words behind “## ”.',
  'before the first part': () =>
    'Between the title and the first part stand only facts, such as “- Minutes: 15”. Put this below the heading of a part.',
  'deep heading': () => 'A part has no headings but that of its question (“### ”). Make this a paragraph.',
  // facts
  'unknown fact': ({ name, known }) => `“${name}” is no fact that a lesson has. It can have ${listed(known)}.`,
  'second fact': ({ name }) => `“${name}” stands here a second time. Take one of the two away.`,
  'unread fact': ({ name, text }) =>
    name === 'Minutes'
      ? `“${text}” is no number of minutes. Write a whole number from 1 to 999.`
      : `“${text}” can’t be read. Write a name, a colon and some words, such as “- ${name}: …”.`,
  // the moment
  'no address': () =>
    'This part doesn’t say which moment it is about. Put an address of this page below the heading, on a line of its own with empty lines around it, such as “#1?step=4”.',
  'second address': () => 'A part is about one moment, and this is a second address. Begin another part with it.',
  address: ({ sentences }) => sentences.join(' '),
  'second notes': () => 'The notes of this part stand in two places. Put all of them into one quotation (“> ”).',
  'loose notes': () => 'A line of the notes has no “>” in front. Begin each with “> ”.',
  // the question
  'second question': () => 'A part has at most one question. Begin another part with this one.',
  'nameless question': () => 'This question asks nothing. Put it behind “### ”.',
  'unknown kind': ({ text, known }) =>
    `There is no question of the kind “${text}”. Behind “Predict:” can stand ${listed(known, 'or')}; without it the page chooses.`,
  'after predict': () =>
    'The page makes this question and its answers by itself: nothing can follow it. Put this above “### Predict”.',
  'no choices': () =>
    'A question needs a list of choices right below it, such as “- [x] Yes” and “- [ ] No”; or write “### Predict”, and the page asks.',
  'choice without box': () => 'Each choice begins with a box: “- [x] ” for the right one, “- [ ] ” for the others.',
  'long choice': () => 'A choice is one paragraph. Put what explains it below the list.',
  'few choices': () => 'A question has at least two choices. Add one: “- [ ] ” and some words.',
  'right choices': ({ count }) =>
    count === 0
      ? 'None of these choices is the right one. Mark it with an x: “- [x] ”.'
      : `Of these choices ${number(count)} are marked as right. Leave one “[x]”, and make “[ ]” of the others.`,
  'no why': () => 'Nothing says why the answer is right. Put that below the choices.',
  // the words
  markup: () => 'This looks like HTML, which no lesson can have. Write it as code, between backticks, or without “<”.',
  image: () => 'A lesson has no pictures of its own: it shows the page’s. Write what is to be seen, or link to it.',
  rule: () => 'A line of dashes means nothing here. Take it away: parts are told apart by their headings.',
  'quote inside': () => 'Quotations are notes, and stand by themselves at the margin. Take the “>” away.',
  definition: () => 'Addresses of links stand where the link is: “[words](https://…)”.',
  'open code': () => 'This block of code has no end. Close it with a line like its first: three backticks.',
  'indented code': () =>
    'Lines that begin with four spaces are code elsewhere. Put code between two lines of three backticks, or take the spaces away.',
  link: ({ text }) =>
    `This link leads to “${text}”. Links can lead to https:// or http:// addresses, or to a moment of this page (“#1…”).`,
};

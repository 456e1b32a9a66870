// What is said of a link: why it can't be followed, or what of it is left out. Apart from other causes, because most links need none of it.
// It must not know how links are read.

import type { FromLink, LinkFlaw, Possible, Strange } from '../lab/index.ts';
import { hurdleSentence } from './causes/index.ts';
import { type Sentences, told } from './causes/telling.ts';
import { listed } from './grammar.ts';

/** What is wrong with a link, or left out of it, and where the reader is instead; undefined when it is followed as it stands. */
export function linkSentence(read: FromLink): string | undefined {
  if (!read.ok) return `${told(flaws, read.flaw)} Here is the handshake as it usually starts.`;
  const some = [...wrongWithLink(read)];
  if (some.length > 0) some.push('Here is the rest of what it says.');
  if (read.own) some.unshift(ownLeftOut);
  return some.length > 0 ? some.join(' ') : undefined;
}

/** What is wrong with a link, or left out of it: some sentences; none when all of it can be heeded. */
export function wrongWithLink(read: FromLink): readonly string[] {
  if (!read.ok) return [told(flaws, read.flaw)];
  const { flaws: wrong = [], leftOut } = read;
  const some = wrong.slice(0, named).map((flaw) => told(flaws, flaw));
  if (wrong.length > named) some.push('There is more of the kind.');
  return leftOut ? [...some, ...leftOutSentences(leftOut)] : some;
}

const ownLeftOut =
  'This link was made while somebody’s own certificates were in use. They are in no link: here is the same with those of the demo.';

const flaws: Sentences<LinkFlaw> = {
  // as a text
  'too long': (v) => `This link ${tooLong(v)} Part of it must be something else.`,
  'too long escaped': (v) => `Escaped as it should be, this link ${tooLong(v)}`,
  'another form': ({ text }) =>
    `This link can’t be read: behind the # stands “${text}”, which is not the form of Countersign’s links.`,
  'newer format': ({ format, newest }) =>
    `This link was made by a newer Countersign (format ${format}; this page reads up to ${newest}). Reload the page, or ask for its latest version.`,
  'no such format': ({ format }) => `This link names format ${format}, which never existed.`,
  // word by word
  'unknown choice': ({ word }) => `This link chooses “${word}”, which this page doesn’t know.`,
  'second choice': ({ word }) =>
    `This link chooses twice where one choice can be made; “${word}” is one choice too many.`,
  'second extra': ({ name }) => `This link says “${name}” twice.`,
  'second mischief': ({ text }) => `This link wants “${text}” to go wrong twice.`,
  'unread mischief': ({ text }) => `This link wants “${text}” to go wrong, which can’t be read.`,
  'unread seed': () => 'The seed in this link can’t be read.',
  'unread clock': ({ text }) => `This link sets the clock to “${text}”, which is no time such as 2026-11-23T12:00Z.`,
  'unread step': ({ text }) => `This link leads to step “${text}”, which is no number of a step.`,
  'unread demand': ({ name, text, can }) =>
    `This link says “${name}=${text}”, which can’t be read. ${possibility(name, can)}`,
  // as a scenario
  oddity: ({ hurdle }) => `This link asks for what can’t be. ${hurdleSentence(hurdle)}`,
  conflict: ({ hurdle }) => `This link makes choices that don’t go together. ${hurdleSentence(hurdle)}`,
  hurdle: ({ hurdle }) => `This link wants something that this page can’t play. ${hurdleSentence(hurdle)}`,
  'step beyond the last': ({ step, last }) =>
    `This link leads to step ${step}, but this handshake ends with step ${last}.`,
  'broken handshake': () => 'This link leads to a handshake that this page can’t play to its end.',
};

function tooLong({ length, most }: { readonly length: number; readonly most: number }): string {
  return `is ${length} letters long, and no link of this page has more than ${most}.`;
}

/** So many of the things that are wrong or strange in a link are named. */
const named = 3;

function leftOutSentences(strange: readonly Strange[]): readonly string[] {
  const some = strange.slice(0, named);
  const texts = some.map(({ text }) => `“${text}”`).join(', ');
  const more = strange.length > named ? ' and more' : '';
  const instead = some.flatMap((each) => (each.instead ? possibility(each.instead.name, each.instead.can) : []));
  const what = `This link says ${texts}${more}, which this page doesn’t understand.`;
  return [what, ...instead];
}

/** What can stand as the value of an extra: one sentence. */
function possibility(name: string, can: Possible): string {
  return `“${name}” ${told(possibilities, can)}.`;
}

const possibilities: Sentences<Possible> = {
  'one of': ({ values }) => `can be ${listed(values, 'or')}`,
  'on or off': () => 'can be on or off',
  nothing: () => 'stands alone, without a value',
  number: () => 'is a number of at most six digits',
  lesson: () => 'is the name of a lesson, a file beside the page such as lesson.md, or “~” and the text of one, packed',
  names: () => 'is a list of names of small letters, digits and hyphens, with commas between them',
  link: () => 'is another link, escaped',
};

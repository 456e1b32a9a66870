// The question of a part: what stands below its heading of three signs. Either the machines ask, or the author does, with a list of tasks
// of which one is done, and a reason. It must not know how it is asked.

import type { Heading, List, ListItem, RootContent } from 'mdast';
import { excerpt } from '../../lab/index.ts';
import { type Choice, kinds, type Question } from './lesson.ts';
import { checkProse } from './prose.ts';
import type { Source } from './source.ts';

/** @param blocks what stands below the heading, without notes */
export function readQuestion(heading: Heading, blocks: readonly RootContent[], source: Source): Question {
  const asks = source.oneLine(heading);
  const [, , kind] = /^predict\s*(:\s*(.*))?$/i.exec(asks) ?? [undefined, undefined, undefined];
  return /^predict\s*(:|$)/i.test(asks)
    ? predicted(kind ?? '', heading, blocks, source)
    : chosen(asks, heading, blocks, source);
}

function predicted(text: string, heading: Heading, blocks: readonly RootContent[], source: Source): Question {
  const about = kinds.find((kind) => kind === text.trim().toLowerCase());
  if (text !== '' && !about) source.complain({ what: 'unknown kind', text: excerpt(text), known: kinds }, heading);
  if (blocks[0]) source.complain({ what: 'after predict' }, blocks[0]);
  return { kind: 'predict', ...(about && { about }) };
}

function chosen(asks: string, heading: Heading, blocks: readonly RootContent[], source: Source): Question {
  if (asks === '') source.complain({ what: 'nameless question' }, heading);
  checkProse(heading.children, source);
  const [list, ...why] = blocks;
  if (list?.type !== 'list') {
    source.complain({ what: 'no choices' }, heading);
    return { kind: 'choice', asks, choices: [], why: source.lines(blocks) };
  }
  const choices = readChoices(list, source);
  if (why.length === 0) source.complain({ what: 'no why' }, list);
  checkProse(why, source);
  return { kind: 'choice', asks, choices, why: source.lines(why) };
}

function readChoices(list: List, source: Source): readonly Choice[] {
  const choices = list.children.map((item) => readChoice(item, source));
  const count = choices.filter(({ right }) => right).length;
  if (choices.length < 2) source.complain({ what: 'few choices', count: choices.length }, list);
  else if (count !== 1) source.complain({ what: 'right choices', count }, list);
  return choices;
}

const box = /^\[([ xX])\]\s+(?=\S)/;

function readChoice(item: ListItem, source: Source): Choice {
  const [first, ...rest] = item.children;
  const line = first?.type === 'paragraph' ? source.oneLine(first) : '';
  const [signs = '', mark = ''] = box.exec(line) ?? [];
  if (signs === '') source.complain({ what: 'choice without box' }, item);
  if (rest.length > 0) source.complain({ what: 'long choice' }, item);
  checkProse(item.children, source);
  return { text: line.slice(signs.length), right: /x/i.test(mark) };
}

/** A question as its author would write it. */
export function writeQuestion(question: Question): string {
  if (question.kind === 'predict') return question.about ? `### Predict: ${question.about}` : '### Predict';
  const choices = question.choices.map(({ text, right }) => `- [${right ? 'x' : ' '}] ${text}`);
  return [`### ${question.asks}`, choices.join('\n'), question.why].filter((block) => block !== '').join('\n\n');
}

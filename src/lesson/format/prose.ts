// What the words of a lesson may be made of: paragraphs, lists, code, emphasis and links. Everything else is told. It must not know parts.

import type { Nodes } from 'mdast';
import { excerpt } from '../../lab/index.ts';
import type { LessonCause } from '../../words/lessons/index.ts';
import { destinationOf, sourceOf } from './blocks.ts';
import type { Source } from './source.ts';

/** Complains of all in some blocks that words have not. */
export function checkProse(blocks: readonly Nodes[], source: Source): void {
  for (const block of blocks) {
    const cause = causeOf(block, source);
    if (cause) source.complain(cause, block);
    else if ('children' in block) checkProse(block.children, source);
  }
}

function causeOf(node: Nodes, source: Source): LessonCause | undefined {
  const { type } = node;
  if (type === 'code') return causeOfCode(node, source);
  if (type === 'link') return destinationOf(node.url) ? undefined : { what: 'link', text: excerpt(node.url) };
  const what = causes.get(type);
  return what && { what };
}

const causes = new Map<string, 'markup' | 'image' | 'rule' | 'deep heading' | 'quote inside' | 'definition'>([
  ['html', 'markup'],
  ['image', 'image'],
  ['imageReference', 'image'],
  ['thematicBreak', 'rule'],
  ['heading', 'deep heading'],
  ['blockquote', 'quote inside'],
  ['definition', 'definition'],
  ['linkReference', 'definition'],
]);

/** Only code between fences is code wherever it stands, and only fences that are closed hold nothing of what comes after them. */
function causeOfCode(code: Nodes, { text }: Source): LessonCause | undefined {
  const [first = '', ...rest] = sourceOf(code, text).split('\n');
  const [fence] = /^(`{3,}|~{3,})/.exec(first) ?? [];
  if (fence === undefined) return { what: 'indented code' };
  const end = new RegExp(`(^|[\\s>])${fence}${fence.charAt(0)}*\\s*$`);
  return end.test(rest.at(-1) ?? '') ? undefined : { what: 'open code' };
}

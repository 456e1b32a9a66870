// Finds what a reader would read: sentences in strings, templates and the text of elements. It must not know where they may stand.

import { children, isNode, type Mention, type Module, type Node } from './module.ts';

/** Words side by side, one of them perhaps a value that is filled in. */
const threeWords = /(^|[\s(“])[\p{L}◌][\p{L}◌’/-]*[,:;]? [\p{L}◌“][\p{L}\p{N}◌’“”/-]*[,:;]? [\p{L}◌“]/u;
/** Names in capitals, such as DER, open a clause about bytes as well as a sentence. */
const openedOrEnded = /^\s*[“(◌]?\p{Lu}[\p{Ll}’\s]|[.?!…]\s*$/u;
/** Stands for what a template fills in. */
const hole = '◌';

/**
 * Every text of three words or more that opens with a capital letter or ends like a sentence. What an `Error` or a `RangeError` is made with
 * speaks to programmers and is left out.
 */
export function sentencesIn({ program, lineOf }: Module): readonly Mention[] {
  const found: Mention[] = [];
  const visit = (node: Node): void => {
    if (speaksToProgrammers(node)) return;
    const text = textOf(node);
    if (text !== undefined && threeWords.test(text) && openedOrEnded.test(text) && /\p{Ll}/u.test(text))
      found.push({ name: text, line: lineOf(node.start) });
    for (const child of children(node)) visit(child);
  };
  visit(program);
  return found;
}

function speaksToProgrammers({ type, callee }: Node): boolean {
  return type === 'NewExpression' && isNode(callee) && /^(Range|Type)?Error$/.test(String(callee.name));
}

function textOf(node: Node): string | undefined {
  if (node.type === 'TemplateLiteral' && Array.isArray(node.quasis))
    return node.quasis
      .filter(isNode)
      .map(({ value }) => String((value as { readonly cooked?: unknown }).cooked))
      .join(hole);
  return /^(Literal|JSXText)$/.test(node.type) && typeof node.value === 'string' ? node.value : undefined;
}

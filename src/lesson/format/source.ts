// The text of a lesson while it is read: its lines, its blocks with their places, and what is found to be wrong with it. It must not know
// what lessons are made of.

import type { Nodes, Root, RootContent } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import type { LessonCause, LessonFlaw } from '../../words/lessons/index.ts';

export interface Source {
  readonly text: string;
  readonly blocks: readonly RootContent[];
  /** Grows: in any order. */
  readonly flaws: LessonFlaw[];
  /** Notes what is wrong with a block, or with the text as a whole. */
  complain(cause: LessonCause, at?: Nodes): void;
  /** Whole lines from the first of these blocks to their last, without what is empty around them, at the margin. */
  lines(blocks: readonly RootContent[]): string;
  /** What stands inside a block that has its own line or lines, as one line. */
  oneLine(block: { readonly children: readonly Nodes[] }): string;
}

/** A text whose lines end as they do here. */
export function sourceOfText(text: string): Source {
  const all = text.split('\n');
  const flaws: LessonFlaw[] = [];
  const root: Root = fromMarkdown(text);
  return {
    text,
    blocks: root.children,
    flaws,
    complain: (cause, at) => flaws.push({ line: at?.position?.start.line ?? 1, cause }),
    lines(blocks) {
      const start = blocks[0]?.position?.start.line ?? 1;
      const end = blocks.at(-1)?.position?.end.line ?? 0;
      const indent = (blocks[0]?.position?.start.column ?? 1) - 1;
      const written = all.slice(start - 1, end).join('\n');
      return written.replace(new RegExp(`^ {0,${indent}}`, 'gm'), '').trimEnd();
    },
    oneLine({ children }) {
      const start = children[0]?.position?.start.offset ?? 0;
      const end = children.at(-1)?.position?.end.offset ?? 0;
      return text.slice(start, end).replace(/\s*\n\s*/g, ' ');
    },
  };
}

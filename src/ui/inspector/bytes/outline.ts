// A field tree as a list of lines that can be folded, and the way from a byte to its line.
// It must not know the screen; a line's id is its place at each depth, since names may repeat.

import { type Field, fieldsAt } from '../../../bytes/index.ts';

export interface Line {
  /** '0/2/1': the second child of the third child of the first root. */
  readonly id: string;
  readonly field: Field;
  /** From 1. */
  readonly level: number;
  readonly place: number;
  readonly siblings: number;
  /** Undefined for a leaf. */
  readonly open: boolean | undefined;
}

export const rootId = '0';

/** The lines that can be seen when the fields in `folded` are closed. */
export function linesOf(root: Field, folded: ReadonlySet<string>): readonly Line[] {
  const lines: Line[] = [];
  const visit = (field: Field, id: string, level: number, place: number, siblings: number): void => {
    const open = field.children.length === 0 ? undefined : !folded.has(id);
    lines.push({ id, field, level, place, siblings, open });
    if (!open) return;
    for (const [at, child] of field.children.entries())
      visit(child, `${id}/${at}`, level + 1, at + 1, field.children.length);
  };
  visit(root, rootId, 1, 1, 1);
  return lines;
}

/** What is closed at first: whatever lies deep, except the way to a flaw. */
export function foldedAtFirst(root: Field, depth = 4): ReadonlySet<string> {
  const folded = new Set<string>();
  const visit = (field: Field, id: string, level: number): boolean => {
    let flawed = field.flaw !== undefined;
    field.children.forEach((child, at) => {
      flawed = visit(child, `${id}/${at}`, level + 1) || flawed;
    });
    if (level >= depth && field.children.length > 0 && !flawed) folded.add(id);
    return flawed;
  };
  visit(root, rootId, 1);
  return folded;
}

/** The innermost field at a byte, by id. */
export function idAt(root: Field, offset: number): string | undefined {
  const chain = fieldsAt(root, offset);
  if (chain.length === 0) return undefined;
  return chain.slice(1).reduce((id, field, at) => `${id}/${chain[at]?.children.indexOf(field) ?? 0}`, rootId);
}

/** The fields from the root to the one with this id; empty when there is none. */
export function chainOf(root: Field, id: string): readonly Field[] {
  const chain = [root];
  for (const place of id.split('/').slice(1)) {
    const child = chain.at(-1)?.children[Number(place)];
    if (!child) return [];
    chain.push(child);
  }
  return chain;
}

/** The ids from just below the root's parent down to the one above `id`. */
export function ancestors(id: string): readonly string[] {
  const places = id.split('/');
  return places.slice(1).map((_, depth) => places.slice(0, depth + 1).join('/'));
}

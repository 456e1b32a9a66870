// The property that makes a tree trustworthy: it covers its bytes without gap or overlap.

import type { Field, FlawCause } from '../../src/bytes/index.ts';

/** The first place where a tree fails to tile `length` bytes, in words; undefined when it tiles them. */
export function gapIn(root: Field, length: number): string | undefined {
  if (root.start !== 0 || root.end !== length) return `${root.name} covers ${root.start}–${root.end} of ${length}`;
  return gapInside(root);
}

function gapInside(field: Field): string | undefined {
  let at = field.start;
  for (const child of field.children) {
    if (child.start !== at) return `${child.name} in ${field.name} starts at ${child.start}, not at ${at}`;
    at = child.end;
    const inner = gapInside(child);
    if (inner) return inner;
  }
  return field.children.length > 0 && at !== field.end
    ? `${field.name} ends at ${field.end}, its children at ${at}`
    : undefined;
}

/** Whether some field in the tree carries a flaw. */
export function flawIn(field: Field): FlawCause | undefined {
  return field.flaw ?? field.children.map(flawIn).find((flaw) => flaw !== undefined);
}

// What differs between the bytes of the same layer in two runs: which fields, and which bytes. It must not know words, nor the screen.

import { type Bytes, equal, type Field, toHex, walk } from '../../bytes/index.ts';
import { aligned } from './align.ts';
import type { Mark, Marks } from './marks.ts';

/** A buffer with its named fields. */
export interface Block {
  readonly bytes: Bytes;
  readonly field: Field;
}

/** A stretch of a buffer; the end is behind its last byte. */
export interface Stretch {
  readonly start: number;
  readonly end: number;
}

export interface FieldMarks {
  /** A field in which something differs is marked as well as what is around it. */
  readonly marks: Marks;
  /** The bytes that differ, in order. */
  readonly stretches: readonly Stretch[];
}

/** What of a block is not alike in another one. The other way round it marks the same of the other. */
export function differingFields(one: Block, other: Block): FieldMarks {
  const marks = new Map<Field, Mark>();
  const stretches: Stretch[] = [];
  const only = (field: Field): void => {
    for (const inside of walk(field)) marks.set(inside.field, 'only');
    if (field.end > field.start) stretches.push({ start: field.start, end: field.end });
  };
  const compare = (a: Field, b: Field): void => {
    const [mine, theirs] = [cut(one, a), cut(other, b)];
    if (equal(mine, theirs)) return;
    marks.set(a, 'other');
    if (a.children.length === 0 || b.children.length === 0) {
      stretches.push(...unlike(mine, theirs, a.start));
      return;
    }
    // Of equally good ways the one is taken that doesn’t depend on which comes first.
    const [first, second] = `${textOf(a)} ${toHex(mine)}` <= `${textOf(b)} ${toHex(theirs)}` ? [a, b] : [b, a];
    const kin = (x: Field, y: Field) => (first === a ? likeness(x, one, y, other) : likeness(x, other, y, one));
    for (const pair of aligned(first.children, second.children, { likeness: kin })) {
      const [x, y] = first === a ? [pair.a, pair.b] : [pair.b, pair.a];
      if (x && y) compare(x, y);
      else if (x) only(x);
    }
  };
  compare(one.field, other.field);
  return { marks, stretches: merged(stretches) };
}

/** Names of fields are the standard’s; inside a list they are places, and there what is in them counts. */
function likeness(a: Field, one: Block, b: Field, other: Block): number {
  const places = a.name.startsWith('[') && b.name.startsWith('[');
  if (a.name !== b.name && !places) return 0;
  if (equal(cut(one, a), cut(other, b))) return 8;
  const [first, second] = [headOf(a), headOf(b)];
  if (first !== undefined || second !== undefined) return first === second ? 4 : places ? 0 : 1;
  return 2;
}

/** What the first value inside says, such as the type of an extension or the kind of a name. */
function headOf(field: Field): string | undefined {
  const [first] = field.children;
  return first && typeof first.text === 'string' ? `${first.name} ${first.text}` : undefined;
}

function cut({ bytes }: Block, { start, end }: Field): Bytes {
  return bytes.subarray(start, end);
}

function textOf({ children }: Field): string {
  return children.map(({ name, start, end }) => `${name} ${end - start}`).join(' ');
}

/** Of values of one length the bytes that differ; of others everything. */
function unlike(mine: Bytes, theirs: Bytes, from: number): readonly Stretch[] {
  if (mine.length === 0) return [];
  if (mine.length !== theirs.length) return [{ start: from, end: from + mine.length }];
  return Array.from(mine, (byte, at) => ({
    start: from + at,
    end: from + at + 1,
    differs: byte !== theirs[at],
  })).filter(({ differs }) => differs);
}

function merged(stretches: readonly Stretch[]): readonly Stretch[] {
  const all: Stretch[] = [];
  for (const { start, end } of [...stretches].sort((a, b) => a.start - b.start)) {
    const last = all.at(-1);
    if (last && last.end >= start) all[all.length - 1] = { start: last.start, end: Math.max(last.end, end) };
    else all.push({ start, end });
  }
  return all;
}

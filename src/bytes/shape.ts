// Lays names over DER: a shape says what the standard calls an element and what is inside; the result is a Field
// tree that tiles the bytes, whatever they are. It knows no certificate: shapes come from the layer above.

import type { Bytes } from './bytes.ts';
import { BIT_STRING, OCTET_STRING, readHeader, type Tlv, tagName } from './der.ts';
import type { Field, FieldText } from './field.ts';
import { Flaw } from './flaw.ts';

/** What an element is called and what is inside. */
export interface Shape {
  readonly name: string;
  /** The ASN.1 type; the tag's name when absent. */
  readonly type?: string;
  /** Where elements may be absent: the tag this shape is for. */
  readonly tag?: number;
  /** The value; a Flaw thrown here means that there is none to be told. */
  readonly text?: (tlv: Tlv) => FieldText | undefined;
  /** The elements inside, in order; one may depend on those before it. */
  readonly members?: readonly Member[];
  /** The shape of every element of a list. */
  readonly each?: Shape;
  /** The element that an OCTET STRING or a BIT STRING wraps. */
  readonly wraps?: Shape;
}

export type Member = Shape | ((earlier: readonly Tlv[]) => Shape);

const UNPARSED = 'unparsed';

/**
 * The field tree of the element at `start`. Never throws: where reading has to stop, the rest up to `limit` is a leaf
 * called `unparsed` that carries the flaw; an element cut short carries the flaw itself.
 */
export function shaped(bytes: Bytes, shape: Shape, start = 0, limit: number = bytes.length): Field {
  return element(bytes, shape, start, limit, 0);
}

/** Hostile bytes nest thousands deep; certificates need about fifteen levels. What lies deeper stays one leaf. */
const DEEPEST = 32;

function element(bytes: Bytes, shape: Shape, start: number, limit: number, depth: number): Field {
  const header = headerOrFlaw(bytes, start, limit);
  if (header instanceof Flaw)
    return { name: UNPARSED, type: 'bytes', start, end: limit, flaw: header.cause, children: [] };
  const end = Math.min(header.end, limit);
  const tlv = { ...header, end };
  const type = tagName(tlv.tag);
  const text = shape.text && textOf(shape.text, tlv);
  const children: Field[] = [
    { name: 'tag', type: 'identifier', start, end: start + 1, text: { what: 'tag', tag: type }, children: [] },
    {
      name: 'length',
      type: 'length',
      start: start + 1,
      end: tlv.contents,
      text: { what: 'length', bytes: header.end - tlv.contents },
      children: [],
    },
    ...inside(tlv, shape, depth + 1),
  ];
  const cut = header.end > limit && !flawed(children);
  return {
    name: shape.name,
    type: shape.type ?? type,
    start,
    end,
    ...(text !== undefined && { text }),
    ...(cut && { flaw: { what: 'bytes missing', bytes: header.end - limit } }),
    children,
  };
}

function headerOrFlaw(bytes: Bytes, start: number, limit: number): Tlv | Flaw {
  try {
    return readHeader(bytes, start, limit);
  } catch (error) {
    if (error instanceof Flaw) return error;
    throw error;
  }
}

function textOf(text: (tlv: Tlv) => FieldText | undefined, tlv: Tlv): FieldText | undefined {
  try {
    return text(tlv);
  } catch (error) {
    if (error instanceof Flaw) return undefined;
    throw error;
  }
}

function flawed(fields: readonly Field[]): boolean {
  const last = fields.at(-1);
  return last !== undefined && (last.flaw !== undefined || flawed(last.children));
}

function inside(tlv: Tlv, shape: Shape, depth: number): readonly Field[] {
  if (tlv.contents >= tlv.end) return [];
  if (depth > DEEPEST) return [leaf('contents', tlv.contents, tlv.end)];
  if ((tlv.tag & 0x20) !== 0) return elements(tlv, shape, depth);
  const fields: Field[] = [];
  let at = tlv.contents;
  if (tlv.tag === BIT_STRING) {
    fields.push(leaf('unused bits', at, at + 1, String(tlv.bytes[at])));
    at++;
  }
  if (at >= tlv.end) return fields;
  const wrapped = shape.wraps && (tlv.tag === BIT_STRING || tlv.tag === OCTET_STRING) ? shape.wraps : undefined;
  if (!wrapped) return [...fields, leaf('contents', at, tlv.end)];
  const field = element(tlv.bytes, wrapped, at, tlv.end, depth);
  return field.end === tlv.end ? [...fields, field] : [...fields, field, surplus(field.end, tlv.end)];
}

function leaf(name: string, start: number, end: number, text?: string): Field {
  return { name, type: 'bytes', start, end, ...(text === undefined ? {} : { text }), children: [] };
}

function surplus(start: number, end: number): Field {
  return { ...leaf(UNPARSED, start, end), flaw: { what: 'bytes after the end', bytes: end - start } };
}

function elements(tlv: Tlv, shape: Shape, depth: number): readonly Field[] {
  const fields: Field[] = [];
  const earlier: Tlv[] = [];
  const members = [...(shape.members ?? [])];
  for (let at = tlv.contents; at < tlv.end; ) {
    const index = fields.length;
    const next = shape.each
      ? { ...shape.each, name: `[${index}]`, type: shape.each.type ?? shape.each.name }
      : nextMember(members, tlv.bytes[at], earlier);
    const field = element(tlv.bytes, next ?? { name: `[${index}]` }, at, tlv.end, depth);
    fields.push(field);
    if (field.name === UNPARSED) break;
    earlier.push({ ...readHeader(tlv.bytes, at, tlv.end), end: field.end });
    at = field.end;
  }
  return fields;
}

/** The first of the remaining members that goes with a tag; those before it are absent. */
function nextMember(members: Member[], tag: number | undefined, earlier: readonly Tlv[]): Shape | undefined {
  for (const [index, member] of members.entries()) {
    const shape = typeof member === 'function' ? member(earlier) : member;
    if (shape.tag !== undefined && shape.tag !== tag) continue;
    members.splice(0, index + 1);
    return shape;
  }
  return undefined;
}

// The field tree of a certificate: RFC 5280's names laid over its DER. It must not judge what it names.

import { type Bytes, type Field, Flaw, shaped } from '../../bytes/index.ts';
import { parseCertificate } from '../certificate.ts';
import { CERTIFICATE } from './shapes.ts';

/**
 * The field tree of a certificate, as far as it can be read. Never throws and always tiles the bytes: the flaw is
 * marked, and what can't be read is a leaf called `unparsed`.
 */
export function certificateField(bytes: Bytes): Field {
  const field = shaped(bytes, CERTIFICATE);
  try {
    parseCertificate(bytes);
    return field;
  } catch (error) {
    if (!(error instanceof Flaw)) throw error;
    return withFlaw(toTheEnd(field, bytes.length), error);
  }
}

/** The tree with everything that follows the certificate as one more leaf. */
function toTheEnd(field: Field, end: number): Field {
  if (field.end === end) return field;
  const rest: Field = { name: 'unparsed', type: 'bytes', start: field.end, end, children: [] };
  return { ...field, end, children: [...field.children, rest] };
}

/** The tree with a flaw at the innermost field that starts where the flaw is, unless it has one already. */
function withFlaw(field: Field, flaw: Flaw): Field {
  if (hasFlaw(field)) return field;
  const inner = field.children.find(({ start, end }) => flaw.offset >= start && flaw.offset < end);
  if (!inner || isElement(field, flaw.offset)) return { ...field, flaw: flaw.cause };
  return { ...field, children: field.children.map((each) => (each === inner ? withFlaw(inner, flaw) : each)) };
}

/** Whether the offset is where this field's own tag stands. */
function isElement(field: Field, offset: number): boolean {
  return field.start === offset && field.children[0]?.name === 'tag';
}

function hasFlaw(field: Field): boolean {
  return field.flaw !== undefined || field.children.some(hasFlaw);
}

// Distinguished names (RFC 5280 4.1.2.4): read, written, put into words and compared.

import { type Bytes, der, Flaw, fromText, toHex } from '../bytes/index.ts';
import { nameOfOid, oidOfName } from './oid.ts';

/** A distinguished name. */
export interface Name {
  readonly der: Bytes;
  /** `CN=client.example, O=Example`, most specific part first; empty for the empty name. */
  readonly text: string;
  readonly commonName?: string;
  /** The values of all emailAddress attributes. */
  readonly mailboxes: readonly string[];
  /** The relative distinguished names in a form in which equal ones are equal texts (RFC 5280 7.1). */
  readonly parts: readonly string[];
}

export type Attribute = readonly [type: string, value: string];

/** Reads a Name. @throws Flaw */
export function readName(tlv: der.Tlv): Name {
  const words: string[] = [];
  const parts: string[] = [];
  const mailboxes: string[] = [];
  let commonName: string | undefined;
  for (const set of new der.Elements(tlv, der.SEQUENCE, 'Name').rest()) {
    const attributes = new der.Elements(set, der.SET, 'RelativeDistinguishedName').rest().map(readAttribute);
    words.push(attributes.map(({ type, value }) => `${type}=${value}`).join('+'));
    parts.push(
      attributes
        .map(({ type, comparable }) => `${type}=${comparable}`)
        .sort()
        .join('+'),
    );
    mailboxes.push(...attributes.flatMap(({ type, value }) => (type === 'emailAddress' ? value : [])));
    commonName = attributes.find(({ type }) => type === 'CN')?.value ?? commonName;
  }
  const text = words.reverse().join(', ');
  return { der: der.bytesOf(tlv), text, parts, mailboxes, ...(commonName === undefined ? {} : { commonName }) };
}

/** One attribute in words and in comparable form. @throws Flaw */
export function readAttribute(tlv: der.Tlv): { type: string; value: string; comparable: string } {
  const members = new der.Elements(tlv, der.SEQUENCE, 'AttributeTypeAndValue');
  const type = nameOfOid(der.readOid(members.take(der.OBJECT_IDENTIFIER, 'AttributeType')));
  const value = members.any('AttributeValue');
  members.done();
  const text = der.readText(value);
  if (text === undefined) {
    const hex = `#${toHex(der.bytesOf(value))}`;
    return { type, value: hex, comparable: hex };
  }
  // RFC 5280 7.1: case doesn't count, nor does white space beyond one space between words.
  return { type, value: text, comparable: text.trim().replace(/\s+/g, ' ').toLowerCase() };
}

/** Reads a Name by itself; undefined for bytes that are none. */
export function nameIn(bytes: Bytes): Name | undefined {
  try {
    return readName(der.readOnly(bytes));
  } catch (error) {
    if (!(error instanceof Flaw)) throw error;
    return undefined;
  }
}

/** Whether two names are the same name (RFC 5280 7.1). */
export function sameName(a: Name, b: Name): boolean {
  return a.parts.length === b.parts.length && within(a, b);
}

/** Whether a name lies in the subtree below `base`. */
export function within(name: Name, base: Name): boolean {
  return base.parts.length <= name.parts.length && base.parts.every((part, i) => part === name.parts[i]);
}

/** DER of a Name from attributes, most general first. */
export function writeName(attributes: readonly Attribute[]): Bytes {
  return der.sequence(
    ...attributes.map(([type, value]) => {
      const tag =
        type === 'C'
          ? der.PRINTABLE_STRING
          : type === 'DC' || type === 'emailAddress'
            ? der.IA5_STRING
            : der.UTF8_STRING;
      return der.write(der.SET, der.sequence(der.oid(oidOfName(type)), der.write(tag, fromText(value))));
    }),
  );
}

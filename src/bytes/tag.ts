// The identifiers of DER (X.690 8.1.2), one byte each, and their names. What an element holds is none of its business.

export const BOOLEAN = 0x01;
export const INTEGER = 0x02;
export const BIT_STRING = 0x03;
export const OCTET_STRING = 0x04;
export const NULL = 0x05;
export const OBJECT_IDENTIFIER = 0x06;
export const UTF8_STRING = 0x0c;
export const PRINTABLE_STRING = 0x13;
export const TELETEX_STRING = 0x14;
export const IA5_STRING = 0x16;
export const UTC_TIME = 0x17;
export const GENERALIZED_TIME = 0x18;
export const UNIVERSAL_STRING = 0x1c;
export const BMP_STRING = 0x1e;
export const SEQUENCE = 0x30;
export const SET = 0x31;

/** The identifier byte of a context-specific element: `[number]`. */
export function context(number: number, constructed: boolean): number {
  return 0x80 | (constructed ? 0x20 : 0) | number;
}

/** An ASN.1 tag by its name, or by its number where it has none that we know: `SEQUENCE`, `[0]`, 0x2c. */
export type TagName = string | number;

/** A tag by its name in the standard, or by its number where we know none. */
export function tagName(tag: number): TagName {
  if (tag >= 0xc0) return `[PRIVATE ${tag & 0x1f}]`;
  if (tag >= 0x80) return `[${tag & 0x1f}]`;
  return NAMES[tag] ?? tag;
}

const NAMES: Readonly<Record<number, string>> = {
  [BOOLEAN]: 'BOOLEAN',
  [INTEGER]: 'INTEGER',
  [BIT_STRING]: 'BIT STRING',
  [OCTET_STRING]: 'OCTET STRING',
  [NULL]: 'NULL',
  [OBJECT_IDENTIFIER]: 'OBJECT IDENTIFIER',
  [UTF8_STRING]: 'UTF8String',
  [PRINTABLE_STRING]: 'PrintableString',
  [TELETEX_STRING]: 'TeletexString',
  [IA5_STRING]: 'IA5String',
  [UTC_TIME]: 'UTCTime',
  [GENERALIZED_TIME]: 'GeneralizedTime',
  [UNIVERSAL_STRING]: 'UniversalString',
  [BMP_STRING]: 'BMPString',
  [SEQUENCE]: 'SEQUENCE',
  [SET]: 'SET',
};

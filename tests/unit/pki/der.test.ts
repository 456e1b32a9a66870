import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { der, Flaw, fromHex, fromText, toHex } from '../../../src/bytes/index.ts';
import { flawClause } from '../../../src/words/causes/index.ts';

/** What is told of the flaw that reading comes upon. */
function clauseOf(read: () => unknown): string {
  try {
    read();
  } catch (error) {
    if (error instanceof Flaw) return flawClause(error.cause);
    throw error;
  }
  return '';
}

const read = (hex: string) => der.readOnly(fromHex(hex));

describe('reading DER (X.690)', () => {
  it('keeps offsets', () => {
    const bytes = fromHex('ffff 3005 020101 0500 ff');
    const outer = der.read(bytes, 2);
    expect(outer).toMatchObject({ tag: der.SEQUENCE, start: 2, contents: 4, end: 9 });
    const members = new der.Elements(outer, der.SEQUENCE, 'it');
    expect(members.maybe(der.BOOLEAN)).toBeUndefined();
    expect(members.take(der.INTEGER, 'number')).toMatchObject({ start: 4, contents: 6, end: 7 });
    expect(() => members.done()).toThrow(new Flaw({ what: 'element out of place' }, 7));
    expect(members.any('null').tag).toBe(der.NULL);
    members.done();
    expect(clauseOf(() => members.any('more'))).toBe('the more is missing');
  });

  it.each([
    ['', 'end before a tag'],
    ['30', 'end before a tag'],
    ['1f8100', 'tag number above 30'],
    ['3080 0000', 'indefinite'],
    ['308105 0000000000', 'shortest form of a length'],
    ['30820080', 'shortest form of a length'],
    ['3085 0000000001', 'beyond all reason'],
    ['3082', 'end inside a length'],
    ['3003 0500', '1 bytes longer'],
    ['0500 00', '1 bytes follow'],
  ])('refuses %s', (hex, words) => {
    expect(clauseOf(() => read(hex))).toContain(words);
  });

  it('accepts only the shortest integers', () => {
    expect(der.readUnsigned(read('02020080'))).toBe(128n);
    expect(der.readUnsigned(read('020100'))).toBe(0n);
    for (const hex of ['0200', '02020001', '0202ff80']) expect(() => der.readInteger(read(hex)), hex).toThrow(Flaw);
    expect(clauseOf(() => der.readUnsigned(read('020180')))).toContain('negative');
  });

  it('accepts only 00 and FF as booleans', () => {
    expect([der.readBoolean(read('0101ff')), der.readBoolean(read('010100'))]).toEqual([true, false]);
    for (const hex of ['010101', '0100', '0102ffff']) expect(() => der.readBoolean(read(hex)), hex).toThrow(Flaw);
  });

  it('accepts only bit strings whose unused bits are counted and zero', () => {
    expect(der.readBits(read('03020780'))).toEqual({ bits: fromHex('80'), unused: 7 });
    expect(der.readBits(read('030100'))).toEqual({ bits: fromHex(''), unused: 0 });
    for (const hex of ['0300', '03020880', '03020781', '030101'])
      expect(() => der.readBits(read(hex)), hex).toThrow(Flaw);
  });

  it('reads object identifiers', () => {
    expect(der.readOid(read('06092a864886f70d01010b'))).toBe('1.2.840.113549.1.1.11');
    expect(der.readOid(read('0603550403'))).toBe('2.5.4.3');
    expect(der.readOid(read('06028837'))).toBe('2.999');
    for (const hex of ['0600', '060180', '06022a80', '06032a8001'])
      expect(() => der.readOid(read(hex)), hex).toThrow(Flaw);
  });

  it('reads texts of every string type', () => {
    expect(der.readText(read('0c03c3a461'))).toBe('äa');
    expect(der.readText(read('1302 4154'))).toBe('AT');
    expect(der.readText(read('1e04 00e40061'))).toBe('äa');
    expect(der.readText(read('020101'))).toBeUndefined();
  });
});

describe('writing DER', () => {
  it('writes what it reads', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 700 }), fc.nat(30), (contents, tag) => {
        const tlv = der.readOnly(der.write(tag, contents));
        expect([tlv.tag, toHex(der.contentsOf(tlv))]).toEqual([tag, toHex(contents)]);
      }),
    );
  });

  it('writes integers in their shortest form', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 0n, max: 1n << 300n }), (value) => {
        expect(der.readUnsigned(der.readOnly(der.integer(value)))).toBe(value);
      }),
    );
    expect(toHex(der.integer(fromHex('0000ff')))).toBe('020200ff');
    expect(toHex(der.integer(fromHex('')))).toBe('020100');
  });

  it('writes object identifiers', () => {
    for (const oid of ['2.999.1', '1.2.840.113549.1.1.11', '0.9.2342.19200300.100.1.25', '1.3.101.112'])
      expect(der.readOid(der.readOnly(der.oid(oid)))).toBe(oid);
  });

  it('nests', () => {
    const bytes = der.sequence(
      der.boolean(true),
      der.bitString(fromHex('80'), 7),
      der.write(der.UTF8_STRING, fromText('a')),
    );
    expect(toHex(bytes)).toBe('300a0101ff030207800c0161');
  });
});

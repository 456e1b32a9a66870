import { describe, expect, it } from 'vitest';
import { der, fromHex, fromText } from '../../../src/bytes/index.ts';
import { ipBytes, ipText, readGeneralName, writeGeneralName, writeSubtree } from '../../../src/pki/general-name.ts';
import { dnsMatches, isDnsName } from '../../../src/pki/host-name.ts';
import type { Certificate, NameConstraints } from '../../../src/pki/index.ts';
import { readName, sameName, writeName } from '../../../src/pki/name.ts';
import { violation } from '../../../src/pki/name-constraints.ts';

describe('host names (RFC 9525 6.3)', () => {
  it.each([
    ['www.example.com', 'www.example.com'],
    ['WWW.example.com', 'www.EXAMPLE.com'],
    ['www.example.com', 'www.example.com.'],
    ['*.example.com', 'www.example.com'],
    ['localhost', 'localhost'],
  ])('%s stands for %s', (presented, expected) => expect(dnsMatches(presented, expected)).toBe(true));

  it.each([
    ['*.example.com', 'example.com'],
    ['*.example.com', 'a.b.example.com'],
    ['*.example.com', '.example.com'],
    ['w*.example.com', 'www.example.com'],
    ['www.*.com', 'www.example.com'],
    ['*', 'localhost'],
    ['*.com', 'example.com'],
    ['xn--*-1b3c148a.example.com', 'xn--bliss-1b3c148a.example.com'],
    ['example.com', 'www.example.com'],
    ['', ''],
  ])('%s does not stand for %s', (presented, expected) => expect(dnsMatches(presented, expected)).toBe(false));

  it('knows a domain name when it sees one', () => {
    for (const good of ['a', 'a.b', '_x.a', '*.a.b', '1.2']) expect(isDnsName(good), good).toBe(true);
    for (const bad of ['', '.a', 'a.', 'a..b', '-a.b', 'a b', '*.a', `${'a'.repeat(64)}.b`])
      expect(isDnsName(bad), bad).toBe(false);
  });
});

describe('IP addresses', () => {
  it.each([
    ['192.0.2.1', 'c0000201'],
    ['::1', '00000000000000000000000000000001'],
    ['::', '00000000000000000000000000000000'],
    ['2001:db8::5:0:0:1', '20010db8000000000005000000000001'],
    ['fe80::', 'fe800000000000000000000000000000'],
  ])('%s', (text, hex) => {
    expect(ipBytes(text)).toEqual(fromHex(hex));
    expect(ipBytes(ipText(fromHex(hex)))).toEqual(fromHex(hex));
  });

  it('are written as RFC 5952 says', () => {
    expect(ipText(fromHex('00000000000000000000000000000001'))).toBe('::1');
    expect(ipText(fromHex('20010db8000000000000000000000000'))).toBe('2001:db8::');
    expect(ipText(fromHex('20010db8000000010001000100010001'))).toBe('2001:db8:0:1:1:1:1:1');
  });

  it('are not taken for names', () => {
    for (const text of [
      '1.2.3',
      '256.1.1.1',
      'a.b',
      ':::',
      '1::2::3',
      '12345::',
      '1:2:3:4:5:6:7:8:9',
      '1:2:3:4:5:6:7::8',
    ])
      expect(ipBytes(text), text).toBeUndefined();
  });
});

describe('distinguished names (RFC 5280 7.1)', () => {
  const name = (...attributes: [string, string][]) => readName(der.readOnly(writeName(attributes)));

  it('are the same whatever their case and white space', () => {
    expect(sameName(name(['O', 'A  b'], ['CN', 'c']), name(['O', ' a B '], ['CN', 'C']))).toBe(true);
    expect(sameName(name(['O', 'a'], ['CN', 'c']), name(['CN', 'c'], ['O', 'a']))).toBe(false);
    expect(sameName(name(['O', 'a']), name(['O', 'a'], ['CN', 'c']))).toBe(false);
    expect(name(['C', 'AT'], ['CN', 'Ä'])).toMatchObject({ text: 'CN=Ä, C=AT', commonName: 'Ä' });
    expect(name()).toMatchObject({ text: '', parts: [] });
  });
});

describe('name constraints (RFC 5280 4.2.1.10)', () => {
  const general = (text: string) => readGeneralName(der.readOnly(writeGeneralName(text)));
  const written = (tag: number) => (text: string) =>
    readGeneralName(der.readOnly(der.write(der.context(tag, false), fromText(text))));
  const [mail, host, uri] = [written(1), written(2), written(6)] as const;
  const subtree = (text: string) => {
    const outer = der.readOnly(writeSubtree(text));
    return readGeneralName(der.readOnly(outer.bytes, outer.contents), true);
  };
  const directory = (...attributes: [string, string][]) =>
    readGeneralName(der.readOnly(der.write(der.context(4, true), writeName(attributes))), true);
  const someone = (subjectAltName: Certificate['subjectAltName'], ...subject: [string, string][]) =>
    ({ subject: readName(der.readOnly(writeName(subject))), subjectAltName }) as unknown as Certificate;
  const permit = (...permitted: NameConstraints['permitted']) => ({ permitted, excluded: [] });
  const exclude = (...excluded: NameConstraints['excluded']) => ({ permitted: [], excluded });

  it.each([
    ['example.com', 'example.com', true],
    ['example.com', 'a.b.example.com', true],
    ['example.com', 'badexample.com', false],
    ['example.com', '*.example.com', true],
    ['a.example.com', '*.example.com', false],
    ['.example.com', 'example.com', false],
    ['.example.com', '*.example.com', true],
    ['192.0.2.0/25', '192.0.2.127', true],
    ['192.0.2.0/25', '192.0.2.128', false],
    ['2001:db8::/33', '2001:db8:7fff::1', true],
    ['2001:db8::/33', '2001:db8:8000::1', false],
    ['192.0.2.0/24', 'example.com', true],
    ['example.com', '192.0.2.1', true],
  ])('permitting %s allows %s: %s', (base, name, allowed) => {
    expect(violation(permit(subtree(base)), someone([general(name)])) === undefined).toBe(allowed);
  });

  it.each([
    ['example.com', 'www.example.com', false],
    ['www.example.com', '*.example.com', false],
    ['a.www.example.com', '*.example.com', true],
    ['example.com', 'example.org', true],
    ['0.0.0.0/0', '192.0.2.1', false],
    ['0.0.0.0/0', '::1', true],
  ])('excluding %s allows %s: %s', (base, name, allowed) => {
    expect(violation(exclude(subtree(base)), someone([general(name)])) === undefined).toBe(allowed);
  });

  it('covers mail addresses, directory names, and subjects', () => {
    expect(violation(permit(mail('example.com')), someone([mail('A@EXAMPLE.com')]))).toBeUndefined();
    expect(violation(permit(mail('example.com')), someone([mail('a@b.example.com')]))?.what).toBe('name not permitted');
    expect(violation(permit(mail('.example.com')), someone([mail('a@b.example.com')]))).toBeUndefined();
    expect(violation(permit(mail('a@example.com')), someone([mail('A@example.com')]))?.what).toBe('name not permitted');
    expect(violation(exclude(mail('example.com')), someone([], ['emailAddress', 'a@example.com']))?.what).toBe(
      'name excluded',
    );
    expect(violation(permit(directory(['O', 'x'])), someone([], ['O', 'X'], ['CN', 'y']))).toBeUndefined();
    expect(violation(permit(directory(['O', 'x'])), someone([], ['O', 'z']))?.what).toBe('name not permitted');
    expect(violation(permit(directory(['O', 'x'])), someone([]))).toBeUndefined();
  });

  it('does not compare for ever', () => {
    const many = Array.from({ length: 1000 }, (_, i) => general(`${i}.example.com`));
    const began = performance.now();
    expect(violation(exclude(...many), someone(many))?.what).toBe('too many names');
    expect(performance.now() - began).toBeLessThan(200);
  });

  it.each([
    ['example.com', 'https://example.com/x', true],
    ['example.com', 'https://EXAMPLE.com', true],
    ['Example.com', 'ldap://user:pass@example.com:636?x', true],
    ['example.com', 'https://www.example.com/', false],
    ['.example.com', 'https://a.b.example.com/', true],
    ['.example.com', 'https://example.com/', false],
    ['example.com', 'https://example.com@evil.test/', false],
    ['example.com', 'https://evil.test/example.com', false],
    ['example.com', 'https://evil.test#@example.com', false],
  ])('permitting URIs at %s allows %s: %s', (base, name, allowed) => {
    expect(violation(permit(uri(base)), someone([uri(name)]))?.what).toBe(allowed ? undefined : 'name not permitted');
    expect(violation(exclude(uri(base)), someone([uri(name)]))?.what).toBe(allowed ? 'name excluded' : undefined);
  });

  // RFC 5280 4.2.1.10: a URI without a host that is a fully qualified domain name must be refused; nobody can tell where the others belong.
  it.each([
    ['no authority', uri('urn:example:a'), uri('example.com')],
    ['no authority', uri('mailto:a@example.com'), uri('example.com')],
    ['no host', uri('https:///a'), uri('example.com')],
    ['an IPv4 address', uri('https://192.0.2.1/'), uri('example.com')],
    ['an IPv4 address in short', uri('https://127.1/'), uri('example.com')],
    ['an IPv6 address', uri('https://[2001:db8::1]/'), uri('example.com')],
    ['a host of one label', uri('https://intranet/'), uri('example.com')],
    ['a wildcard', uri('https://*.example.com/'), uri('example.com')],
    ['a backslash', uri('https://evil.test\\@example.com/'), uri('example.com')],
    ['two signs of a user', uri('https://a@evil.test@example.com/'), uri('example.com')],
    ['an escape in the host', uri('https://%65xample.com/'), uri('example.com')],
    ['a port that is none', uri('https://example.com:443:x/'), uri('example.com')],
    ['no scheme', uri('//example.com/'), uri('example.com')],
    ['nothing', uri(''), uri('example.com')],
    ['two signs', mail('invalid@address@example.com'), mail('example.com')],
    ['no sign', mail('example.com'), mail('example.com')],
    ['no user', mail('@example.com'), mail('example.com')],
    ['no host', mail('a@'), mail('example.com')],
    ['a broken host', mail('a@.example.com'), mail('.example.com')],
    ['a space', mail('a b@example.com'), mail('example.com')],
    ['dots in a row', mail('a..b@example.com'), mail('example.com')],
    ['a display name', mail('A <a@example.com>'), mail('example.com')],
    ['an address for a host', mail('a@[192.0.2.1]'), mail('example.com')],
    ['an empty label', host('a..example.com'), host('example.com')],
    ['a dot at the end', host('example.com.'), host('example.com')],
    ['a star in the middle', host('a.*.example.com'), host('example.com')],
    ['a space', host('a b.example.com'), host('example.com')],
    ['a URI', host('https://example.com'), host('example.com')],
  ])('refuse a name with %s: %o under any constraint of its form', (_, name, base) => {
    for (const constraints of [permit(base), exclude(base)])
      expect(violation(constraints, someone([name]))?.what).toBe('constraint unreadable');
    expect(violation(permit(directory(['O', 'x'])), someone([name]))).toBeUndefined();
  });

  it.each([
    ['two signs', mail('a@b@example.com'), mail('a@example.com')],
    ['a URI', uri('https://example.com'), uri('https://example.com')],
    ['a port', uri('example.com:443'), uri('https://example.com')],
    ['nothing', uri(''), uri('https://example.com')],
    ['nothing', mail(''), mail('a@example.com')],
    ['a wildcard', host('*.example.com'), host('a.example.com')],
    ['an empty label', host('a..b'), host('a.b')],
  ])('refuse every name of a form whose subtree holds %s: %o', (_, base, name) => {
    for (const constraints of [permit(base), exclude(base)])
      expect(violation(constraints, someone([name]))?.what).toBe('constraint unreadable');
    expect(violation(exclude(base), someone([general('192.0.2.1')]))).toBeUndefined();
  });

  it('know a user by any spelling, and every address of a subject', () => {
    expect(violation(permit(mail('example.com')), someone([mail('"a@b c"@example.com')]))).toBeUndefined();
    expect(violation(exclude(mail('ab@example.com')), someone([mail('"a\\b"@example.com')]))?.what).toBe(
      'name excluded',
    );
    const subject = (address: string) => someone([], ['emailAddress', address]);
    expect(violation(permit(mail('example.com')), subject('a+b@example.com'))).toBeUndefined();
    expect(violation(permit(mail('example.com')), subject('a@example.com+@evil.test'))?.what).toBe(
      'constraint unreadable',
    );
    expect(violation(exclude(mail('A@example.com')), subject('A@example.com'))?.what).toBe('name excluded');
  });

  it('refuse what they can not judge', () => {
    const number = readGeneralName(der.readOnly(der.write(der.context(8, false), Uint8Array.of(42, 3))));
    expect(violation(permit(number), someone([number]))?.what).toBe('constraint unsupported');
    expect(violation(permit(number), someone([general('example.com')]))).toBeUndefined();
  });
});

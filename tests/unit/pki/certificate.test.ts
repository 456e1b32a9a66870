import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Bytes, der, equal, type Field, Flaw, type FlawCause, toHex, walk } from '../../../src/bytes/index.ts';
import { certificateField } from '../../../src/pki/fields/index.ts';
import { demoPki, parseCertificate } from '../../../src/pki/index.ts';
import { fieldValue } from '../../../src/words/values.ts';
import { limboCertificates } from './limbo-certificates.ts';

const NOW = Date.UTC(2026, 10, 23, 12);
const [leaf] = demoPki('P-256', NOW).server.chain;
const bytes = leaf?.der ?? new Uint8Array(0);

function expectTiles(root: Field, length: number): void {
  expect([root.start, root.end]).toEqual([0, length]);
  for (const { field, path } of walk(root)) {
    if (field.children.length === 0) continue;
    let at = field.start;
    for (const child of field.children) {
      if (child.start !== at || child.end < at) expect.fail(`gap or overlap in ${path.join(' > ')} at ${at}`);
      at = child.end;
    }
    if (at !== field.end) expect.fail(`${path.join(' > ')} ends at ${field.end}, its children at ${at}`);
  }
}

/** The certificate with another subject; the lengths around it are right, the signature isn't. */
function withSubject(certificate: Bytes, subject: Bytes, other: Bytes): Bytes {
  const [tbs, ...rest] = new der.Elements(der.read(certificate), der.SEQUENCE, 'it').rest();
  if (!tbs) throw new Error('not a certificate');
  const members = new der.Elements(tbs, der.SEQUENCE, 'it').rest().map(der.bytesOf);
  const changed = members.map((member) => (equal(member, subject) ? other : member));
  return der.sequence(der.sequence(...changed), ...rest.map(der.bytesOf));
}

function flaws(root: Field): readonly FlawCause[] {
  return [...walk(root)].flatMap(({ field }) => field.flaw ?? []);
}

/** What is inside these, reading a certificate leaves to those who understand it. */
function expectFlawsOnlyWhereTheyDoNotMatter(root: Field): void {
  for (const { field, path } of walk(root))
    if (field.flaw)
      expect(path).toEqual(
        expect.arrayContaining([expect.stringMatching(/^(extnValue|signatureValue|value|parameters)$/)]),
      );
}

function parsedOrFlaw(der: Bytes): unknown {
  try {
    return parseCertificate(der);
  } catch (error) {
    return error;
  }
}

describe('a parsed certificate', () => {
  it('says what it holds', () => {
    expect(leaf).toMatchObject({
      version: 3,
      subject: { text: 'CN=api.example, O=Countersign Demo', commonName: 'api.example' },
      issuer: { commonName: 'Countersign Server Issuing CA' },
      signatureAlgorithm: { name: 'ecdsa-with-SHA256', oid: '1.2.840.10045.4.3.2' },
      publicKey: { kind: 'P-256' },
      keyUsage: ['digitalSignature'],
      extendedKeyUsage: ['serverAuth'],
      subjectAltName: [{ kind: 'dNSName', text: 'api.example' }],
      defects: [],
    });
    expect(leaf?.basicConstraints).toBeUndefined();
    expect(leaf && leaf.notBefore <= NOW && NOW <= leaf.notAfter).toBe(true);
    expect(toHex(leaf?.authorityKeyId?.keyId ?? new Uint8Array(0))).toMatch(/^[0-9a-f]{40}$/);
  });

  it('lays the names of RFC 5280 over its bytes', () => {
    const found = new Map(
      [...walk(certificateField(bytes))].map(({ field, path }) => [
        path.join(' > '),
        field.text && fieldValue(field.text),
      ]),
    );
    const at = (path: string) => found.get(`Certificate > ${path}`);
    expect(at('tbsCertificate > version > Version')).toBe('v3');
    expect(at('tbsCertificate > serialNumber')).toBe(leaf?.serial.replace(/(..)(?=.)/g, '$1:'));
    expect(at('tbsCertificate > signature')).toBe('ecdsa-with-SHA256');
    expect(at('tbsCertificate > issuer')).toBe('CN=Countersign Server Issuing CA, O=Countersign Demo');
    expect(at('tbsCertificate > validity > notBefore')).toBe('2026-10-24 00:00:00 UTC');
    expect(at('tbsCertificate > subject > [1] > [0]')).toBe('CN=api.example');
    expect(at('tbsCertificate > subjectPublicKeyInfo')).toBe('P-256');
    const extensions = 'tbsCertificate > extensions > Extensions';
    expect(at(`${extensions} > [0] > critical`)).toBe('TRUE');
    expect(at(`${extensions} > [2] > extnValue > SubjectAltName > [0]`)).toBe('dNSName: api.example');
    expect(at('signatureValue > Ecdsa-Sig-Value > r')).toMatch(/^[0-9a-f]+$/);
    expect(found.has('Certificate > tbsCertificate > validity > tag')).toBe(true);
  });
});

describe('the field tree of certificates', () => {
  it('tiles every certificate of x509-limbo, and has a flaw exactly when the certificate is unreadable', () => {
    expect(limboCertificates.length).toBeGreaterThan(300);
    let unreadable = 0;
    for (const der of limboCertificates) {
      const field = certificateField(der);
      expectTiles(field, der.length);
      const parsed = parsedOrFlaw(der);
      if (parsed instanceof Error) {
        unreadable++;
        expect(parsed).toBeInstanceOf(Flaw);
        expect(flaws(field)).toHaveLength(1);
      }
    }
    expect(unreadable).toBe(2);
  });

  it('is there for a certificate cut off anywhere', () => {
    for (let length = 0; length < bytes.length; length++) {
      const cut = bytes.slice(0, length);
      const field = certificateField(cut);
      expectTiles(field, length);
      expect(flaws(field), `cut at ${length}`).toHaveLength(1);
      expect(parsedOrFlaw(cut)).toBeInstanceOf(Flaw);
    }
  });

  it('is there for a certificate with anything changed in it', () => {
    fc.assert(
      fc.property(fc.nat(bytes.length - 1), fc.nat(255), (at, value) => {
        const changed = bytes.slice();
        changed[at] = value;
        const field = certificateField(changed);
        expectTiles(field, changed.length);
        const parsed = parsedOrFlaw(changed);
        if (!(parsed instanceof Error)) return expectFlawsOnlyWhereTheyDoNotMatter(field);
        expect(parsed).toBeInstanceOf(Flaw);
        expect(flaws(field).length).toBeGreaterThan(0);
      }),
      { numRuns: 500 },
    );
  });

  it('is there for hostile sizes: deep nesting, huge texts, huge object identifiers', () => {
    let nested: Bytes = new Uint8Array(0);
    for (let i = 0; i < 5000; i++) nested = der.sequence(nested);
    const attribute = (type: Bytes, value: Bytes) => der.sequence(der.write(der.SET, der.sequence(type, value)));
    const commonName = der.oid('2.5.4.3');
    const hugeOid = der.write(der.OBJECT_IDENTIFIER, new Uint8Array(60_000).fill(0xff), Uint8Array.of(1));
    const names = [
      attribute(commonName, nested),
      attribute(commonName, der.write(der.PRINTABLE_STRING, new Uint8Array(300_000).fill(65))),
      attribute(hugeOid, der.write(der.NULL)),
    ];
    const subject = leaf?.subject.der ?? bytes;
    for (const name of names) {
      const odd = withSubject(bytes, subject, name);
      expectTiles(certificateField(odd), odd.length);
      const parsed = parsedOrFlaw(odd);
      if (parsed instanceof Error) expect(parsed).toBeInstanceOf(Flaw);
    }
  });

  it('is there for any bytes at all', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 60 }), (any) => {
        expectTiles(certificateField(any), any.length);
        expect(parsedOrFlaw(any)).toBeInstanceOf(Flaw);
      }),
    );
  });

  it('shows what follows a certificate, and names what is wrong where it is', () => {
    const longer = certificateField(Uint8Array.from([...bytes, 1, 2]));
    expectTiles(longer, bytes.length + 2);
    expect(longer.children.at(-1)).toMatchObject({
      name: 'unparsed',
      start: bytes.length,
      flaw: { what: 'bytes after the end', bytes: 2 },
    });

    const time = [...walk(certificateField(bytes))].find(({ field }) => field.name === 'notAfter')?.field;
    const odd = bytes.slice();
    odd[(time?.start ?? 0) + 2] = 'x'.charCodeAt(0);
    const broken = [...walk(certificateField(odd))].filter(({ field }) => field.flaw);
    expect(broken.map(({ path }) => path.join(' > '))).toEqual(['Certificate > tbsCertificate > validity > notAfter']);
    expect(broken[0]?.field.flaw).toMatchObject({ what: 'form of time', form: 'YYMMDDHHMMSSZ' });
  });
});

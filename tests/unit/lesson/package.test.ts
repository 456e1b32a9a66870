// A lesson as a package for learning platforms. No package that could be installed for its sake brings the schemas of SCORM 1.2 along: the manifest
// is held to the list of rules in imsmanifest.rng, by libxml2, and to those that no grammar can say, below.

import { readFileSync } from 'node:fs';
import * as fc from 'fast-check';
import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { validateXML } from 'xmllint-wasm';
import { packageOf } from '../../../src/lesson/packing/index.ts';
import { manifestOf } from '../../../src/lesson/packing/manifest.ts';
import { enclosedId, enclosedIn } from '../../../src/lesson/platform/index.ts';

const schema = readFileSync(new URL('imsmanifest.rng', import.meta.url), 'utf8');
const page =
  '<!doctype html><html lang="en" data-whole="page"><head></head><body><script type="text/plain" id="licences">All</script><script>run(\'<html lang="en" data-whole="page"<script type="text/plain" id="licences">\')</script></body></html>';
const usual = { title: 'Mutual TLS from nothing', page, lesson: '# Mutual TLS from nothing\n' };

/** Which of some manifests break a rule, by their numbers. */
async function brokenOf(texts: readonly string[]): Promise<readonly number[]> {
  const xml = texts.map((contents, at) => ({ fileName: `${at}.xml`, contents }));
  const { errors, rawOutput, valid } = await validateXML({ xml, schema, extension: 'relaxng' });
  const broken = new Set(errors.map(({ loc }) => Number.parseInt(loc?.fileName ?? rawOutput, 10)));
  expect(valid).toBe(broken.size === 0);
  return [...broken].sort((a, b) => a - b);
}

const filesIn = (bytes: Uint8Array): Readonly<Record<string, string>> =>
  Object.fromEntries(Object.entries(unzipSync(bytes)).map(([name, content]) => [name, strFromU8(content)]));

const titled = (title: string): string => manifestOf({ title, identifier: 'countersign-1', page: 'index.html' });

describe('a package', () => {
  it('has a manifest and the page that it names, and is the same each time', () => {
    const bytes = packageOf({ ...usual, mastery: 80 });
    const files = filesIn(bytes);
    expect(Object.keys(files)).toEqual(['imsmanifest.xml', 'index.html']);
    const named = [...(files['imsmanifest.xml'] ?? '').matchAll(/href="([^"]+)"/g)].map(([, name]) => name);
    expect(named).toEqual(['index.html', 'index.html']);
    expect(packageOf({ ...usual, mastery: 80 })).toEqual(bytes);
  });

  it('has another name for another lesson', () => {
    const [one, other] = ['# One', '# Other'].map(
      (lesson) => / identifier="([^"]+)"/.exec(filesIn(packageOf({ ...usual, lesson }))['imsmanifest.xml'] ?? '')?.[1],
    );
    expect(one).toMatch(/^countersign-[0-9a-f]{16}$/);
    expect(other).not.toBe(one);
  });

  it('is refused for another page', () => {
    expect(() => packageOf({ ...usual, page: '<html lang="en"><body>A frame</body></html>' })).toThrow(RangeError);
    const frame = `<html lang="en" data-whole="frame">${' '.repeat(500)}${page}`;
    expect(() => packageOf({ ...usual, page: frame })).toThrow(RangeError);
  });
});

describe('its manifest', () => {
  it('keeps the rules', async () => {
    const files = filesIn(packageOf({ ...usual, mastery: 80 }));
    expect(await brokenOf([files['imsmanifest.xml'] ?? '', titled(''), titled(usual.title)])).toEqual([]);
  });

  it('would break them with anything else', async () => {
    const wrong = [
      ['identifier="item"', 'identifier="1 item"'],
      ['identifier="item"', 'identifier="resource"'],
      ['scormtype="sco"', 'scormtype="SCO"'],
      ['<schemaversion>1.2<', '<schemaversion>2004<'],
      ['href="index.html"', 'href="/index.html"'],
      ['<title>A<', '<title><b>A</b><'],
      ['<title>A<', `<title>${'A'.repeat(201)}<`],
      ['>50<', '>101<'],
      ['</manifest>', '<file/></manifest>'],
    ] as const;
    const right = manifestOf({ title: 'A', identifier: 'countersign-1', page: 'index.html', mastery: 50 });
    const texts = wrong.map(([from, to]) => right.replace(from, to));
    expect(await brokenOf([...texts, right])).toEqual(wrong.map((_, at) => at));
  });

  it('names what it has: the organization, the resource, and one file for the page', () => {
    const text = titled('A');
    const values = (name: string) =>
      [...text.matchAll(new RegExp(` ${name}="([^"]+)"`, 'g'))].map(([, value]) => value);
    expect(values('identifier')).toEqual(['countersign-1', 'organization', 'item', 'resource']);
    expect(values('default')).toEqual(['organization']);
    expect(values('identifierref')).toEqual(['resource']);
  });

  it('says what it takes to pass, if it takes anything', () => {
    expect(titled('A')).not.toContain('masteryscore');
    const files = filesIn(packageOf({ ...usual, mastery: 65 }));
    expect(files['imsmanifest.xml']).toContain('<adlcp:masteryscore>65</adlcp:masteryscore>');
  });

  it('can hold any title', async () => {
    const titles = fc.sample(
      fc.oneof(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary', minLength: 190, maxLength: 400 })),
      60,
    );
    const odd = [
      '<b>&amp;]]></b>',
      '"; DROP',
      '\u0000\u0008\uFFFE\uD800',
      '🔏'.repeat(150),
      'a'.repeat(200),
      ...titles,
    ];
    expect(await brokenOf(odd.map(titled))).toEqual([]);
    expect(titled('A <b> & “c”')).toContain('<title>A &lt;b&gt; &amp; “c”</title>');
    expect(titled('a'.repeat(201))).toContain(`<title>${'a'.repeat(199)}…</title>`);
  });
});

describe('the lesson in its page', () => {
  const blockOf = (html: string): string =>
    new RegExp(`<script type="application/json" id="${enclosedId}">(.*?)</script>`, 's').exec(html)?.[1] ?? '';

  it.each(['</script><script>alert(1)</script>', '<!-- <script>', '</ScRiPt >', '$& $` $1', '\u2028\u2029', '\uD800'])(
    'breaks out of nothing: %s',
    (lesson) => {
      const html = filesIn(packageOf({ ...usual, lesson }))['index.html'] ?? '';
      expect(blockOf(html)).not.toContain('<');
      expect(enclosedIn(blockOf(html))).toEqual({ lesson });
      expect(
        html.replace(/<script type="application\/json".*?<\/script>\n/s, '').replace(' data-elsewhere=""', ''),
      ).toBe(page);
    },
  );

  it('is any text, whole', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary', maxLength: 300 }),
        fc.option(fc.nat(100), { nil: undefined }),
        (lesson, mastery) => {
          const made = { lesson, ...(mastery !== undefined && { mastery }) };
          expect(enclosedIn(blockOf(filesIn(packageOf({ ...usual, ...made }))['index.html'] ?? ''))).toEqual(made);
        },
      ),
      { numRuns: 30 },
    );
  });

  it.each(['', 'null', '{}', '[1]', '{"format":2,"lesson":"x"}', '{"format":1,"lesson":3}'])('is not %s', (data) => {
    expect(enclosedIn(data)).toBe(undefined);
  });

  it('asks for no score beyond what there is', () => {
    expect(enclosedIn('{"format":1,"lesson":"x","mastery":101}')).toEqual({ lesson: 'x' });
  });
});

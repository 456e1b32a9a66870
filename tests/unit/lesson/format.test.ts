// Lessons as text: what can be read, what is told of the rest and on which line, and that what is written is what was read.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  blocksOf,
  inlineOf,
  kinds,
  type Lesson,
  lettersOf,
  mostBytes,
  readLesson,
  writeLesson,
} from '../../../src/lesson/format/index.ts';
import { flawSentence } from '../../../src/words/lessons/index.ts';

const whole = `# A *copied* certificate

- About: What a thief can do
- by: Somebody
- Minutes: 10

## The client shows it

https://lab.example/page/?a#1?step=8

Words *here*, \`code\` and [a link](https://example.com/x).

> Say this.
>
> And ask that?

1. one
2. two

### Will it be believed?

- [ ] Yes
- [X] No, *never*

Because:

~~~
openssl
~~~

## What comes next?

[there](#1/tls12?break=untrusted-ca&step=12)

### Predict: alert
`;

const lesson: Lesson = {
  title: 'A *copied* certificate',
  facts: { about: 'What a thief can do', by: 'Somebody', minutes: 10 },
  parts: [
    {
      title: 'The client shows it',
      link: '#1?step=8',
      words: 'Words *here*, `code` and [a link](https://example.com/x).\n\n1. one\n2. two',
      notes: 'Say this.\n\nAnd ask that?',
      question: {
        kind: 'choice',
        asks: 'Will it be believed?',
        choices: [
          { text: 'Yes', right: false },
          { text: 'No, *never*', right: true },
        ],
        why: 'Because:\n\n~~~\nopenssl\n~~~',
      },
    },
    {
      title: 'What comes next?',
      link: '#1/tls12?break=untrusted-ca&step=12',
      words: '',
      notes: '',
      question: { kind: 'predict', about: 'alert' },
    },
  ],
};

/** What is told of a text: the causes with their lines. */
function told(text: string): readonly string[] {
  const read = readLesson(text);
  return read.ok ? [] : read.flaws.map(({ line, cause }) => `${line} ${cause.what}`);
}

/** What is told of a part with these lines below its address, which stands on line 5. */
const ofPart = (...lines: readonly string[]) => told(['# T', '', '## P', '', '#1', '', ...lines].join('\n'));

describe('a lesson as text', () => {
  it('is read with all it has, whatever its lines end with', () => {
    for (const text of [whole, `\uFEFF${whole}`, whole.replaceAll('\n', '\r\n')])
      expect(readLesson(text)).toEqual({ ok: true, lesson });
  });

  it('is written as it is read', () => {
    expect(readLesson(writeLesson(lesson))).toEqual({ ok: true, lesson });
    expect(writeLesson(lesson)).toContain('### Will it be believed?\n\n- [ ] Yes\n- [x] No, *never*\n\nBecause:');
  });

  it.each([
    ['', ['1 no title', '1 no part']],
    ['words\n\n## P\n\n#1', ['1 no title', '1 before the first part']],
    ['# A\n\n# B\n\n## P\n\n#1\n\n# C', ['3 second title', '9 second title']],
    ['# A\n\nwords\n\n## P\n\n#1', ['3 before the first part']],
    [
      '# A\n- Mood: good\n- By: me\n- By: you\n- Minutes: soon\n- words\n\n## P\n\n#1',
      ['2 unknown fact', '4 second fact', '5 unread fact', '6 unread fact'],
    ],
    ['# A\n\n##\n\n#1', ['3 nameless part']],
    ['# A\n\n## P\n\nwords\n\n## Q\n\n#1', ['3 no address']],
    ['# A\n\n## P\n\n#1\nwords at once', ['3 no address']],
  ])('tells what its frame lacks: %j', (text, flaws) => expect(told(text)).toEqual(flaws));

  it.each([
    [['#1?step=3'], ['7 second address']],
    [['> a', '', 'b', '', '> c'], ['11 second notes']],
    [['> a', 'lazy'], ['7 loose notes']],
    [['a <b>bold</b>'], ['7 markup', '7 markup']],
    [['<script>alert(1)</script>'], ['7 markup']],
    [['![x](https://example.com/x.png)'], ['7 image']],
    [['- a', '- [b](javascript:alert(1))'], ['8 link']],
    [['[b](../secret.html)'], ['7 link']],
    [['a', '', '***'], ['9 rule']],
    [['- > a'], ['7 quote inside']],
    [['[a]: https://example.com'], ['7 definition']],
    [['```', 'a'], ['7 open code']],
    [['    a'], ['7 indented code']],
    [['#### a'], ['7 deep heading']],
    [['> ## a'], ['7 deep heading']],
    [['### A?', '', '- [x] a', '- [ ] b', '', 'c', '', '### B?'], ['14 second question']],
    [['###', '', '- [x] a', '- [ ] b', '', 'c'], ['7 nameless question']],
    [['### Predict: weather'], ['7 unknown kind']],
    [['### Predict', '', 'a'], ['9 after predict']],
    [['### A?', '', 'b'], ['7 no choices']],
    [['### A?', '', '- [x] a', '- b', '', 'c'], ['10 choice without box']],
    [['### A?', '', '- [x] a', '', '  b', '- [ ] c', '', 'd'], ['9 long choice']],
    [['### A?', '', '- [x] a', '', 'd'], ['9 few choices']],
    [['### A?', '', '- [ ] a', '- [ ] b', '', 'd'], ['9 right choices']],
    [['### A?', '', '- [x] a', '- [x] b', '', 'd'], ['9 right choices']],
    [['### A?', '', '- [x] a', '- [ ] b'], ['9 no why']],
    [['> > > > > > > > > a'], ['7 too deep']],
  ])('tells what a part can’t have: %j', (lines, flaws) => expect(ofPart(...lines)).toEqual(flaws));

  it('tells each in words, with its line', () => {
    const read = readLesson('# A\n\n## P\n\n#1\n\n<b>');
    expect(!read.ok && read.flaws.map(flawSentence)).toEqual([
      'Line 7: This looks like HTML, which no lesson can have. Write it as code, between backticks, or without “<”.',
    ]);
  });

  it('keeps what can be read of one that can’t be used', () => {
    const read = readLesson(whole.replace('[X]', '[ ]'));
    expect(!read.ok && read.draft.parts.map(({ title }) => title)).toEqual(['The client shows it', 'What comes next?']);
  });

  it('is refused at once where it is too large, whatever is in it', () => {
    expect(told('ü'.repeat(mostBytes / 2 + 1))).toEqual(['1 too large']);
    expect(told('\n'.repeat(4000))).toEqual(['4001 too many lines']);
    for (const sign of ['>', '+ ', '1. ']) expect(ofPart(sign.repeat(20_000))).toEqual(['7 too deep']);
  });

  const letters = fc.string({ unit: fc.constantFrom(...'ab `*_[]()<>#>-+.1!\\&;:|~=x\n '), maxLength: 60 });
  const piece = fc.oneof(
    letters,
    fc.constantFrom(
      ...[
        '# T',
        '## P',
        '### Q',
        '### Predict',
        '#1?step=2',
        '- [x] a\n- [ ] b',
        'why',
        '> note',
        '- a',
        '  - b',
        '1. c',
      ],
      ...[
        '```\ncode\n```',
        '   why',
        '===',
        '---',
        '* c',
        'a #',
        '<https://a.example/>',
        '[a](#1)',
        '- About: b',
        '&amp;',
      ],
    ),
  );

  it('comes back the same from any text that can be read', () => {
    const text = fc.array(piece, { maxLength: 12 }).map((pieces) => pieces.join('\n\n'));
    fc.assert(
      fc.property(
        fc.oneof(
          text,
          text.map((rest) => `# T\n\n## P\n\n#1\n\n${rest}`),
        ),
        (written) => {
          const read = readLesson(written);
          if (!read.ok) return;
          expect(readLesson(writeLesson(read.lesson))).toEqual(read);
        },
      ),
      { numRuns: 120 },
    );
  });

  it('comes back the same from any lesson of plain words', () => {
    const line = fc.constantFrom('A', 'a `b` c', '*a* – **b**', '1.5 < 2', 'a & b', 'ü [x](https://a.example/)');
    const words = fc.array(fc.oneof(line, fc.constantFrom('- a\n- b', '1. a\n2. b', '```\n# a\n\n> b\n```')), {
      maxLength: 3,
    });
    const prose = words.map((blocks) => blocks.join('\n\n'));
    const why = line;
    const question = fc.oneof(
      fc.constantFrom(...kinds).map((about) => ({ kind: 'predict' as const, about })),
      fc.record({
        kind: fc.constant('choice' as const),
        asks: line,
        choices: fc.tuple(line, line).map(([a, b]) => [
          { text: a, right: false },
          { text: b, right: true },
        ]),
        why,
      }),
    );
    const part = fc
      .record({ title: line, link: fc.constantFrom('#1', '#1?seed=(a)*b*_c_'), words: prose, notes: prose })
      .chain((each) => fc.option(question).map((asked) => (asked ? { ...each, question: asked } : each)));
    fc.assert(
      fc.property(line, fc.array(part, { minLength: 1, maxLength: 4 }), (title, parts) => {
        const made = { title, facts: {}, parts };
        expect(readLesson(writeLesson(made))).toEqual({ ok: true, lesson: made });
      }),
      { numRuns: 40 },
    );
  });
});

describe('the words of a lesson', () => {
  it('become blocks, and links say where they lead', () => {
    expect(blocksOf('a *b*\n\n2. `c`\n\n[d](https://x.example:1/y) [e](#1?step=2)')).toEqual([
      {
        kind: 'paragraph',
        inline: [
          { kind: 'text', text: 'a ' },
          { kind: 'emphasis', inline: [{ kind: 'text', text: 'b' }] },
        ],
      },
      { kind: 'list', start: 2, items: [[{ kind: 'paragraph', inline: [{ kind: 'code', text: 'c' }] }]] },
      {
        kind: 'paragraph',
        inline: [
          {
            kind: 'link',
            to: { url: 'https://x.example:1/y', host: 'x.example:1' },
            inline: [{ kind: 'text', text: 'd' }],
          },
          { kind: 'text', text: ' ' },
          { kind: 'link', to: { link: '#1?step=2' }, inline: [{ kind: 'text', text: 'e' }] },
        ],
      },
    ]);
  });

  it('show markup, pictures and strange links as the letters that they are', () => {
    for (const text of ['<b onclick="x">', '![a](b)', '[a](javascript:x)', 'a <i>b</i>'])
      expect(lettersOf(text)).toBe(text);
    expect(inlineOf('[a](javascript:x)')).toEqual([{ kind: 'text', text: '[a](javascript:x)' }]);
  });
});

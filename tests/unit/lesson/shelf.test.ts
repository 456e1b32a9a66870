// The lessons that come along: each can be read, each part opens at the moment that it talks about, and what it names happens there.

import { describe, expect, it } from 'vitest';
import { fromLink, linkParts, runSupplied, type Scenario } from '../../../src/lab/index.ts';
import { type Lesson, lettersOf, type Part, readLesson, writeLesson } from '../../../src/lesson/format/index.ts';
import { questionAt } from '../../../src/lesson/predict/index.ts';
import { shipped } from '../../../src/lesson/shelf/index.ts';
import { alertDescriptions } from '../../../src/tls/wire/iana.ts';
import { offerWords } from '../../../src/words/lessons/index.ts';

const lessons = Object.entries(shipped).map(([name, text]) => {
  const read = readLesson(text);
  return { name, text, read, lesson: read.ok ? read.lesson : undefined };
});
const parts = lessons.flatMap(({ name, lesson }) =>
  (lesson?.parts ?? []).map((part, at) => ({ name: `${name}, ${at + 1}: ${lettersOf(part.title)}`, part })),
);
const heeded = ['lens', 'unit', 'tab', 'beside'] as const;

async function stepsOf(scenario: Scenario) {
  return (await runSupplied(scenario)).steps.map(({ name }) => name.replace(/^alert /, ''));
}

const messages =
  'ClientHello ServerHello EncryptedExtensions CertificateRequest Certificate CertificateVerify Finished ServerKeyExchange ServerHelloDone ClientKeyExchange';
const known = [...messages.split(' '), ...Object.keys(alertDescriptions.codes)];

/** The names of the wire that a part uses for what happens, without wrong choices. */
function namesIn({ title, words, notes, question }: Part): readonly string[] {
  const why = question?.kind === 'choice' ? question.why : '';
  const quoted = [title, words, notes, why].join('\n').matchAll(/`([A-Za-z_]+)`/g);
  return [...quoted].flatMap(([, name]) => (name && known.includes(name) ? [name] : []));
}

describe('the lessons that come along', () => {
  it('are six, and the first is the one that newcomers are offered', () => {
    expect(lessons).toHaveLength(6);
    expect(offerWords.take).toContain({ 10: 'ten' }[lessons[0]?.lesson?.facts.minutes ?? 0]);
  });

  it.each(lessons)('$name can be read, and has all that a lesson should', ({ read }) => {
    expect(read.ok ? [] : read.flaws).toEqual([]);
    const { parts, facts } = (read as { lesson: Lesson }).lesson;
    expect(parts.length).toBeGreaterThanOrEqual(5);
    expect(parts.length).toBeLessThanOrEqual(9);
    expect(facts.about && facts.minutes).toBeTruthy();
    expect(parts.filter(({ question }) => question).length).toBeGreaterThanOrEqual(3);
    for (const { notes, words } of parts) {
      expect(notes).toMatch(/\bAsk[: ]/);
      expect(words.length).toBeGreaterThan(80);
    }
  });

  it.each(lessons)('$name has each heading and each choice once, and no right one always first', ({ lesson }) => {
    const all = lesson?.parts ?? [];
    expect(new Set(all.map(({ title }) => title)).size).toBe(all.length);
    const places = all.flatMap(({ question }) =>
      question?.kind === 'choice' ? [question.choices.findIndex(({ right }) => right)] : [],
    );
    expect(new Set(places).size).toBeGreaterThan(1);
  });

  it.each(lessons)('$name comes back the same when it is written', ({ read, lesson }) => {
    expect(readLesson(writeLesson(lesson as Lesson))).toEqual(read);
  });

  it.each(parts)('$name opens at its moment, in which happens what it names', async ({ part }) => {
    const read = await fromLink(part.link, heeded);
    expect(read.ok && { flaws: read.flaws, leftOut: read.leftOut }).toEqual({ flaws: undefined, leftOut: undefined });
    if (!read.ok) return;
    const steps = await stepsOf(read.scenario);
    const beside = read.beside ? await stepsOf(read.beside.scenario) : [];
    for (const name of namesIn(part)) expect([...steps, ...beside]).toContain(name);
    const step = steps[(read.step ?? 0) - 1];
    if (step !== undefined) expect(`${part.title} ${part.words}`).toContain(step);
  });

  it.each(parts.filter(({ part }) => part.question?.kind === 'predict'))(
    '$name asks what can be asked there',
    async ({ part: { link, question } }) => {
      const read = await fromLink(link, heeded);
      const kind = question?.kind === 'predict' ? question.about : undefined;
      const timeline = await runSupplied(read.scenario);
      const found = read.ok && kind && questionAt(timeline, (read.step ?? 0) + 1, kind);
      expect(found).toBeTruthy();
    },
  );

  it('say their addresses as the page writes them', async () => {
    await linkParts.need('extras');
    for (const { part } of parts) {
      const read = await fromLink(part.link, heeded);
      expect(read.ok && linkParts.take('extras').writeLink(read)).toBe(part.link);
    }
  });
});

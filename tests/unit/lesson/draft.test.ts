// A lesson in the making: what can be done with its parts, and that what is wrong is told of the part that it is in.

import { describe, expect, it } from 'vitest';
import {
  type Draft,
  draftIn,
  draftOf,
  draftText,
  emptyDraft,
  flawsOf,
  moved,
  withMoment,
  withoutPart,
  withPart,
} from '../../../src/lesson/draft/index.ts';
import { readLesson } from '../../../src/lesson/format/index.ts';
import { shipped } from '../../../src/lesson/shelf/index.ts';

const three = ['#1', '#1?step=2', '#1?step=3'].reduce<Draft>(
  (draft, link, at) => withPart(withMoment(draft, link), at, { title: `Part ${link}` }),
  { ...emptyDraft, title: 'T' },
);
const links = ({ parts }: Draft) => parts.map(({ link }) => link);

describe('a lesson in the making', () => {
  it('takes moments, puts them in order, and lets go of them', () => {
    expect(links(moved(three, 2, -1))).toEqual(['#1', '#1?step=3', '#1?step=2']);
    expect(moved(three, 0, -1)).toBe(three);
    expect(moved(three, 2, 1)).toBe(three);
    expect(links(withoutPart(three, 1))).toEqual(['#1', '#1?step=3']);
    expect(withMoment(withoutPart(three, 1), '#1/off').parts.map(({ id }) => id)).toEqual([0, 2, 3]);
  });

  it('becomes a text that opens as the same lesson', () => {
    const draft = withPart({ ...three, facts: { minutes: 5, about: ' What  it is ' } }, 1, { words: ' a \n\n\n\nb\n' });
    expect(flawsOf(draft)).toEqual([]);
    const read = readLesson(draftText(draft));
    expect(read).toMatchObject({ ok: true, lesson: { facts: { about: 'What it is', minutes: 5 } } });
    expect(read.ok && read.lesson.parts[1]?.words).toBe('a\n\nb');
  });

  it('says of each part what is wrong with it, and what is wrong with the whole', () => {
    expect(flawsOf(emptyDraft).map(({ cause }) => cause.what)).toEqual(['no title', 'no part']);
    const choices = [
      { text: 'a', right: true },
      { text: 'b', right: false },
    ];
    const draft = withPart(withPart(three, 1, { words: 'a\n\n<b>' }), 2, {
      title: '',
      question: { kind: 'choice', asks: 'A?', choices, why: '' },
    });
    expect(flawsOf(draft).map(({ part, cause }) => [part, cause.what])).toEqual([
      [1, 'markup'],
      [2, 'nameless part'],
      [2, 'no why'],
    ]);
  });

  it('lets nobody’s words become the frame of another lesson', () => {
    const sly = withPart(three, 1, { words: 'a\n\n## Another part\n\n#1/off\n\nb' });
    expect(flawsOf(sly).map(({ cause }) => cause.what)).toEqual(['frame']);
    for (const words of ['# T', '> a', '### Predict', '#1?step=9'])
      expect(flawsOf(withPart(three, 1, { words })), words).not.toEqual([]);
  });

  it('goes on with any lesson, and with what was kept of one', () => {
    for (const text of Object.values(shipped)) {
      const read = readLesson(text);
      const draft = draftOf(read.ok ? read.lesson : emptyDraft);
      expect(flawsOf(draft)).toEqual([]);
      expect(draftIn(JSON.stringify(draft))).toEqual(draft);
    }
    for (const kept of ['', '{}', 'null', '{"title":"a","facts":{},"parts":[{}]}'])
      expect(draftIn(kept)).toBeUndefined();
  });
});

// What is wrong with the text of a lesson, by lines. It must not know where the text is from.

import { flawSentence, type LessonFlaw, lessonWords as text } from '../../words/lessons/index.ts';

/** So many flaws are told. */
const most = 12;

export function Flaws({ flaws }: { readonly flaws: readonly LessonFlaw[] }) {
  const sentences = [...new Set(flaws.map(flawSentence))];
  return (
    <ul className="lesson-flaws">
      {sentences.slice(0, most).map((sentence) => (
        <li key={sentence}>{sentence}</li>
      ))}
      {sentences.length > most && <li>{text.more(sentences.length - most)}</li>}
    </ul>
  );
}

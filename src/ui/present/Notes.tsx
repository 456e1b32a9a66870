// What to say about the step, and what to ask: the notes of whoever has put the run into a lesson, or else those that go with its steps. It must
// not know what they say.

import { stepNumber } from '../../store/index.ts';
import { notesOf } from '../../story/notes/index.ts';
import { presentWords as text } from '../../words/present/index.ts';
import { useLab } from '../context.ts';
import { useShow } from './session.ts';

export function Notes() {
  const timeline = useLab((lab) => lab.timeline);
  const number = useLab(stepNumber);
  const own = useShow((show) => show.notesOf);
  const { say, ask } = own?.(timeline, number) ?? notesOf(timeline, number);
  return (
    <section className="present-notes" aria-label={text.notes}>
      <p>{say}</p>
      <p>
        <strong>{text.ask}</strong> {ask}
      </p>
    </section>
  );
}

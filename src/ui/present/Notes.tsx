// What to say about the step, and what to ask: the notes of the lesson that is presented, and those that go with the steps of every run. It must
// not know what they say.

import { stepNumber } from '../../store/index.ts';
import { notesOf } from '../../story/notes/index.ts';
import { presentWords as text } from '../../words/present/index.ts';
import { useLab } from '../context.ts';
import { InLesson } from './InLesson.tsx';

export function Notes() {
  const ofStep = <StepNotes />;
  return <InLesson otherwise={ofStep}>{({ PartNotes }) => <PartNotes otherwise={ofStep} />}</InLesson>;
}

function StepNotes() {
  const timeline = useLab((lab) => lab.timeline);
  const number = useLab(stepNumber);
  const { say, ask } = notesOf(timeline, number);
  return (
    <section className="present-notes" aria-label={text.notes}>
      <p>{say}</p>
      <p>
        <strong>{text.ask}</strong> {ask}
      </p>
    </section>
  );
}

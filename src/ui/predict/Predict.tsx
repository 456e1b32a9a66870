// What asks the reader what comes next: a question where the picture stops, what becomes of the answer, and what it all comes to.
// It must not know what is asked.

import { useLayoutEffect } from 'react';
import { openQuestion } from '../../store/predict/index.ts';
import { rich, textOf } from '../../story/index.ts';
import { questionText, predictWords as text } from '../../words/predict/index.ts';
import { useLab } from '../context.ts';
import { useLateStyles } from '../parts/late-styles.ts';
import { Ask } from './Ask.tsx';
import { receive, useHandedOn } from './focus.ts';
import styles from './predict.css?inline';
import { Summary } from './Summary.tsx';
import { useAsking, useNumber, useSession } from './session.ts';
import { Told } from './Told.tsx';

/** Asks, as long as it is mounted; and hides what is to come. */
export function Predict() {
  useLateStyles(styles);
  const session = useSession();
  useLayoutEffect(() => session.getState().begin(), [session]);
  const asked = useAsking(({ whole }) => whole !== null);
  return asked ? (
    <section className="predict" aria-label={text.title} tabIndex={-1}>
      <Announced />
      <Place />
    </section>
  ) : null;
}

/** The question for those who listen, when the playhead comes to it. */
function Announced() {
  const waits = useAsking(({ told, ...asking }) => (told === null ? openQuestion(asking) : undefined));
  const here = useLab((lab) => waits !== undefined && lab.settled >= waits.step - 1);
  return (
    <p className="visually-hidden" role="status">
      {here && waits && textOf(rich(questionText(waits)))}
    </p>
  );
}

/** What there is to say where the reader stands. */
function Place() {
  const told = useAsking(({ told, questions }) => questions.find(({ step }) => step === told));
  const open = useAsking(openQuestion);
  const settled = useLab((lab) => lab.settled);
  if (told) return <Told key={told.step} question={told} />;
  if (!open) return <Summary />;
  return settled >= open.step - 1 ? <Ask key={open.step} question={open} /> : <Waiting step={open.step - 1} />;
}

/** The reader has gone back: one line, and the way to the question. */
function Waiting({ step }: { readonly step: number }) {
  const { number, count } = useNumber(step + 1);
  const goOn = useAsking((asking) => asking.goOn);
  return (
    <p className="predict-line" ref={receive}>
      {text.waits(number, count, step)}{' '}
      <button type="button" className="plain" ref={useHandedOn()} onClick={goOn}>
        {text.goThere}
      </button>
    </p>
  );
}

// What became of an answer: right or not, the right one, and why it is so. It must not know what is asked.

import { type ReactNode, useMemo } from 'react';
import type { Timeline } from '../../lab/index.ts';
import { explanationOf, type Question, upTo } from '../../lesson/predict/index.ts';
import { openQuestion } from '../../store/predict/index.ts';
import { narrate, type Teller, tellerOf } from '../../story/explain/index.ts';
import { rich, textOf } from '../../story/index.ts';
import { choiceText, predictWords as text } from '../../words/predict/index.ts';
import { tellers } from '../inspector/explain/tellers.ts';
import { Late } from '../parts/Late.tsx';
import { RichText } from '../parts/RichText.tsx';
import { receive, useHandedOn } from './focus.ts';
import { useAsking, useNumber } from './session.ts';

export function Told({ question }: { readonly question: Question }) {
  const { number, count } = useNumber(question.step);
  const tried = useAsking(({ tries }) => tries.get(question.step));
  const goOn = useAsking((asking) => asking.goOn);
  const more = useAsking((asking) => openQuestion(asking) !== undefined);
  const found = tried?.picked.at(-1) === question.right;
  const verdict = tried?.first ? text.right : found ? text.found : text.skipped;
  return (
    <div className="predict-told" ref={receive}>
      <p className="predict-number">{text.of(number, count)}</p>
      <div role="status">
        <p className={found ? 'predict-right' : undefined}>
          <strong>
            {found ? '✓' : '–'} {verdict}
          </strong>{' '}
          <RichText text={rich(text.itIs(choiceText(question, question.right)))} />
        </p>
        <Why question={question} />
      </div>
      <div className="predict-buttons">
        <button type="button" className="primary" ref={useHandedOn()} onClick={goOn}>
          {more ? text.goOn : text.finish}
        </button>
      </div>
    </div>
  );
}

/** Why it is so, as Explain tells it. */
function Why({ question }: { readonly question: Question }): ReactNode {
  const whole = useAsking((asking) => asking.whole);
  const seen = useMemo(() => whole && upTo(whole, question.step), [whole, question]);
  if (!whole || !seen) return null;
  const name = tellerOf(seen, question.step);
  const told = { whole, seen, question };
  if (name === undefined) return <Explained {...told} />;
  return (
    <Late of={tellers} name={name} next=".stage">
      {(teller) => <Explained {...told} teller={teller} />}
    </Late>
  );
}

interface ExplainedProps {
  readonly whole: Timeline;
  readonly seen: Timeline;
  readonly question: Question;
  readonly teller?: Teller;
}

function Explained({ whole, seen, question, teller }: ExplainedProps) {
  const paragraphs = useMemo(
    () => explanationOf(whole, question, narrate(seen, question.step, teller)),
    [whole, seen, question, teller],
  );
  return paragraphs.map((paragraph) => (
    <p key={textOf(paragraph)}>
      <RichText text={paragraph} />
    </p>
  ));
}

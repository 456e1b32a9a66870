// A question about what comes next, which the machines ask and answer. When it is answered the picture goes on, to where the answer can be seen.
// It must not know how questions are made.

import { useState } from 'react';
import type { Timeline } from '../../../lab/index.ts';
import type { PredictQuestion } from '../../../lesson/format/index.ts';
import { candidatesAt, questionAt, questionsOf, remarkOn } from '../../../lesson/predict/index.ts';
import { stepNumber } from '../../../store/index.ts';
import { rich } from '../../../story/index.ts';
import { lessonWords as text } from '../../../words/lessons/index.ts';
import { choiceText, type Question as Machines, questionText } from '../../../words/predict/index.ts';
import { useLab, useLabStore } from '../../context.ts';
import { RichText } from '../../parts/RichText.tsx';
import { type Answering, Question } from '../Question.tsx';

interface Props extends Answering {
  readonly about: PredictQuestion['about'];
  /** Whether the picture shows the moment before what is asked about. */
  readonly there: boolean;
}

/** What is asked at a moment, once it is there: the same question wherever the picture goes from there. */
export function Predicted({ about, there, closed, ...answering }: Props) {
  const lab = useLabStore();
  const timeline = useLab((state) => state.timeline);
  const step = useLab(stepNumber);
  const [asked, setAsked] = useState<{ readonly timeline: Timeline; readonly question: Machines | undefined }>();
  if (there && !asked) setAsked({ timeline, question: questionFor(timeline, step + 1, about) });
  if (!asked) return null;
  const { question } = asked;
  if (!question) return <p className="lesson-aside">{text.nothingToAsk}</p>;
  const goOn = (): void => {
    lab.getState().seek(question.step, 'jump');
    closed?.();
  };
  return (
    <Question
      asked={{
        asks: <RichText text={rich(questionText(question))} />,
        choices: question.choices.map((choice, place) => ({
          key: JSON.stringify(choice),
          words: <RichText text={rich(choiceText(question, place))} />,
          right: place === question.right,
        })),
        why: <p>{text.seeIt}</p>,
        remark: (picked) => {
          const remark = remarkOn(asked.timeline, question, picked);
          return remark && <RichText text={remark} />;
        },
      }}
      {...answering}
      closed={goOn}
    />
  );
}

/** The one of that kind; or else the one that is asked of this run there, or any. */
function questionFor(timeline: Timeline, step: number, about: PredictQuestion['about']): Machines | undefined {
  if (about) return questionAt(timeline, step, about);
  return questionsOf(timeline).find((question) => question.step === step) ?? candidatesAt(timeline, step)[0];
}

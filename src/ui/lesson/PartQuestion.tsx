// The question of a part: its author’s, or one that the machines ask. It must not know what comes of an answer.

import type { ChoiceQuestion, Part } from '../../lesson/format/index.ts';
import { shelf } from '../../shelf/index.ts';
import { Late } from '../parts/Late.tsx';
import { useThere } from './Place.tsx';
import { type Asked, Question } from './Question.tsx';
import { useCourse } from './session.ts';
import { Line, Text } from './Text.tsx';

const late = shelf({ predicted: () => import('./predicted/index.ts').then(({ Predicted }) => Predicted) });

interface Props {
  readonly question: NonNullable<Part['question']>;
  /** Who gets the focus when something that is missing comes: a selector within the lab. */
  readonly next: string;
  /** Whether it has been answered elsewhere. */
  readonly over?: boolean;
  /** Hears that it is answered now, or passed over. */
  readonly closed?: () => void;
}

/** To be mounted anew for each part. */
export function PartQuestion({ question, next, ...rest }: Props) {
  const there = useThere();
  const { at, answers } = useCourse((course) => course.progress);
  const answer = useCourse((course) => course.answer);
  const held = { before: answers[at], answer, ...rest };
  if (question.kind === 'choice') return <Question asked={askedIn(question)} {...held} />;
  return (
    <Late of={late} name="predicted" next={next}>
      {(Predicted) => <Predicted about={question.about} there={there} {...held} />}
    </Late>
  );
}

function askedIn({ asks, choices, why }: ChoiceQuestion): Asked {
  return {
    asks: <Line markdown={asks} />,
    choices: choices.map(({ text: words, right }) => ({ key: words, words: <Line markdown={words} />, right })),
    why: <Text markdown={why} />,
  };
}

// Questions in front, and their answers at the end. It must not know who asks, nor how an answer is found.

import { textOf } from '../../story/index.ts';
import { questionWords as text } from '../../words/ui/index.ts';
import { RichText } from '../parts/RichText.tsx';
import type { Asked } from './posed.ts';

interface Props {
  readonly asked: readonly Asked[];
}

const letter = (place: number): string => String.fromCharCode('A'.charCodeAt(0) + place);

/** The questions with what can be answered; each on one sheet. */
export function Questions({ asked }: Props) {
  return (
    <section className="handout-questions">
      <h2>{text.questions}</h2>
      <ol>
        {asked.map(({ where, question, choices }) => (
          <li key={textOf(where)}>
            <p>
              <RichText text={where} /> <RichText text={question} />
            </p>
            {choices.map((choice, place) => (
              <p key={textOf(choice)} className="handout-choice">
                {letter(place)} <RichText text={choice} />
              </p>
            ))}
          </li>
        ))}
      </ol>
    </section>
  );
}

/** The right answers, by their letters, each with its reason; they begin on a sheet of their own. */
export function Answers({ asked }: Props) {
  return (
    <section className="handout-answers">
      <h2>{text.answers}</h2>
      <ol>
        {asked.map(({ where, choices, answer, why }) => (
          <li key={textOf(where)}>
            <p>
              <strong>
                {letter(answer)} <RichText text={choices[answer] ?? []} />
              </strong>
            </p>
            {why.map((paragraph) => (
              <p key={textOf(paragraph)}>
                <RichText text={paragraph} />
              </p>
            ))}
          </li>
        ))}
      </ol>
    </section>
  );
}

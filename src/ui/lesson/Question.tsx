// The question of a part, with choices that its author wrote. The first try counts; then somebody may try on, or see the answer.
// It must not know where answers are kept.

import { useId, useState } from 'react';
import type { ChoiceQuestion } from '../../lesson/format/index.ts';
import { lessonWords as text } from '../../words/lessons/index.ts';
import { Line, Text } from './Text.tsx';

interface Props {
  readonly question: ChoiceQuestion;
  /** What came of it before: whether the first try was right; null: it was passed over; undefined: it is still open. */
  readonly before: boolean | null | undefined;
  readonly answer: (right: boolean | null) => void;
}

export function Question({ question, before, answer }: Props) {
  const { asks, choices, why } = question;
  const name = useId();
  const [picked, pick] = useState(-1);
  const [tried, setTried] = useState<'right' | 'wrong' | 'none' | undefined>();
  const [open, setOpen] = useState(before !== undefined);
  const check = (): void => {
    const choice = choices[picked];
    setTried(choice ? (choice.right ? 'right' : 'wrong') : 'none');
    if (!choice) return;
    answer(choice.right);
    if (choice.right) setOpen(true);
  };
  const skip = (): void => {
    answer(null);
    setOpen(true);
  };
  const said = open
    ? tried === 'right' || before === true
      ? text.right
      : before === null
        ? text.passed
        : ''
    : tried === 'wrong'
      ? text.wrong
      : tried === 'none'
        ? text.pick
        : '';
  return (
    <form
      className="lesson-question"
      onSubmit={(event) => {
        event.preventDefault();
        check();
      }}
    >
      <fieldset>
        <legend>
          <Line markdown={asks} />
        </legend>
        {choices.map((choice) => (
          <label key={choice.text} className={open && choice.right ? 'lesson-right' : undefined}>
            <input
              type="radio"
              name={name}
              checked={choices[picked] === choice}
              disabled={open}
              onChange={() => {
                pick(choices.indexOf(choice));
                setTried(undefined);
              }}
            />
            <span>
              <Line markdown={choice.text} />
              {open && choice.right && <span className="visually-hidden"> ({text.theRightOne})</span>}
            </span>
          </label>
        ))}
      </fieldset>
      <p role="status" className={open && said === text.right ? 'tone-good' : undefined}>
        {said}
      </p>
      {open ? (
        <div className="lesson-why">
          <Text markdown={why} />
        </div>
      ) : (
        <div className="lesson-buttons">
          <button type="submit" className="lesson-main">
            {text.check}
          </button>
          <button type="button" className="plain" onClick={tried === 'wrong' ? () => setOpen(true) : skip}>
            {tried === 'wrong' ? text.show : text.skip}
          </button>
        </div>
      )}
    </form>
  );
}

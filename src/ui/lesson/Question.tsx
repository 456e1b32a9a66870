// A question with its choices. The first try counts; then somebody may try on, or see the answer. It must not know who asks, nor where answers
// are kept.

import { type FormEvent, type ReactNode, useId, useState } from 'react';
import { lessonWords as text } from '../../words/lessons/index.ts';

export interface Asked {
  readonly asks: ReactNode;
  readonly choices: readonly { readonly key: string; readonly words: ReactNode; readonly right: boolean }[];
  /** What there is to say when it is answered. */
  readonly why: ReactNode;
  /** A word on a choice that is not right, by its place. */
  readonly remark?: (picked: number) => ReactNode;
}

export interface Answering {
  /** What came of it before: whether the first try was right; null: it was passed over; undefined: it is still open. */
  readonly before: boolean | null | undefined;
  readonly answer: (right: boolean | null) => void;
  /** Hears that it is answered now, or passed over. */
  readonly closed?: (() => void) | undefined;
  /** Whether it has been answered elsewhere. */
  readonly over?: boolean | undefined;
}

interface Props extends Answering {
  readonly asked: Asked;
}

type Tried = 'right' | 'wrong' | 'none';

export function Question({ asked: { asks, choices, why, remark }, before, answer, closed, over = false }: Props) {
  const name = useId();
  const [picked, pick] = useState(-1);
  const [tried, setTried] = useState<Tried>();
  const [done, setOpen] = useState(before !== undefined);
  const open = done || over;
  const close = (): void => {
    setOpen(true);
    closed?.();
  };
  const check = (event: FormEvent): void => {
    event.preventDefault();
    const choice = choices[picked];
    setTried(choice ? (choice.right ? 'right' : 'wrong') : 'none');
    if (!choice) return;
    answer(choice.right);
    if (choice.right) close();
  };
  const skip = (): void => {
    answer(null);
    close();
  };
  const said = open ? saidAfter(tried, before) : saidBefore(tried);
  return (
    <form className="lesson-question" onSubmit={check}>
      <fieldset>
        <legend>{asks}</legend>
        {choices.map(({ key, words, right }, place) => (
          <label key={key} className={open && right ? 'lesson-right' : undefined}>
            <input
              type="radio"
              name={name}
              checked={picked === place}
              disabled={open}
              onChange={() => {
                pick(place);
                setTried(undefined);
              }}
            />
            <span>
              {words}
              {open && right && <span className="visually-hidden"> ({text.theRightOne})</span>}
            </span>
          </label>
        ))}
      </fieldset>
      <p role="status" className={said === text.right ? 'tone-good' : undefined}>
        {said} {tried === 'wrong' && !open && remark?.(picked)}
      </p>
      {open ? (
        <div className="lesson-why">{why}</div>
      ) : (
        <div className="lesson-buttons">
          <button type="submit" className="lesson-main">
            {text.check}
          </button>
          <button type="button" className="plain" onClick={tried === 'wrong' ? close : skip}>
            {tried === 'wrong' ? text.show : text.skip}
          </button>
        </div>
      )}
    </form>
  );
}

function saidAfter(tried: Tried | undefined, before: Props['before']): string {
  if (tried === 'right' || (tried === undefined && before === true)) return text.right;
  return tried === undefined && before === null ? text.passed : '';
}

function saidBefore(tried: Tried | undefined): string {
  if (tried === 'wrong') return text.wrong;
  return tried === 'none' ? text.pick : '';
}

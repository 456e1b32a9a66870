// A question with its choices: one is picked and answered, or, in front of a class, that which most hands are for. It must not know which is right
// before it is answered.

import { useId, useLayoutEffect, useRef, useState } from 'react';
import type { Question } from '../../lesson/predict/index.ts';
import { rich, textOf } from '../../story/index.ts';
import { choiceText, questionText, predictWords as text } from '../../words/predict/index.ts';
import { useLab } from '../context.ts';
import { Tick } from '../parts/Choice.tsx';
import { RichText } from '../parts/RichText.tsx';
import { firstIn, receive, useHandedOn } from './focus.ts';
import { Remark } from './Remark.tsx';
import { useAsking, useNumber } from './session.ts';
import { leaderOf } from './votes.ts';

export function Ask({ question }: { readonly question: Question }) {
  const { number, count } = useNumber(question.step);
  const { answer, skip, votes, setVotes } = useAsking((asking) => asking);
  const tried = useAsking(({ tries }) => tries.get(question.step)?.picked) ?? [];
  const [picked, pick] = useState<number>();
  const [hands, setHands] = useState<readonly number[]>(question.choices.map(() => 0));
  const leader = leaderOf(hands, tried);
  const chosen = votes && leader !== undefined ? leader : picked;
  const last = tried.at(-1);
  const raise = (place: number, to: number): void => {
    setHands(hands.map((before, index) => (index === place ? Math.max(0, to) : before)));
    pick(undefined);
  };
  const give = (): void => {
    if (chosen === undefined || tried.includes(chosen)) return;
    inside.current = form.current?.contains(document.activeElement) === true;
    answer(chosen);
    pick(undefined);
  };
  const form = useRef<HTMLDivElement>(null);
  const inside = useRef(false);
  // A button that can’t be pressed any more is no place for the focus.
  useLayoutEffect(() => {
    if (tried.length > 0 && inside.current && form.current) firstIn(form.current)?.focus({ preventScroll: true });
  }, [tried.length]);
  const handedOn = useHandedOn();
  const name = useId();
  const asks = rich(questionText(question));
  return (
    // No form: where a frame is in a sandbox, none can be sent.
    <div className="predict-ask" ref={form}>
      <div ref={receive}>
        <p className="predict-number">{text.of(number, count)}</p>
        <fieldset>
          <legend>
            <RichText text={asks} />
          </legend>
          {question.choices.map((choice, place) => {
            const label = rich(choiceText(question, place));
            return (
              <div
                className={tried.includes(place) ? 'predict-choice tried' : 'predict-choice'}
                key={JSON.stringify(choice)}
              >
                <label>
                  <input
                    type="radio"
                    ref={handedOn}
                    name={name}
                    checked={chosen === place}
                    disabled={tried.includes(place)}
                    onChange={() => pick(place)}
                    onKeyDown={(event) => {
                      if (event.key !== 'Enter') return;
                      // Or it would press the button, too, that has the focus after that.
                      event.preventDefault();
                      give();
                    }}
                  />
                  <span>
                    <RichText text={label} />
                  </span>
                </label>
                {votes && !tried.includes(place) && (
                  <Hands label={textOf(label)} count={hands[place] ?? 0} set={(to) => raise(place, to)} />
                )}
              </div>
            );
          })}
        </fieldset>
      </div>
      <div role="status">
        {last !== undefined && <Remark question={question} picked={last} more />}
        {votes && leader === undefined && hands.some((each) => each > 0) && <p>{text.tie}</p>}
      </div>
      <div className="predict-buttons">
        <button type="button" className="primary" onClick={give} ref={handedOn} disabled={chosen === undefined}>
          {votes && leader !== undefined ? text.takeMajority : text.answer}
        </button>
        <button type="button" className="plain" ref={handedOn} onClick={skip}>
          {text.skip}
        </button>
        <Tick label={text.vote} value={votes} onChange={setVotes} />
        <Stop />
      </div>
    </div>
  );
}

/** So many hands are for a choice: typed, or tapped one by one. */
function Hands(props: { readonly label: string; readonly count: number; readonly set: (count: number) => void }) {
  const { label, count, set } = props;
  return (
    <span className="predict-hands">
      <input
        type="number"
        inputMode="numeric"
        min={0}
        max={999}
        aria-label={text.votes(label)}
        value={count}
        onChange={({ target }) => set(Math.min(999, Math.floor(Number(target.value) || 0)))}
      />
      <button type="button" aria-label={text.more(label)} onClick={() => set(count + 1)}>
        +
      </button>
    </span>
  );
}

/** Shows everything again. */
export function Stop() {
  const arrange = useLab((lab) => lab.arrange);
  return (
    <button type="button" className="plain" onClick={() => arrange({ predict: undefined })}>
      {text.stop}
    </button>
  );
}

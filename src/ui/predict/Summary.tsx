// What it all came to: how many were right at the first try, and the way to each. It must not know what was asked.

import { score } from '../../lesson/predict/index.ts';
import type { Try } from '../../store/predict/index.ts';
import { rich } from '../../story/index.ts';
import { questionText, predictWords as text } from '../../words/predict/index.ts';
import { useLab } from '../context.ts';
import { RichText } from '../parts/RichText.tsx';
import { Stop } from './Ask.tsx';
import { receive, useHandedOn } from './focus.ts';
import { useAsking } from './session.ts';

const marks = { right: '✓', wrong: '✕', skipped: '–' } as const;

export function Summary() {
  const questions = useAsking((asking) => asking.questions);
  const tries = useAsking((asking) => asking.tries);
  const again = useAsking((asking) => asking.again);
  const seek = useLab((lab) => lab.seek);
  const handedOn = useHandedOn();
  const { right, asked } = score(questions.map(({ step }) => ({ step, first: tries.get(step)?.first ?? null })));
  return (
    <div className="predict-summary" ref={receive}>
      <h2>{text.summary}</h2>
      <p role="status">{asked > 0 ? text.score(right, asked) : text.nothingAsked}</p>
      <ul>
        {questions.map((question) => {
          const outcome = outcomeOf(tries.get(question.step));
          return (
            <li key={question.step} className={`predict-${outcome}`}>
              <span aria-hidden="true">{marks[outcome]}</span>
              <span className="visually-hidden">{text.outcomes[outcome]}</span>
              <button type="button" className="plain" onClick={() => seek(question.step, 'jump')}>
                {text.atStep(question.step)}
              </button>
              <span>
                <RichText text={rich(questionText(question))} />
              </span>
            </li>
          );
        })}
      </ul>
      <div className="predict-buttons">
        {asked > 0 && (
          <button type="button" className="primary" ref={handedOn} onClick={again}>
            {text.again}
          </button>
        )}
        <Stop />
      </div>
    </div>
  );
}

function outcomeOf(tried: Try | undefined): keyof typeof marks {
  if (!tried || tried.first === null) return 'skipped';
  return tried.first ? 'right' : 'wrong';
}

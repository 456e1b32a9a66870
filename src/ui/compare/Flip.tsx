// Which of both runs is to be seen, where there is room for one.

import { compareWords as text } from '../../words/compare/index.ts';
import { WordChoice } from '../parts/Choice.tsx';
import { useBeside } from './session.ts';

export function Flip() {
  const front = useBeside((beside) => beside.front);
  const show = useBeside((beside) => beside.show);
  return (
    <fieldset className="compare-flip">
      <legend className="visually-hidden">{text.flip}</legend>
      <WordChoice
        options={[
          ['a', 'A'],
          ['b', 'B'],
        ]}
        value={front}
        onChange={show}
      />
    </fieldset>
  );
}

// What differs between both runs, most telling first, each leading to where it can be seen; what is the same closes the list.
// It must not know how it was found.

import { stepNumber } from '../../store/index.ts';
import type { Comparison } from '../../story/compare/index.ts';
import { rowAtStep, stepAtRow } from '../../story/compare/index.ts';
import { differenceSentence, samenessSentence, compareWords as text } from '../../words/compare/index.ts';
import { useLab } from '../context.ts';
import { useComparison } from './session.ts';

/** The list, where two runs are compared. */
export function Differences() {
  const comparison = useComparison();
  const number = useLab(stepNumber);
  const seek = useLab((lab) => lab.seek);
  if (!comparison) return null;
  const { rows, differences, same, names } = comparison;
  const current = rowAtStep(rows, 'a', number);
  return (
    <section className="differences" aria-label={text.differs}>
      <h2>{text.differs}</h2>
      {differences.length === 0 && <p>{text.nothing}</p>}
      <ul>
        {differences.map(({ difference, row }) => {
          const sentence = differenceSentence(difference, names);
          return (
            <li key={sentence} className={row !== undefined && row === current ? 'here' : undefined}>
              <p>{sentence}</p>
              {row !== undefined && (
                <button type="button" className="plain" onClick={() => seek(stepAtRow(rows, row), 'jump')}>
                  {text.row(row + 1, nameOf(rows, row))}
                </button>
              )}
            </li>
          );
        })}
      </ul>
      <h3>{text.same}</h3>
      <p>{samenessSentence(same)}</p>
      <p className="differences-legend">{text.legend}</p>
    </section>
  );
}

function nameOf(rows: Comparison['rows'], row: number): string {
  const { a, b } = rows[row] ?? {};
  return (a ?? b)?.name ?? '';
}

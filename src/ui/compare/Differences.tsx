// What differs between both runs, most telling first, each leading to where it can be seen; what is the same closes the list.
// It must not know how it was found.

import type { Comparison } from '../../story/compare/index.ts';
import { stepAtRow } from '../../story/compare/index.ts';
import { differenceSentence, samenessSentence, compareWords as text } from '../../words/compare/index.ts';
import { useLab, useLabStore } from '../context.ts';
import { useSpace } from '../space.ts';
import { useComparison, useRow } from './session.ts';
import { takenBoth } from './taken.ts';

/** The list in the pane, where that has room for it. */
export function Differences() {
  return useSpace() === 'desk' ? <DifferenceList open /> : null;
}

/** The list, which can be folded away. */
export function DifferenceList({ open = false }: { readonly open?: boolean }) {
  const comparison = useComparison();
  const current = useRow();
  const seek = useLab((lab) => lab.seek);
  if (!comparison) return null;
  const { rows, differences, same, names } = comparison;
  return (
    <details className="differences" open={open}>
      <summary>
        <h2>{text.differs}</h2>
      </summary>
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
    </details>
  );
}

/** The list on paper, under what both are. */
export function DifferencesOnPaper() {
  const comparison = useComparison();
  const both = takenBoth(useLabStore());
  if (!comparison || !both) return null;
  const { rows, differences, same, names } = comparison;
  return (
    <section className="handout handout-differences">
      <h2>{text.differs}</h2>
      {both.map(({ run }) => (
        <p key={run} className="handout-run">
          {run}.
        </p>
      ))}
      {differences.length === 0 && <p>{text.nothing}</p>}
      <ul>
        {differences.map(({ difference, row }) => {
          const sentence = differenceSentence(difference, names);
          return (
            <li key={sentence}>
              {sentence} {row !== undefined && <span>{text.row(row + 1, nameOf(rows, row))}</span>}
            </li>
          );
        })}
      </ul>
      <h3>{text.same}</h3>
      <p>{samenessSentence(same)}</p>
    </section>
  );
}

function nameOf(rows: Comparison['rows'], row: number): string {
  const { a, b } = rows[row] ?? {};
  return (a ?? b)?.name ?? '';
}

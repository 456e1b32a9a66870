// One step on paper: what it means, what was checked and what logs say, and where a page shows it.
// It must not know the run.

import type { ComponentType } from 'react';
import type { CheckList, LogTable, Narration } from '../../story/explain/index.ts';
import { explainWords } from '../../words/ui/index.ts';
import { RichText } from '../parts/RichText.tsx';

/** How lists look in the inspector. */
export interface Lists {
  readonly Checks: ComponentType<{ readonly list: CheckList }>;
  readonly Logs: ComponentType<{ readonly logs: LogTable; readonly mono?: boolean }>;
}

interface Props {
  readonly number: number;
  readonly narration: Narration;
  readonly lists: Lists;
  /** Where a page shows this step; undefined where none does. */
  readonly link: string | undefined;
}

export function PaperStep({ number, narration, lists: { Checks, Logs }, link }: Props) {
  const { title, checks, ownLogs, logs, references } = narration;
  const evidence = checks.length > 0 || ownLogs || logs;
  return (
    <article className="handout-step">
      <h3>
        {number} · {title}
      </h3>
      <div className="handout-body">
        <Told narration={narration} />
        {evidence && (
          <div className="handout-evidence">
            {checks.map((list) => (
              <Checks key={list.title} list={list} />
            ))}
            {ownLogs && <Logs logs={ownLogs} mono />}
            {logs && <Logs logs={logs} mono />}
          </div>
        )}
      </div>
      <p className="handout-references">
        {references.map((reference) => reference.text).join(' · ')} {link && <a href={link}>{link}</a>}
      </p>
    </article>
  );
}

function Told({ narration: { gist, lead, why, found, otherSide, remedy, breaksWithout } }: Pick<Props, 'narration'>) {
  return (
    <div>
      {[gist, ...lead].map((paragraph) => (
        <p key={paragraph.map((span) => span.text).join('')}>
          <RichText text={paragraph} />
        </p>
      ))}
      {[found, otherSide, remedy].map(
        (aside) =>
          aside && (
            <p key={aside.title} className="handout-aside">
              <strong>{aside.title}</strong> <RichText text={aside.text} />
            </p>
          ),
      )}
      {why && (
        <p>
          <strong>{explainWords.why}.</strong> <RichText text={why} />
        </p>
      )}
      {breaksWithout && (
        <p>
          <strong>{explainWords.breaksWithout}.</strong> <RichText text={breaksWithout} />
        </p>
      )}
    </div>
  );
}

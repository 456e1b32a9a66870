// A list of checks with their outcomes: what was asked, what was looked at, why it failed or what is odd.

import type { CheckLine, CheckList } from '../../../story/explain/index.ts';
import { explainWords as text } from '../../../words/ui/index.ts';
import { FailedSign, OpenSign, PassedSign, SkippedSign, WarnedSign } from '../../parts/marks.tsx';
import { UnlikeSign } from '../differing.tsx';
import { Prose } from '../Prose.tsx';
import { Standard } from '../Standard.tsx';

const signs = { passed: PassedSign, warned: WarnedSign, failed: FailedSign, open: OpenSign, skipped: SkippedSign };

export function Checks({ list }: { readonly list: CheckList }) {
  return (
    <section>
      <h3>{list.title}</h3>
      <ul className="checks">
        {list.lines.map((line) => (
          <Check key={line.text.map((span) => span.text).join('') + (line.value ?? '')} line={line} />
        ))}
      </ul>
    </section>
  );
}

function Check({ line }: { readonly line: CheckLine }) {
  const Sign = signs[line.outcome];
  return (
    <li className={`check-${line.outcome}`}>
      <Sign />
      <div>
        <p>
          <span className="visually-hidden">{text.outcomes[line.outcome]}: </span>
          <UnlikeSign of={line} />
          <Prose text={line.text} />
        </p>
        {line.value !== undefined && (
          <p className="check-value">
            <code>{line.value}</code>
          </p>
        )}
        {line.reason !== undefined && <p className="check-reason">{line.reason}</p>}
        {line.reason !== undefined && line.reference && (
          <p className="check-value">
            <Standard reference={line.reference} />
          </p>
        )}
      </div>
    </li>
  );
}

// What the step under the cursor means: the story, what was checked, and of a failure what either side gets to see.
// It must not know the run: everything it draws comes told by the story.

import { useDeferredValue, useEffect, useMemo, useRef } from 'react';
import { stepNumber } from '../../store/index.ts';
import {
  type Aside,
  type Fact,
  type LogTable,
  type Narration,
  narrate,
  partsNeeded,
  type Reference,
} from '../../story/explain/index.ts';
import { useLab } from '../context.ts';
import { RichText } from '../RichText.tsx';
import { words } from '../words.ts';
import { Checks } from './Checks.tsx';
import { useParts, usePartsAtHand } from './parts.ts';
import { Standard } from './Standard.tsx';
import './explain.css';

const text = words.explain;

export function Explain() {
  usePartsAtHand();
  // What is told stays until what comes after it can be told.
  const timeline = useDeferredValue(useLab((lab) => lab.timeline));
  const step = Math.min(useDeferredValue(useLab(stepNumber)), timeline.steps.length);
  const { messages, older, refusals } = useParts(partsNeeded(timeline, step));
  const narration = useMemo(
    () => narrate(timeline, step, { messages, older, refusals }),
    [timeline, step, messages, older, refusals],
  );
  const top = useRef<HTMLElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another story begins at its top
  useEffect(() => {
    if (top.current?.parentElement) top.current.parentElement.scrollTop = 0;
  }, [narration]);
  return (
    <article className="explain" ref={top}>
      <h2>{narration.title}</h2>
      {narration.lead.map((paragraph) => (
        <p key={paragraph.map((span) => span.text).join('')}>
          <RichText text={paragraph} />
        </p>
      ))}
      {narration.found && <Box aside={narration.found} kind="found" />}
      {narration.otherSide && <Box aside={narration.otherSide} kind="other" />}
      <Reasons narration={narration} />
      {narration.logs && <Logs logs={narration.logs} mono />}
      {narration.conduct && <Logs logs={narration.conduct} />}
      <Facts facts={narration.facts} />
      <References references={narration.references} />
    </article>
  );
}

function Reasons({ narration: { why, checks, breaksWithout } }: { readonly narration: Narration }) {
  return (
    <>
      {why && (
        <section>
          <h3>{text.why}</h3>
          <p>
            <RichText text={why} />
          </p>
        </section>
      )}
      {checks.map((list) => (
        <Checks key={list.title} list={list} />
      ))}
      {breaksWithout && (
        <section>
          <h3>{text.breaksWithout}</h3>
          <p>
            <RichText text={breaksWithout} />
          </p>
        </section>
      )}
    </>
  );
}

function Box({ aside, kind }: { readonly aside: Aside; readonly kind: 'found' | 'other' }) {
  return (
    <section className={`box box-${kind}`}>
      <h3>{aside.title}</h3>
      <p>
        <RichText text={aside.text} />
      </p>
    </section>
  );
}

function Logs({ logs: { title, lines, source }, mono }: { readonly logs: LogTable; readonly mono?: boolean }) {
  return (
    <section>
      <h3>{title}</h3>
      <dl className="table logs">
        {lines.map(({ program, text: line }) => (
          <div key={program}>
            <dt>{program}</dt>
            <dd>{mono ? <code>{line}</code> : line}</dd>
          </div>
        ))}
      </dl>
      <p className="source">{words.explain.source(source)}</p>
    </section>
  );
}

function Facts({ facts }: { readonly facts: readonly Fact[] }) {
  if (facts.length === 0) return null;
  return (
    <section>
      <h3>{text.facts}</h3>
      <dl className="table">
        {facts.map(({ name, value, mono }) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{mono ? <code>{value}</code> : value}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

function References({ references }: { readonly references: readonly Reference[] }) {
  if (references.length === 0) return null;
  return (
    <ul className="references" aria-label={text.references}>
      {references.map((reference) => (
        <li key={reference.text}>
          <Standard reference={reference} />
        </li>
      ))}
    </ul>
  );
}

// What the step under the cursor means, or what one side does by itself where the reader has picked that: in a sentence, in a paragraph,
// or with what was checked, what breaks without it, and all the rest.
// It must not know the run: everything it draws comes told by the story.

import { memo, type RefObject, useDeferredValue, useEffect, useMemo, useRef, useState } from 'react';
import type { Timeline } from '../../lab/index.ts';
import { stepNumber } from '../../store/index.ts';
import {
  type Aside,
  knownThrough,
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
import { DepthChoice } from './Depth.tsx';
import { ExtensionList } from './ExtensionList.tsx';
import { FactTable } from './FactTable.tsx';
import { useParts, usePartsAtHand } from './parts.ts';
import { Standard } from './Standard.tsx';
import './explain.css';

const text = words.explain;

export function Explain() {
  usePartsAtHand();
  // What is told stays until what comes after it can be told.
  const timeline = useDeferredValue(useLab((lab) => lab.timeline));
  const step = Math.min(useDeferredValue(useLab(stepNumber)), timeline.steps.length);
  const row = useDeferredValue(useLab((lab) => lab.selection.row));
  return <Telling timeline={timeline} step={step} row={row} />;
}

interface TellingProps {
  readonly timeline: Timeline;
  readonly step: number;
  readonly row: string | null;
}

/** Remembered, so that a step that is only on its way here costs nothing. */
const Telling = memo(function Telling({ timeline, step, row }: TellingProps) {
  const { depth, lens } = useLab((lab) => lab.panes);
  const { messages, older, refusals, locals } = useParts(partsNeeded(timeline, step, row));
  const narration = useMemo(
    () => narrate(timeline, step, { messages, older, refusals, locals }, row),
    [timeline, step, row, messages, older, refusals, locals],
  );
  const known = useMemo(() => knownThrough(timeline, step, lens), [timeline, step, lens]);
  const detailed = useNextFrame(narration);
  const top = useRef<HTMLElement>(null);
  useFromTheTop(top, narration);
  return (
    <article className={`explain explain-${depth}`} ref={top}>
      <DepthChoice />
      {known && (
        <p className="known">
          <RichText text={known} />
        </p>
      )}
      <h2>{narration.title}</h2>
      <p className="gist">
        <RichText text={narration.gist} />
      </p>
      {depth !== 'sentence' && <Story narration={narration} />}
      {depth === 'details' && detailed === narration && <Details narration={narration} />}
    </article>
  );
});

/** What comes a frame after it was asked for: what is long shall not be laid out together with all that changes in a step. */
function useNextFrame<Value>(value: Value): Value | undefined {
  const [late, setLate] = useState<Value>();
  useEffect(() => {
    let frame = requestAnimationFrame(() => {
      frame = requestAnimationFrame(() => setLate(value));
    });
    return () => cancelAnimationFrame(frame);
  }, [value]);
  return late;
}

/** Another story begins at its top. A panel that nobody scrolled is not asked: that would make the browser lay it out at once. */
function useFromTheTop(article: RefObject<HTMLElement | null>, narration: Narration): void {
  // The panel is every tab's: it may come here scrolled.
  const scrolled = useRef(true);
  useEffect(() => {
    const panel = article.current?.parentElement;
    const note = (): void => {
      scrolled.current = (panel?.scrollTop ?? 0) > 0;
    };
    panel?.addEventListener('scroll', note, { passive: true });
    return () => panel?.removeEventListener('scroll', note);
  }, [article]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: see above
  useEffect(() => {
    const panel = article.current?.parentElement;
    if (panel && scrolled.current) panel.scrollTop = 0;
  }, [narration]);
}

function Story({ narration: { lead, found, otherSide } }: { readonly narration: Narration }) {
  return (
    <>
      {lead.map((paragraph) => (
        <p key={paragraph.map((span) => span.text).join('')}>
          <RichText text={paragraph} />
        </p>
      ))}
      {found && <Box aside={found} kind="found" />}
      {otherSide && <Box aside={otherSide} kind="other" />}
    </>
  );
}

function Details({ narration }: { readonly narration: Narration }) {
  const { extensions = [], logs, conduct, facts, references } = narration;
  return (
    <>
      <Reasons narration={narration} />
      {logs && <Logs logs={logs} mono />}
      {conduct && <Logs logs={conduct} />}
      {facts.length > 0 && (
        <section>
          <h3>{text.facts}</h3>
          <FactTable facts={facts} />
        </section>
      )}
      {extensions.length > 0 && <ExtensionList extensions={extensions} />}
      <References references={references} />
    </>
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

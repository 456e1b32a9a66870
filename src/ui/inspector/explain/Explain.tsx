// What the step under the cursor means, or what one side does by itself where the reader has picked that: in a sentence, in a paragraph,
// or with what was checked, what breaks without it, and all the rest.
// It must not know the run: everything it draws comes told by the story.

import { memo, type ReactElement, type RefObject, useDeferredValue, useEffect, useMemo, useRef, useState } from 'react';
import type { Timeline } from '../../../lab/index.ts';
import type { Lab, LensName } from '../../../store/index.ts';
import {
  type Aside,
  type Narration,
  narrate,
  type Reference,
  type Teller,
  type TellerName,
  tellerOf,
} from '../../../story/explain/index.ts';
import { explainWords as text } from '../../../words/ui/index.ts';
import { useLab } from '../../context.ts';
import { Missing, useLate } from '../../parts/Late.tsx';
import { useMarksOf, useOther, WithSigns } from '../differing.tsx';
import { FactTable } from '../FactTable.tsx';
import { Glossed, Prose } from '../Prose.tsx';
import { Standard } from '../Standard.tsx';
import { Checks } from './Checks.tsx';
import { DepthChoice } from './Depth.tsx';
import { ExtensionList } from './ExtensionList.tsx';
import { Logs } from './Logs.tsx';
import { tellers, useTellersAtHand } from './tellers.ts';
import '../explain.css';

/** Where the focus goes from a button that vanishes. */
const openTab = '[role="tab"][aria-selected="true"]';

export function Explain() {
  useTellersAtHand();
  // What is told stays until what comes after it can be told.
  const timeline = useDeferredValue(useLab((lab) => lab.timeline));
  const step = Math.min(useDeferredValue(useLab((lab) => lab.settled)), timeline.steps.length);
  const row = useDeferredValue(useLab((lab) => lab.selection.row));
  return <Telling timeline={timeline} step={step} row={row} />;
}

interface TellingProps {
  readonly timeline: Timeline;
  readonly step: number;
  readonly row: string | null;
}

interface ToldProps extends TellingProps {
  /** What all of it stands in. */
  readonly area: RefObject<HTMLElement | null>;
}

/** Remembered, so that a step that is only on its way here costs nothing. */
const Telling = memo(function Telling({ timeline, step, row }: TellingProps) {
  const { depth, lens } = useLab((lab) => lab.view);
  const name = tellerOf(timeline, step, row, lens);
  const top = useRef<HTMLElement>(null);
  useFromTheTop(top, { timeline, step, row });
  return (
    <article className={`explain explain-${depth}`} ref={top}>
      <DepthChoice />
      {name === undefined ? (
        <Told timeline={timeline} step={step} row={row} area={top} />
      ) : (
        <Taught timeline={timeline} step={step} row={row} area={top} name={name} />
      )}
    </article>
  );
});

/** What somebody tells who comes late. No fence of its own: what was told before stays until this can be told. */
function Taught({ name, ...telling }: ToldProps & { readonly name: TellerName }) {
  const { here, again } = useLate(tellers, name);
  return here ? <Told {...telling} teller={tellers.take(name)} /> : <Missing next={openTab} again={again} />;
}

function Told({ timeline, step, row, area, teller }: ToldProps & { readonly teller?: Teller }) {
  const { depth, lens } = useLab((lab) => lab.view);
  const narration = useMemo(() => narrate(timeline, step, teller, row, lens), [timeline, step, row, teller, lens]);
  // At another depth they stand elsewhere.
  // biome-ignore lint/correctness/useExhaustiveDependencies: see above
  const texts = useMemo(() => textsOf(narration), [narration, depth]);
  const signs = useMarksOf(narration, useOther(settledAt, toldOf), ({ narration: find }) => find);
  return (
    <Glossed texts={texts} area={area}>
      <WithSigns value={signs}>
        <h2>{narration.title}</h2>
        <p className="gist">
          <Prose text={narration.gist} />
        </p>
        {depth !== 'sentence' && <Story narration={narration} />}
        {depth === 'details' && <Details narration={narration} />}
      </WithSigns>
    </Glossed>
  );
}

const settledAt = ({ settled }: Lab): number => settled;

/** What is told of a step of the other run, if whoever tells it is here. */
function toldOf(timeline: Timeline, step: number, lens: LensName): Narration | undefined {
  const name = tellerOf(timeline, step, null, lens);
  if (name !== undefined && !tellers.has(name)) return undefined;
  return narrate(timeline, step, name && tellers.take(name), null, lens);
}

/** What is told in running text, in the order in which it is read. */
function textsOf({ gist, lead, found, otherSide, remedy, why, checks, breaksWithout, extensions }: Narration) {
  return [
    gist,
    ...lead,
    ...[found, otherSide, remedy].map((aside) => aside?.text),
    why,
    ...checks.flatMap(({ lines }) => lines.map(({ text }) => text)),
    breaksWithout,
    ...(extensions ?? []).flatMap((line) => [line.text, line.breaksWithout]),
  ].filter((text) => text !== undefined);
}

/** How many parts of a whole are to be seen: none at first, and one more every other frame. Laid out in one go they would hold a frame up. */
function useArrivals(whole: unknown, parts: number): number {
  const [seen, see] = useState<{ readonly whole: unknown; readonly parts: number }>();
  const arrived = seen && seen.whole === whole ? seen.parts : 0;
  useEffect(() => {
    if (arrived >= parts) return undefined;
    let frame = requestAnimationFrame(() => {
      frame = requestAnimationFrame(() => see({ whole, parts: arrived + 1 }));
    });
    return () => cancelAnimationFrame(frame);
  }, [whole, arrived, parts]);
  return arrived;
}

/** Another story begins at its top. A panel that nobody scrolled is not asked: that would make the browser lay it out at once. */
function useFromTheTop(article: RefObject<HTMLElement | null>, { timeline, step, row }: TellingProps): void {
  const scrolled = useRef(false);
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
    if (!panel || !scrolled.current) return;
    panel.scrollTop = 0;
    scrolled.current = false;
  }, [timeline, step, row]);
}

function Story({ narration: { lead, found, otherSide, ownLogs, logs, remedy } }: { readonly narration: Narration }) {
  return (
    <>
      {lead.map((paragraph) => (
        <p key={paragraph.map((span) => span.text).join('')}>
          <Prose text={paragraph} />
        </p>
      ))}
      {found && <Box aside={found} kind="found" />}
      {otherSide && <Box aside={otherSide} kind="other" />}
      {ownLogs && <Logs logs={ownLogs} mono />}
      {logs && <Logs logs={logs} mono />}
      {remedy && <Box aside={remedy} kind="remedy" />}
    </>
  );
}

function Details({ narration }: { readonly narration: Narration }) {
  const parts = useMemo(() => partsOf(narration), [narration]);
  const arrived = parts.slice(0, useArrivals(narration, parts.length));
  // Of a list that grows, the last one counts.
  return [...new Map(arrived.map((part) => [part.key, part])).values()];
}

function partsOf({ why, checks, breaksWithout, extensions = [], conduct, facts, references }: Narration) {
  return [
    why && <Reason key="why" title={text.why} reason={why} />,
    ...checks.flatMap(({ title, lines }) =>
      growing(lines, (some) => <Checks key={`checks: ${title}`} list={{ title, lines: some }} />),
    ),
    breaksWithout && <Reason key="without" title={text.breaksWithout} reason={breaksWithout} />,
    conduct && <Logs key="conduct" logs={conduct} />,
    facts.length > 0 && <Facts key="facts" facts={facts} />,
    ...growing(extensions, (some) => <ExtensionList key="extensions" extensions={some} />),
    references.length > 0 && <References key="references" references={references} />,
  ].filter((part) => part !== undefined && part !== false);
}

/** A list comes by so many lines at a time. */
const portion = 3;

/** A list as it is with each portion of its lines. */
function growing<Line>(lines: readonly Line[], show: (lines: readonly Line[]) => ReactElement): ReactElement[] {
  return lines.flatMap((_, at) => (at % portion === 0 ? show(lines.slice(0, at + portion)) : []));
}

function Reason({ title, reason }: { readonly title: string; readonly reason: Narration['gist'] }) {
  return (
    <section>
      <h3>{title}</h3>
      <p>
        <Prose text={reason} />
      </p>
    </section>
  );
}

function Facts({ facts }: Pick<Narration, 'facts'>) {
  return (
    <section>
      <h3>{text.facts}</h3>
      <FactTable facts={facts} />
    </section>
  );
}

function Box({ aside, kind }: { readonly aside: Aside; readonly kind: 'found' | 'other' | 'remedy' }) {
  const change = useLab((lab) => lab.change);
  return (
    <section className={`box box-${kind}`}>
      <h3>{aside.title}</h3>
      <p>
        <Prose text={aside.text} />
      </p>
      {aside.ways?.map(({ label, change: changes }) => (
        <button key={label} type="button" className="plain" onClick={() => change(changes, 'opening')}>
          {label}
        </button>
      ))}
    </section>
  );
}

function References({ references }: { readonly references: readonly Reference[] }) {
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

// On paper: every step of the run with its explanation, drawn only while the page is being printed.
// Printing does not wait: what is not here yet is left out, and the paper says so; it is fetched for the next time.

import { useEffect, useState } from 'react';
import { flushSync } from 'react-dom';
import { type Narration, narrate, tellerOf } from '../../story/explain/index.ts';
import { printWords as text } from '../../words/ui/index.ts';
import { useLab } from '../context.ts';
import { RichText } from '../parts/RichText.tsx';
import { fetchTellers, tellers } from './explain/tellers.ts';

/** The explanation of each step, while the page is being printed; nothing otherwise. */
export function PrintStory() {
  return usePrinting() ? <Pages /> : null;
}

function Pages() {
  const timeline = useLab((lab) => lab.timeline);
  const told = timeline.steps.map(({ number }) => {
    const name = tellerOf(timeline, number);
    if (name === undefined) return { number, narration: narrate(timeline, number) };
    return { number, narration: tellers.has(name) ? narrate(timeline, number, tellers.take(name)) : undefined };
  });
  const missing = told.some(({ narration }) => !narration);
  return (
    <section className="print-story">
      <h2>{text.title}</h2>
      {missing && <p>{text.missing}</p>}
      {told.map(({ number, narration }) => narration && <Told key={number} number={number} narration={narration} />)}
    </section>
  );
}

function Told({ number, narration }: { readonly number: number; readonly narration: Narration }) {
  const { title, gist, lead, why, found, otherSide, remedy, references } = narration;
  const paragraphs = [gist, ...lead, ...(why ? [why] : [])];
  return (
    <article>
      <h3>
        {number} · {title}
      </h3>
      {paragraphs.map((paragraph) => (
        <p key={paragraph.map((span) => span.text).join('')}>
          <RichText text={paragraph} />
        </p>
      ))}
      {[found, otherSide, remedy].map(
        (aside) =>
          aside && (
            <p key={aside.title}>
              <strong>{aside.title}</strong> <RichText text={aside.text} />
            </p>
          ),
      )}
      <p className="print-references">{references.map((reference) => reference.text).join(' · ')}</p>
    </article>
  );
}

/** Whether the page is being printed. It is told before the browser looks at the page, so it has to be drawn at once. */
function usePrinting(): boolean {
  const [printing, setPrinting] = useState(false);
  useEffect(() => {
    const gone = new AbortController();
    const { signal } = gone;
    window.addEventListener('beforeprint', () => flushSync(() => setPrinting(true)), { signal });
    window.addEventListener('afterprint', () => setPrinting(false), { signal });
    window.addEventListener('beforeprint', fetchTellers, { signal });
    return () => gone.abort();
  }, []);
  return printing;
}

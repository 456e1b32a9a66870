// What stands on paper, drawn only while the page is being printed. Printing does not wait: what is not here yet is left out, and the paper says
// so; it is fetched for the next time. It must not know what is handed out.

import { useEffect, useState } from 'react';
import { flushSync } from 'react-dom';
import { shelf } from '../../shelf/index.ts';
import { printWords as text } from '../../words/ui/index.ts';
import { useLab } from '../context.ts';
import { doubling } from './doubling.tsx';
import { Checks } from './explain/Checks.tsx';
import { Logs } from './explain/Logs.tsx';
import { fetchTellers, tellers } from './explain/tellers.ts';

const parts = shelf({ handout: () => import('../handout/index.ts').then(({ Handout }) => Handout) });

/** Handed over, so that the inspector comes in one piece. */
const lists = { Checks, Logs };

/** @param link the address of exactly what is shown */
export function Printing({ link }: { readonly link: () => string }) {
  const beside = useLab((lab) => lab.open.beside);
  if (!usePrinting()) return null;
  if (!parts.has('handout')) return <p className="print-missing">{text.missing}</p>;
  const Handout = parts.take('handout');
  const handout = <Handout link={link()} tellers={tellers} lists={lists} />;
  if (!beside || !doubling.has('both')) return handout;
  const { AsBeside, DifferencesOnPaper } = doubling.take('both');
  return (
    <>
      <DifferencesOnPaper />
      {handout}
      <AsBeside>{handout}</AsBeside>
    </>
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
    window.addEventListener('beforeprint', fetchAll, { signal });
    return () => gone.abort();
  }, []);
  return printing;
}

function fetchAll(): void {
  parts.need('handout').catch(() => undefined);
  fetchTellers();
}

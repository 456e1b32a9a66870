// The overview of the run that is played, and what its doors do. It must not know what is told.

import { type ReactNode, useDeferredValue, useMemo } from 'react';
import { isUsual, type Timeline } from '../../../lab/index.ts';
import { type Door, doorsOf, introduce, narrate, type Teller, tellerOf } from '../../../story/explain/index.ts';
import { offerWords as offer } from '../../../words/lessons/index.ts';
import { beyondWords } from '../../../words/ui/index.ts';
import { useLab, useLabStore } from '../../context.ts';
import { Late } from '../../parts/Late.tsx';
import { useSpace } from '../../space.ts';
import { tellers, useTellersAtHand } from '../explain/tellers.ts';
import { Introduction } from './Introduction.tsx';

/** The name of the lesson for those who know nothing yet. */
const firstLesson = 'mutual-tls';

/** @param loading what stands there while whoever tells a failure is on the way */
export function Overview({ loading }: { readonly loading: ReactNode }) {
  useTellersAtHand();
  // What is told stays until what comes after it can be told.
  const timeline = useDeferredValue(useLab((lab) => lab.timeline));
  const name = tellerOf(timeline, 0);
  if (name === undefined) return <Told timeline={timeline} />;
  return (
    <Late of={tellers} name={name} loading={loading} next=".inspector">
      {(teller) => <Told timeline={timeline} teller={teller} />}
    </Late>
  );
}

function Told({ timeline, teller }: { readonly timeline: Timeline; readonly teller?: Teller }) {
  const { depth, lens } = useLab((lab) => lab.view);
  const first = isUsual(timeline.scenario);
  const whole = useMemo(() => (first ? introduce() : narrate(timeline, 0, teller)), [timeline, first, teller]);
  const { title, gist } = whole;
  return (
    <Introduction
      told={depth === 'sentence' ? { title, gist, lead: [] } : whole}
      doors={useMemo(() => doorsOf(timeline, first), [timeline, first])}
      caveat={lens === 'everything' ? undefined : beyondWords[lens]}
      offer={first && <Offer />}
      enter={useDoors()}
    />
  );
}

/** One line, for those to whom all of this is new. */
function Offer() {
  const { arrange, setOpen } = useLabStore().getState();
  const go = (lesson: string): void => {
    // Where it lies over the picture, what offers the lesson makes room for it.
    setOpen({ inspector: false });
    arrange({ lesson });
  };
  return (
    <p className="offer">
      {offer.ask}{' '}
      <button type="button" className="plain" onClick={() => go(firstLesson)}>
        {offer.take}
      </button>{' '}
      <button type="button" className="plain" onClick={() => go('all')}>
        {offer.all}
      </button>
    </p>
  );
}

/** Goes where a door leads. A sheet that covers the picture is closed on the way; the focus goes on to what is to be looked at or used. */
function useDoors(): (to: Door['to'], from: HTMLElement) => void {
  const store = useLabStore();
  const space = useSpace();
  return (to, from) => {
    const { seek, misbehave, setOpen, arrange } = store.getState();
    if (to === 'proxy') {
      arrange({ proxy: 'nothing' });
      return;
    }
    const lab = from.closest('.lab');
    const inScenario = typeof to === 'string';
    if (inScenario) setOpen({ inspector: false, scenario: space === 'phone', own: to === 'own' });
    else if (space === 'phone') setOpen({ inspector: false });
    if (!inScenario) 'step' in to ? seek(to.step, 'jump') : misbehave(to.mischief, true);
    // Once the door is gone, and a sheet has come or gone; the part for own certificates takes the focus by itself.
    const there = inScenario ? '[data-errors]' : '.stage';
    if (to !== 'own') setTimeout(() => lab?.querySelector<HTMLElement>(there)?.focus());
  };
}

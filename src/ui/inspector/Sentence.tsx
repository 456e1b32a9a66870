// The step in one sentence, the one with which Explain begins. It must not know the run.

import { useDeferredValue, useMemo } from 'react';
import { isUsual, type Timeline } from '../../lab/index.ts';
import { introduce, narrate, type Teller, tellerOf } from '../../story/explain/index.ts';
import { useLab } from '../context.ts';
import { Fence } from '../parts/Fence.tsx';
import { Late } from '../parts/Late.tsx';
import { RichText } from '../parts/RichText.tsx';
import { tellers } from './explain/tellers.ts';

interface Looked {
  readonly className: string;
  /** Whether the overview of a run may tell how it ends; true where left out. */
  readonly outcome?: boolean;
}

interface Props {
  readonly timeline: Timeline;
  readonly step: number;
  readonly row: string | null;
}

/** What is told stays until what comes after it can be told. */
export function Sentence({ className, outcome = true }: Looked) {
  const timeline = useDeferredValue(useLab((lab) => lab.timeline));
  const step = Math.min(useDeferredValue(useLab((lab) => lab.settled)), timeline.steps.length);
  const row = useDeferredValue(useLab((lab) => lab.selection.row));
  const told = step > 0 || outcome || isUsual(timeline.scenario);
  return (
    <div className={className}>
      <Fence>{told && <Telling timeline={timeline} step={step} row={row} />}</Fence>
    </div>
  );
}

function Telling(told: Props) {
  const lens = useLab((lab) => lab.view.lens);
  const name = tellerOf(told.timeline, told.step, told.row, lens);
  if (name === undefined) return <Told {...told} />;
  return (
    <Late of={tellers} name={name} next=".stage">
      {(teller) => <Told {...told} teller={teller} />}
    </Late>
  );
}

function Told({ timeline, step, row, teller }: Props & { readonly teller?: Teller }) {
  const lens = useLab((lab) => lab.view.lens);
  const { gist } = useMemo(
    () => (step === 0 && isUsual(timeline.scenario) ? introduce() : narrate(timeline, step, teller, row, lens)),
    [timeline, step, row, teller, lens],
  );
  return (
    <p>
      <RichText text={gist} />
    </p>
  );
}

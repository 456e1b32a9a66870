// The handshake in words, for those who listen: the steps so far as a list, and the current one spoken when it changes.
// It shows nothing to the eye.

import { memo, useDeferredValue } from 'react';
import type { Timeline } from '../../lab/index.ts';
import { type Lens, spoken } from '../../story/index.ts';
import { words } from '../../words/ui/index.ts';
import { useLab } from '../context.ts';

/** The story so far as an ordered list, for those who don't see the picture. @param name what it is called, and what is said before each, where there is more than one */
export function StepList({
  name = words.stage.list,
  before = '',
}: {
  readonly name?: string;
  readonly before?: string;
}) {
  // Whoever looks must not wait for the list.
  const timeline = useDeferredValue(useLab((lab) => lab.timeline));
  const step = Math.min(useDeferredValue(useLab((lab) => lab.settled)), timeline.steps.length);
  const lens = useLab((lab) => lab.view.lens);
  return <Steps timeline={timeline} step={step} lens={lens} name={name} before={before} />;
}

interface StepsProps {
  readonly timeline: Timeline;
  readonly step: number;
  readonly lens: Lens;
  readonly name: string;
  readonly before: string;
}

const Steps = memo(function Steps({ timeline, step, lens, name, before }: StepsProps) {
  const told = spoken(timeline, step, lens);
  const now = told.find((each) => each.step === step)?.text;
  return (
    <div className="visually-hidden">
      <ol aria-label={name}>
        {told.map((each) => (
          <li key={each.step} aria-current={each.step === step ? 'step' : undefined}>
            {each.text}
          </li>
        ))}
      </ol>
      <p aria-live="polite" data-testid="now">
        {now !== undefined && before + now}
      </p>
    </div>
  );
});

// This run in one line.

import { summary } from '../../story/index.ts';
import { useLab } from '../context.ts';
import { RichText } from '../parts/RichText.tsx';

export function Summary() {
  const scenario = useLab((lab) => lab.scenario);
  const timeline = useLab((lab) => lab.timeline);
  return (
    <p className="summary">
      <RichText text={summary(scenario, timeline)} />
    </p>
  );
}

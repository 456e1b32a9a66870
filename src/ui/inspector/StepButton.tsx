// A control within a line of text that goes to a step. It must not know what happens there.

import { useLab } from '../context.ts';
import './step-button.css';

interface Props {
  readonly step: number;
  readonly children: string;
  readonly className?: string;
}

export function StepButton({ step, children, className = '' }: Props) {
  const seek = useLab((lab) => lab.seek);
  return (
    <button type="button" className={`step-button ${className}`.trim()} onClick={() => seek(step, 'jump')}>
      {children}
    </button>
  );
}

// The way out of a lesson, to the page as it is without.

import { lessonWords as text } from '../../words/lessons/index.ts';
import { useLab } from '../context.ts';

/** @param label left out: one leaves a lesson */
export function Leave({ label = text.leave }: { readonly label?: string }) {
  const arrange = useLab((lab) => lab.arrange);
  return (
    <button type="button" className="plain lesson-leave" onClick={() => arrange({ lesson: undefined })}>
      {label}
    </button>
  );
}

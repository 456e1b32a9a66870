// The moment that is shown, as a link for a part of a lesson. Certificates that somebody brought are in none. To be used when the extras of
// links are at hand.

import { linkParts } from '../../lab/index.ts';
import { stepNumber } from '../../store/index.ts';
import { useLabStore } from '../context.ts';

/** Takes down scenario, step and view. */
export function useMoment(): () => string {
  const store = useLabStore();
  return () => {
    const { scenario, view, beside, open, cursor } = store.getState();
    const second = open.beside && beside ? { beside: { scenario: beside } } : {};
    return linkParts.take('extras').writeLink({
      scenario,
      step: stepNumber({ cursor }),
      view: { ...view, theme: undefined, lesson: undefined },
      ...second,
    });
  };
}

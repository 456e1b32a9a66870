// What comes late in the column of the scenario. It must not know who wants it.

import { useEffect, useReducer } from 'react';
import { labParts } from '../../lab/index.ts';
import { shelf } from '../../shelf/index.ts';

export const parts = shelf({
  choices: () => import('./choices/index.ts').then(({ Choices }) => Choices),
  catalogue: () => Promise.all([import('../catalogue/index.ts'), labParts.need('mischief')]).then(([list]) => list),
  making: () => import('../making/index.ts'),
  lesson: () => import('../lesson/index.ts').then(({ LessonPane }) => LessonPane),
});

/** The list of what can go wrong as soon as it is at hand; it is fetched when it is wanted. If it can't be had, whoever needs it says so. */
export function useCatalogue(wanted: boolean) {
  const [, look] = useReducer((looks: number) => looks + 1, 0);
  useEffect(() => {
    if (wanted && !parts.has('catalogue')) parts.need('catalogue').then(look, () => undefined);
  }, [wanted]);
  return parts.has('catalogue') ? parts.take('catalogue') : undefined;
}

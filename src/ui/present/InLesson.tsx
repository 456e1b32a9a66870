// What a lesson adds where one is presented. It must not know lessons.

import type { ReactNode } from 'react';
import { shelf } from '../../shelf/index.ts';
import { useLab } from '../context.ts';
import { Late } from '../parts/Late.tsx';

const late = shelf({
  lesson: () =>
    import('../lesson/index.ts').then(({ Ahead, Asked, Driver, PartNotes, Said, Ways }) => ({
      Ahead,
      Asked,
      Driver,
      PartNotes,
      Said,
      Ways,
    })),
});

interface Props {
  readonly children: (lesson: ReturnType<typeof late.take<'lesson'>>) => ReactNode;
  /** What stands there without one. */
  readonly otherwise?: ReactNode;
  /** Who gets the focus after a try to fetch what is missing; left out: another place says so. */
  readonly next?: string;
}

export function InLesson({ children, otherwise = null, next }: Props) {
  const name = useLab(({ view }) => view.lesson);
  if (name === undefined) return otherwise;
  return (
    <Late of={late} name="lesson" loading={otherwise} {...(next !== undefined && { next })}>
      {children}
    </Late>
  );
}

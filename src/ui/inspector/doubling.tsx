// What shows two runs where another one stands beside the lab's, fetched when somebody compares. It must not know what that is.

import { shelf } from '../../shelf/index.ts';
import { useLab } from '../context.ts';
import { Late } from '../parts/Late.tsx';

export const doubling = shelf({ both: () => import('../compare/index.ts') });

/** The picture of the run beside, at the right of the lab's own. */
export function StageBeside() {
  const beside = useLab((lab) => lab.open.beside);
  if (!beside) return null;
  return (
    <Late of={doubling} name="both">
      {({ SecondStage }) => <SecondStage />}
    </Late>
  );
}

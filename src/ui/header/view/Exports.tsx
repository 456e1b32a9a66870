// The door to what can be taken along. It must not know what that is.

import { shelf } from '../../../shelf/index.ts';
import { Late } from '../../parts/Late.tsx';
import type { Surroundings } from '../surroundings.ts';

const parts = shelf({ exports: () => import('../../export/index.ts').then(({ ExportPane }) => ExportPane) });

/** What stands behind *Export*. */
export function Exports({ link }: Surroundings) {
  return (
    <Late of={parts} name="exports" next=".export-menu button">
      {(ExportPane) => <ExportPane link={link} />}
    </Late>
  );
}

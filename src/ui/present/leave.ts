// The end of presenting. It must not know who ends it.

import type { LabStore } from '../../store/index.ts';

/** Goes back to the page. Does nothing where nobody presents. */
export function leave(lab: LabStore): void {
  const { view, arrange } = lab.getState();
  if (view.present) arrange({ present: undefined });
}

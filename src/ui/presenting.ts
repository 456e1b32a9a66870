// Begins and ends presenting. It must not know what is shown then.

import type { LabStore } from '../store/index.ts';

/** Shows the lab to an audience, on the whole screen where the browser allows it, or no longer. To be called when somebody has asked for it. */
export function togglePresent(store: LabStore): void {
  const { arrange, view } = store.getState();
  const present = !view.present || undefined;
  if (present) void document.documentElement.requestFullscreen?.().catch(() => undefined);
  arrange({ present });
}

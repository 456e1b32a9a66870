// A page that carries a lesson, in the learning platform that has opened it: from the first moment until the page goes. It must not know what is
// taught, nor what a platform is told.

import { type Enclosed, enclosedId, enclosedIn, openRecord } from '../../lesson/platform/index.ts';
import { type PlatformTrouble, platformTrouble } from '../../words/platforms.ts';

/** The lesson that this page carries, if it does. */
export const carried: Enclosed | undefined = enclosedIn(document.getElementById(enclosedId)?.textContent ?? '');

/** The name that it has in the address. */
export const carriedName = 'enclosed';

let trouble: PlatformTrouble | null = null;
const hearers = new Set<() => void>();

/** What the platform keeps of it; undefined where none has opened this page, or where it doesn't record. */
export const record = carried && openRecord(carried, { here: window, now: () => performance.now(), tell });

/** What keeps how far somebody is in the lesson of a text, where a platform does. */
export function recordOf(text: string): typeof record {
  return text === carried?.lesson ? record : undefined;
}

/** What is wrong with the platform, in a sentence; undefined when all is well. */
export const news = {
  now: (): string | undefined => (trouble ? platformTrouble(trouble) : undefined),
  subscribe(hear: () => void): () => void {
    hearers.add(hear);
    return () => void hearers.delete(hear);
  },
};

function tell(next: PlatformTrouble | null): void {
  trouble = next;
  for (const hear of hearers) hear();
}

if (record) {
  window.addEventListener('pagehide', record.end);
  // What a browser lays aside it may never wake up again.
  document.addEventListener('visibilitychange', () => document.visibilityState === 'hidden' && record.hold());
  // A page that comes back from where browsers keep those that were left: its session is over.
  window.addEventListener('pageshow', ({ persisted }) => persisted && location.reload());
}

// Keeps the whole page for when there is no network: a browser starts it beside the page. It must not know what the files are.

import { cleanupOutdatedCaches, precacheAndRoute } from 'workbox-precaching';

/** All files of the page, and what tells one build's from another's: written in by the build. */
declare const kept: readonly { readonly url: string; readonly revision: string | null }[];

/** What the page says when its reader wants the newer version. */
const takeOver = 'take over';

const scope = self as unknown as EventTarget & { skipWaiting(): Promise<void> };

cleanupOutdatedCaches();
precacheAndRoute([...kept]);
scope.addEventListener('message', (event) => {
  if ((event as MessageEvent).data === takeOver) void scope.skipWaiting();
});

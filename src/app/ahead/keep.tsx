// Has the browser keep the whole page, so that it opens without a network, and says when there is a newer version of it. Whoever reads goes on
// with the one they have until they want the other. It must not know what is kept.

import { useSyncExternalStore } from 'react';
import { createRoot } from 'react-dom/client';
import { type LabStore, ownInUse } from '../../store/index.ts';
import { newerWords as text } from '../../words/newer.ts';
import styles from './newer.css?inline';

/** Begins with it, where the browser can and the page is one of a server: neither a frame, nor a file, nor under development. */
export async function keepPage(store: LabStore): Promise<void> {
  const { dataset } = document.documentElement;
  if (!import.meta.env.PROD || !('serviceWorker' in navigator) || window.top !== window || dataset.whole !== undefined)
    return;
  // Without it the page is as it was; a browser that forbids it says so by itself.
  const kept = await navigator.serviceWorker.register('./kept.js').catch(() => undefined);
  if (!kept) return;
  const news = (): void => {
    if (kept.waiting && navigator.serviceWorker.controller) tell(kept.waiting, store);
  };
  news();
  kept.addEventListener('updatefound', () => {
    const coming = kept.installing;
    coming?.addEventListener('statechange', () => {
      if (coming.state === 'installed') news();
      if (coming.state === 'activated') performance.mark('countersign:kept');
    });
  });
  if (kept.active) performance.mark('countersign:kept');
  // Who leaves a page open for days learns of it when they come back to it.
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'visible') void kept.update().catch(() => undefined);
  });
}

let told = false;

/** Says so in a corner, once. */
function tell(waiting: ServiceWorker, store: LabStore): void {
  if (told) return;
  told = true;
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(styles);
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
  const place = document.body.appendChild(document.createElement('div'));
  const root = createRoot(place);
  const leave = (): void => {
    root.unmount();
    place.remove();
  };
  const take = (): void => {
    navigator.serviceWorker.addEventListener('controllerchange', () => location.reload(), { once: true });
    waiting.postMessage('take over');
  };
  root.render(
    <div className="newer" role="status">
      <span>
        {text.newer}
        <Loss store={store} />
      </span>
      <button type="button" className="plain" onClick={take}>
        {text.take}
      </button>
      <button type="button" className="plain" onClick={leave}>
        {text.later}
      </button>
    </div>,
  );
}

/** What goes with the page that is left. */
function Loss({ store }: { readonly store: LabStore }) {
  return useSyncExternalStore(store.subscribe, () => ownInUse(store.getState())) ? ` ${text.own}` : null;
}

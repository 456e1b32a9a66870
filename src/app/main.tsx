// The entry of the page: joins the store, the address bar, the theme and the lab's view.

import { StrictMode, useEffect, useState } from 'react';
import { createRoot } from 'react-dom/client';
import { createLab, type LabStore } from '../store/index.ts';
import { askerAtHand, LabView, timed } from '../ui/index.ts';
import { words } from '../words/ui/index.ts';
import { fromAddress } from './address.ts';
import { keepAddress, placeInHistory } from './address-bar.ts';
import { memoryOf } from './memory.ts';
import { playTold } from './play.ts';
import { applyPane, applyTheme, paneMemory, themeIn, themeMemory } from './remembered.ts';
import { useTheme } from './theme.ts';
import { useMemory } from './use-memory.ts';
import './opening.css';

const root = createRoot(document.getElementById('lab') ?? document.body, { onUncaughtError: giveUp });
// Not awaited at the top: what a link needs may be in files that wait for this one.
void open().catch(giveUp);

async function open(): Promise<void> {
  applyTheme(themeIn(location.hash) ?? themeMemory.recall());
  applyPane(paneMemory.recall());
  const { hash } = location;
  const start = await fromAddress(hash, () => address.follow(hash, placeInHistory()));
  await askerAtHand(start.view);
  const store = createLab(timed(playTold), { ...start, at: placeInHistory() ?? 0 });
  const address = keepAddress(store);
  root.render(
    <StrictMode>
      <App store={store} link={address.now} />
    </StrictMode>,
  );
}

/** Says why there is no lab; React would leave an empty page. */
function giveUp(reason: unknown): void {
  reportError(reason);
  root.render(
    <p className="loading" role="alert">
      {words.brokeOff(String(reason))}
    </p>,
  );
}

/** The story that stands in the page since it was built, if it is this page's. */
function storyAhead(): Element | null {
  return 'elsewhere' in document.documentElement.dataset ? null : document.querySelector('.opening-desk .inspector');
}

/** What is done before anybody asks for it; without it everything takes a little longer. To be called after the first picture. */
async function getAhead(store: LabStore): Promise<void> {
  const ahead = await import('./ahead/index.ts').catch(() => undefined);
  ahead?.getAhead(store);
}

/** Whether keys that write something are shortcuts as well. */
const singleKeys = memoryOf<'on' | 'off'>('single-keys', ['off'], 'on');

function App({ store, link }: { readonly store: LabStore; readonly link: () => string }) {
  const [theme, setTheme] = useTheme(store);
  const [ahead] = useState(storyAhead);
  useEffect(() => void getAhead(store), [store]);
  // Every listener is there by now: what was done before is done again.
  useEffect(() => void window.dispatchEvent(new Event('countersign:answers')), []);
  const [keys, setKeys] = useMemory(singleKeys);
  const [pane, setPane] = useMemory(paneMemory);
  const surroundings = {
    theme,
    setTheme,
    link,
    ahead,
    pane: Number(pane),
    setPane: (rem: number) => {
      applyPane(String(rem));
      setPane(String(rem));
    },
    singleKeys: keys === 'on',
    setSingleKeys: (on: boolean) => setKeys(on ? 'on' : 'off'),
  };
  return <LabView store={store} surroundings={surroundings} />;
}

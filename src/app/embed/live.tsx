// A frame that has come to life: joins the store, the address that it was given, the page around and the lab's view.

import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { linkParts } from '../../lab/index.ts';
import { createLab, type LabStore, stepNumber, type View } from '../../store/index.ts';
import { askerAtHand, EmbedView, lessonParts, timed, usualParts } from '../../ui/index.ts';
import { words } from '../../words/ui/index.ts';
import { fromAddress } from '../address.ts';
import { playTold } from '../play.ts';
import { useApplied } from '../theme.ts';
import { handOverKeys } from './keys.ts';
import { listen } from './port.ts';

/** Opens the lab that the address means. */
export async function open(): Promise<void> {
  const root = createRoot(document.getElementById('lab') ?? document.body, {
    onUncaughtError: (reason) => {
      reportError(reason);
      root.render(
        <p className="loading" role="alert">
          {words.brokeOff(String(reason))}
        </p>,
      );
    },
  });
  const start = await fromAddress(asked(), () => void follow(store));
  await askerAtHand(start.view);
  // Of how something is looked at, links tell: to the page, and to whoever asks.
  await linkParts.need('extras');
  const usual = inFrame(start.view);
  const store = createLab(timed(playTold), { ...start, view: usual });
  // What a part of a lesson doesn't say of how it is shown, the frame does.
  store.subscribe(({ view, arrange }) => {
    if (view.show === undefined) arrange({ show: usual.show, theme: view.theme ?? usual.theme });
  });
  window.addEventListener('hashchange', () => void follow(store));
  handOverKeys(store);
  const port = listen(store);
  root.render(
    <StrictMode>
      <Frame store={store} heard={port.hear} />
    </StrictMode>,
  );
  port.begin();
}

/** The link of the address, or of the exhibit that this file is. */
function asked(): string {
  return location.hash || (document.documentElement.dataset.exhibit ?? '');
}

/** What an exhibit doesn't say of its parts is as usual in a frame. */
function inFrame(view: Partial<View> = {}): Partial<View> {
  return { ...view, show: view.show ?? (view.lesson === undefined ? usualParts : lessonParts) };
}

/** Goes where the address leads since whoever is around has changed it. */
async function follow(store: LabStore): Promise<void> {
  const { scenario, step, view, beside, notice } = await fromAddress(asked(), () => void follow(store));
  const lab = store.getState();
  lab.arrange(inFrame(view));
  if (scenario) {
    lab.load(scenario, step);
    lab.putBeside(beside?.scenario ?? null);
  }
  if (notice) lab.tell(notice);
}

interface Props {
  readonly store: LabStore;
  readonly heard: ReturnType<typeof listen>['hear'];
}

function Frame({ store, heard }: Props) {
  useApplied(store, 'system');
  return <EmbedView store={store} heard={heard} full={() => pageAt(store)} />;
}

/** The address of the page, where it shows this step as it is looked at here. */
function pageAt(store: LabStore): string {
  const lab = store.getState();
  const { lens, unit, captions, tab, depth, theme } = lab.view;
  const view = { lens, unit, captions, tab, depth, theme };
  const hash = linkParts.take('extras').writeLink({
    scenario: lab.scenario,
    step: stepNumber(lab),
    view,
    ...(lab.beside && { beside: { scenario: lab.beside } }),
  });
  return new URL(`${document.documentElement.dataset.page ?? ''}index.html${hash}`, location.href).href;
}

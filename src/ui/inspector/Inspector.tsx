// The right-hand pane: what the current step means, and its bytes. Tabs follow the WAI-ARIA pattern.
// It must not know what stands on a tab.

import { type ComponentType, type KeyboardEvent, type ReactNode, Suspense, useEffect, useId, useRef } from 'react';
import { shelf } from '../../shelf/index.ts';
import { type Lab, landing, ownInUse, type Tab } from '../../store/index.ts';
import { words } from '../../words/ui/index.ts';
import { useLab } from '../context.ts';
import { useSuccessor } from '../parts/focus.ts';
import { Late, useLate } from '../parts/Late.tsx';
import { Notice } from '../parts/Notice.tsx';
import { doubling } from './doubling.tsx';
import { Explain } from './explain/Explain.tsx';
import { Overview } from './overview/Overview.tsx';
import './inspector.css';

// What stands on the other tabs comes when somebody opens them.
const panes = shelf({
  bytes: () => import('./bytes/BytesTab.tsx').then(({ BytesTab }) => BytesTab),
  keys: () => import('./keys/KeysTab.tsx').then(({ KeysTab }) => KeysTab),
  certificates: () => import('./certificates/CertificatesTab.tsx').then(({ CertificatesTab }) => CertificatesTab),
  state: () => import('./state/StateTab.tsx').then(({ StateTab }) => StateTab),
} satisfies Record<Exclude<Tab, 'explain'>, () => Promise<ComponentType>>);

const answers = shelf({ own: () => import('../answer/index.ts') });

const loading = <p className="loading">{words.inspector.loading}</p>;

const tabs = Object.keys(words.inspector.tabs) as readonly Tab[];

/** Has the typeface for bytes fetched before the first of them: when it arrives, the browser lays out all that is there once more. */
function useCodeFace(): void {
  useEffect(() => {
    const family = getComputedStyle(document.documentElement).getPropertyValue('--code');
    document.fonts?.load(`16px ${family}`).catch(() => undefined);
  }, []);
}

/** The inspector: at a run's overview its introduction, and else its tabs, unless the reader has picked something to look at there. */
export function Inspector() {
  const introduces = useLab(
    ({ settled, selection, view, history, beside }) =>
      settled === 0 && beside === null && !selection.row && view.tab === 'explain' && !ownInUse({ history }),
  );
  const beside = useLab((lab) => lab.open.beside);
  return (
    <>
      {beside && (
        <Late of={doubling} name="both">
          {({ Differences }) => <Differences />}
        </Late>
      )}
      <div className="inspector" tabIndex={-1}>
        {introduces ? <Overview loading={loading} /> : <Tabs />}
      </div>
    </>
  );
}

/** The tabs; which one is open is the store's to know. */
function Tabs() {
  const tab = useLab((lab) => lab.view.tab);
  const arrange = useLab((lab) => lab.arrange);
  useCodeFace();
  const id = useId();
  const list = useRef<HTMLDivElement>(null);
  const leave = useSuccessor('.inspector');
  const move = (event: KeyboardEvent): void => {
    const next = moved(event.key, tabs.indexOf(tab));
    if (next === undefined) return;
    event.preventDefault();
    arrange({ tab: next });
    list.current?.querySelector<HTMLElement>(`[data-tab="${next}"]`)?.focus();
  };
  return (
    <>
      <div className="tabs" role="tablist" aria-label={words.inspector.title} ref={list} onKeyDown={move}>
        {tabs.map((name) => (
          <button
            key={name}
            ref={leave}
            type="button"
            role="tab"
            id={`${id}-${name}`}
            data-tab={name}
            aria-selected={name === tab}
            aria-controls={`${id}-panel`}
            tabIndex={name === tab ? 0 : -1}
            onClick={() => arrange({ tab: name })}
          >
            {words.inspector.tabs[name]}
          </button>
        ))}
      </div>
      <Notice near="inspector" />
      <div
        key={tab}
        className={`inspector-panel panel-${tab}`}
        role="tabpanel"
        id={`${id}-panel`}
        aria-labelledby={`${id}-${tab}`}
      >
        <Doubled tab={tab}>
          {tab === 'explain' ? (
            <Suspense fallback={loading}>
              <Explanation />
            </Suspense>
          ) : (
            <Late of={panes} name={tab} loading={loading} next={`[data-tab="${tab}"]`}>
              {(Pane) => <Pane />}
            </Late>
          )}
        </Doubled>
      </div>
    </>
  );
}

/** A pane, and the same of the run beside, where there is one. */
function Doubled({ tab, children }: { readonly tab: Tab; readonly children: ReactNode }) {
  const beside = useLab((lab) => lab.open.beside);
  if (!beside) return children;
  return (
    <Suspense fallback={children}>
      <Twice tab={tab}>{children}</Twice>
    </Suspense>
  );
}

/** Where what shows both can’t be had, which is told above the pictures, one of them is better than none. */
function Twice({ tab, children }: { readonly tab: Tab; readonly children: ReactNode }) {
  const { here } = useLate(doubling, 'both');
  if (!here) return children;
  const { Both } = doubling.take('both');
  return <Both tab={tab}>{children}</Both>;
}

/** What the current step means; of a run with the reader’s own certificates, at its overview and where it ends, what comes of it. */
function Explanation() {
  const answered = useLab(
    (lab: Lab) => ownInUse(lab) && !lab.selection.row && (lab.settled === 0 || lab.settled === landing(lab.timeline)),
  );
  if (!answered) return <Explain />;
  return (
    <Late of={answers} name="own" loading={loading} next={'[data-tab="explain"]'}>
      {({ OwnAnswer }) => <OwnAnswer />}
    </Late>
  );
}

function moved(key: string, index: number): Tab | undefined {
  switch (key) {
    case 'ArrowRight':
      return tabs[(index + 1) % tabs.length];
    case 'ArrowLeft':
      return tabs.at(index - 1);
    case 'Home':
      return tabs[0];
    case 'End':
      return tabs.at(-1);
    default:
      return undefined;
  }
}

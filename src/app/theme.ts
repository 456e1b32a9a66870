// Light, dark, for a projector, or whatever the system says: applied to the page and remembered in this browser.
// It must not know colours.

import { useEffect, useSyncExternalStore } from 'react';
import type { LabStore } from '../store/index.ts';
import type { ThemeChoice } from '../ui/index.ts';
import { applyTheme, themeMemory } from './remembered.ts';
import { useMemory } from './use-memory.ts';

/** What the address asks for, or else the reader's choice; and a way to change it. */
export function useTheme(store: LabStore): [ThemeChoice, (theme: ThemeChoice) => void] {
  const [chosen, setTheme] = useMemory(themeMemory);
  const theme = useApplied(store, chosen);
  const choose = (next: ThemeChoice): void => {
    applyTheme(next);
    setTheme(next);
    store.getState().arrange({ theme: undefined });
  };
  return [theme, choose];
}

/** Has the page wear what the address asks for, or else what was chosen. @returns that */
export function useApplied(store: LabStore, chosen: ThemeChoice): ThemeChoice {
  const theme = useSyncExternalStore(store.subscribe, () => store.getState().view.theme) ?? chosen;
  useEffect(() => {
    applyTheme(theme);
    const dark = matchMedia('(prefers-color-scheme: dark)');
    const follow = (): void => applyTheme(theme);
    dark.addEventListener('change', follow);
    return () => dark.removeEventListener('change', follow);
  }, [theme]);
  return theme;
}

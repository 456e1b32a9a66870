// Light, dark, for a projector, or whatever the system says: applied to the page and remembered in this browser.
// It must not know colours.

import { useEffect } from 'react';
import type { ThemeChoice } from '../ui/index.ts';
import { applyTheme, themeMemory } from './remembered.ts';
import { useMemory } from './use-memory.ts';

/** The reader's choice and a way to change it. */
export function useTheme(): [ThemeChoice, (theme: ThemeChoice) => void] {
  const [theme, setTheme] = useMemory(themeMemory);
  useEffect(() => {
    const dark = matchMedia('(prefers-color-scheme: dark)');
    const follow = (): void => applyTheme(theme);
    dark.addEventListener('change', follow);
    return () => dark.removeEventListener('change', follow);
  }, [theme]);
  const choose = (next: ThemeChoice): void => {
    applyTheme(next);
    setTheme(next);
  };
  return [theme, choose];
}

// Light, dark, for a projector, or whatever the system says: applied to the page and remembered in this browser.
// It must not know colours.

import { useEffect } from 'react';
import type { ThemeChoice } from '../ui/index.ts';
import { memoryOf, useMemory } from './memory.ts';

const memory = memoryOf<ThemeChoice>('theme', ['light', 'dark', 'projector'], 'system');

/** The reader's choice and a way to change it. */
export function useTheme(): [ThemeChoice, (theme: ThemeChoice) => void] {
  const [theme, setTheme] = useMemory(memory);
  useEffect(() => {
    const dark = matchMedia('(prefers-color-scheme: dark)');
    const follow = (): void => apply(theme);
    dark.addEventListener('change', follow);
    return () => dark.removeEventListener('change', follow);
  }, [theme]);
  const choose = (next: ThemeChoice): void => {
    apply(next);
    setTheme(next);
  };
  return [theme, choose];
}

/** Puts the remembered theme on before anything is drawn. */
export function applyRememberedTheme(): void {
  apply(memory.recall());
}

function apply(theme: ThemeChoice): void {
  const system = matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light';
  document.documentElement.dataset.theme = theme === 'system' ? system : theme;
}

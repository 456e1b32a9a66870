// Light, dark, for a projector, or whatever the system says: applied to the page and remembered in this browser.
// It must not know colours.

import { useEffect, useState } from 'react';
import type { ThemeChoice } from '../ui/index.ts';

const key = 'countersign:theme';
const themes: readonly ThemeChoice[] = ['light', 'dark', 'projector'];

/** The reader's choice and a way to change it. */
export function useTheme(): [ThemeChoice, (theme: ThemeChoice) => void] {
  const [theme, setTheme] = useState(remembered);
  useEffect(() => {
    const dark = matchMedia('(prefers-color-scheme: dark)');
    const follow = (): void => apply(theme);
    dark.addEventListener('change', follow);
    return () => dark.removeEventListener('change', follow);
  }, [theme]);
  const choose = (next: ThemeChoice): void => {
    apply(next);
    remember(next);
    setTheme(next);
  };
  return [theme, choose];
}

/** Puts the remembered theme on before anything is drawn. */
export function applyRememberedTheme(): void {
  apply(remembered());
}

function apply(theme: ThemeChoice): void {
  const system = matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light';
  document.documentElement.dataset.theme = theme === 'system' ? system : theme;
}

// Storage may be closed to the page; then the choice lasts as long as the page does.
function remembered(): ThemeChoice {
  try {
    const theme = localStorage.getItem(key);
    return themes.find((known) => known === theme) ?? 'system';
  } catch {
    return 'system';
  }
}

function remember(theme: ThemeChoice): void {
  try {
    localStorage.setItem(key, theme);
  } catch {
    // nothing to do: it is already applied
  }
}

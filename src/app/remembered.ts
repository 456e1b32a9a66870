// The theme that this browser remembers, put on the page before anything is drawn. It must not know colours, nor React.

import { memoryOf } from './memory.ts';

/** What a reader can choose: a look, or whatever the system says. */
export type Remembered = 'system' | 'light' | 'dark' | 'projector';

/** What the reader chose when they were here before. */
export const themeMemory = memoryOf<Remembered>('theme', ['light', 'dark', 'projector'], 'system');

/** Puts a theme on the page. */
export function applyTheme(theme: Remembered): void {
  const system = matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light';
  document.documentElement.dataset.theme = theme === 'system' ? system : theme;
}

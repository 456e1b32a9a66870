// What this browser remembers of how the page looks, put on it before anything is drawn. It must not know colours, nor React.

import { memoryOf } from './memory.ts';

/** What a reader can choose: a look, or whatever the system says. */
export type Remembered = 'system' | 'light' | 'dark' | 'projector';

/** What the reader chose when they were here before. */
export const themeMemory = memoryOf<Remembered>('theme', ['light', 'dark', 'projector'], 'system');

/** What an address asks for, before anybody can read it as a link. */
export function themeIn(hash: string): Remembered | undefined {
  return /[?&]theme=(light|dark|projector)(&|$)/.exec(hash)?.[1] as Remembered | undefined;
}

/** What an inspector has that nobody has made wider, in rem. */
const usualPane = '24.75';

/** How wide the reader has made the inspector, in rem. */
export const paneMemory = memoryOf<string>(
  'pane',
  Array.from({ length: 57 }, (_, half) => String(20 + half / 2)),
  usualPane,
);

/** Gives the inspector a width, in rem. */
export function applyPane(rem: string): void {
  if (rem !== usualPane) document.documentElement.style.setProperty('--pane', `${rem}rem`);
}

/** Puts a theme on the page. */
export function applyTheme(theme: Remembered): void {
  const system = matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light';
  document.documentElement.dataset.theme = theme === 'system' ? system : theme;
}

// The theme that this browser remembers, put on the page before anything is drawn. It must not know colours, nor React.

/** What a reader can choose: a look, or whatever the system says. */
export type Remembered = 'system' | 'light' | 'dark' | 'projector';

const key = 'countersign:theme';
const themes: readonly Remembered[] = ['light', 'dark', 'projector'];

/** Puts a theme on the page. */
export function applyTheme(theme: Remembered): void {
  const system = matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light';
  document.documentElement.dataset.theme = theme === 'system' ? system : theme;
}

/** What the reader chose when they were here before. Storage may be closed to the page; then a choice lasts as long as the page does. */
export function rememberedTheme(): Remembered {
  try {
    const theme = localStorage.getItem(key);
    return themes.find((known) => known === theme) ?? 'system';
  } catch {
    return 'system';
  }
}

/** Remembers a choice, where the browser lets us. */
export function rememberTheme(theme: Remembered): void {
  try {
    localStorage.setItem(key, theme);
  } catch {
    // nothing to do: it is already applied
  }
}

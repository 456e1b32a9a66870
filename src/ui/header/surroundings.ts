// What a lab hears from the page around it. It must not know where a link is kept or how a choice is remembered.

import type { words } from '../../words/ui/index.ts';

/** What a theme is called; `system` is whatever the system says. */
export type ThemeChoice = keyof typeof words.header.themes;

/** What the surroundings offer to the page: a theme that is remembered, and an address that can be copied. */
export interface Surroundings {
  readonly theme: ThemeChoice;
  readonly setTheme: (theme: ThemeChoice) => void;
  /** Whether keys that write something are shortcuts as well; remembered, too. */
  readonly singleKeys: boolean;
  readonly setSingleKeys: (on: boolean) => void;
  /** How wide the inspector is beside the picture, in rem, as far as there is room; remembered, too. */
  readonly pane: number;
  readonly setPane: (rem: number) => void;
  /** The address of exactly what is shown. */
  readonly link: () => string;
  /** What tells the story of the first picture until the part that tells all others is there. */
  readonly ahead?: Element | null | undefined;
}

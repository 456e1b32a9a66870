// What is done before anybody asks for it, when the first picture is there. It comes late, and the page does without it where it can't be had.

import type { LabStore } from '../../store/index.ts';
import { keepPage } from './keep.tsx';
import { playAhead } from './runs.ts';
import { stockUp } from './stock.ts';

/** Begins with it. */
export function getAhead(store: LabStore): void {
  stockUp(() => void keepPage(store));
  playAhead(store);
}

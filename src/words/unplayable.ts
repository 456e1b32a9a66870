// What the page says when a change can't be played: fetched when one can't.

import type { Hurdle } from '../lab/index.ts';
import { hurdleSentence } from './causes/index.ts';

/** @param why what keeps the scenario from being played, or what broke */
export function unplayableSentence(why: Hurdle | string): string {
  return `This can’t be played, so nothing has changed. ${typeof why === 'string' ? why : hurdleSentence(why)}`;
}

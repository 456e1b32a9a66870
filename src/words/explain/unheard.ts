// Prose for what is said to a side that has left.
// Texts are in the notation of `rich`; values come in, words go out. English, ready for other languages.

import type { Role } from '../../tls/index.ts';

export const unheardTitle = (to: Role): string => `What the ${to} makes of it`;

/** @param cut whether the connection was gone, rather than closed by this side, since that step */
export const unheard = (step: number, cut: boolean): string =>
  cut
    ? `Nothing. The connection has ended in step ${step}, and this does not arrive.`
    : `Nothing. It has closed the connection in step ${step} and reads no more.`;

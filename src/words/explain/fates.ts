// Prose for what becomes of a message on its way and at the side that it was meant for, where that is not as usual.
// Texts are in the notation of `rich`; values come in, words go out. English, ready for other languages.

import type { Role } from '../../tls/index.ts';

export const title = (to: Role): string => `What the ${to} makes of it`;

/** @param harm as the picture says it: `one bit flipped on the wire` */
export const onItsWay = (harm: string, from: Role): string =>
  `On its way: **${harm}**. What is told here is what the ${from} said.`;

/** @param cut whether the connection was gone, rather than closed by this side, since that step */
export const left = (step: number, cut: boolean): string =>
  cut
    ? `Nothing. The connection has ended in step ${step}, and this does not arrive.`
    : `Nothing. It has closed the connection in step ${step} and reads no more.`;

export const lost = 'Nothing. Somebody on the wire holds it back, and it does not arrive.';

/** @param shown the step in which that shows */
export const refused = (sentence: string, shown: number, here: number): string =>
  `It refuses it. ${sentence}${shown > here ? ` That shows in **step ${shown}**.` : ''}`;

/** It has given up before, and its alert is still on its way. */
export const stopped = (step: number, name: string): string =>
  `Nothing. It has given up at ${name.replace('_', ' ')} (step ${step}) and reads no more.`;

export const never = (to: Role): string => `The ${to} never gets to read this: for it, the message is not complete.`;

/** @param step the one in which somebody finds fault in the end */
export const unnoticed = (step: number | undefined): string =>
  step === undefined
    ? 'It goes on: no check looks at what was changed.'
    : `It can’t tell that anything was changed, and goes on. What comes of that shows in **step ${step}**.`;

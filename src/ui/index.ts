// The page's panes and controls. A lab is mounted through LabView; everything else is its own business.

export { EmbedView } from './embed/EmbedView.tsx';
export { easyHeight } from './embed/fit.ts';
export { lessonParts, usualParts } from './embed/usual.ts';
export { atRest } from './frames/rest.ts';
export { timed } from './frames/stopwatch.ts';
export type { ThemeChoice } from './header/surroundings.ts';
export { LabView } from './LabView.tsx';
export { askerAtHand } from './places.tsx';
export type { Player } from './playbar/player.ts';
export type { AnswerTold } from './predict/telling.ts';
export { StillContext } from './stage/Stage.tsx';
export { StillPicture } from './stage/StillPicture.tsx';

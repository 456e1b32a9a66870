// The page's panes and controls. A lab is mounted through LabView; everything else is its own business.

export { atRest } from './frames/rest.ts';
export { timed } from './frames/stopwatch.ts';
export type { ThemeChoice } from './header/surroundings.ts';
export { LabView } from './LabView.tsx';
export { StillContext } from './stage/Stage.tsx';
export { StillPicture } from './stage/StillPicture.tsx';

// The page's panes and controls. A lab is mounted through LabView; everything else is its own business.

export { alarm } from './alarm.ts';
export type { Surroundings, ThemeChoice } from './Header.tsx';
export { LabView } from './LabView.tsx';

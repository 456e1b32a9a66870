// Two runs beside each other on the page. Comes when somebody compares.

export { AsBeside, Both } from './Both.tsx';
export { Differences, DifferencesOnPaper } from './Differences.tsx';
export { SecondStage } from './SecondStage.tsx';
export { FrameStrip, Strip } from './Strip.tsx';
export { besideOf, companionOf } from './session.ts';
export { scenesOf, takenBoth } from './taken.ts';

// The part of the page that arrives after the first picture: prose, bytes and the handshake in words.

export { DropTarget } from './DropTarget.tsx';
export { gistLength } from './explain/tellers.ts';
export { Inspector } from './Inspector.tsx';
export { PrintStory } from './PrintStory.tsx';
export { RowList } from './RowList.tsx';
export { Separator } from './Separator.tsx';
export { StepList } from './StepList.tsx';
export { ThroughPlace } from './ThroughPlace.tsx';

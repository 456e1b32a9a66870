// The part of the page that arrives after the first picture: prose, bytes and the handshake in words.

export { StageBeside } from './doubling.tsx';
export { gistLength } from './explain/tellers.ts';
export { Inspector } from './Inspector.tsx';
export { RowList } from './RowList.tsx';
export { Sentence } from './Sentence.tsx';
export { Separator } from './Separator.tsx';
export { StepList } from './StepList.tsx';
export { Unseen } from './Unseen.tsx';

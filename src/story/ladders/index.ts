// The machines of both sides as ladders. Apart from the rest of the story, so that a page can load it when it needs it.

export { stateLabels } from '../../words/states.ts';
export { laddersAt } from './climbing.ts';
export type { Ladder, LaddersView, Rung } from './ladder.ts';
export { acceptedIn } from './refusing.ts';
export { visitsOf } from './track.ts';

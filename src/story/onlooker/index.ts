// The story for whoever looks through a lens: what one side, or somebody on the wire, can know of each step, and no more.

export { knownThrough } from './eyes.ts';
export { tellThrough } from './through.ts';

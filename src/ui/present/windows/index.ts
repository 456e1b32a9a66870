// Two windows that show the same: one for the audience, one with the notes.

export { type Pairing, usePairing } from './pairing.ts';
export { type Place, placeOf } from './place.ts';

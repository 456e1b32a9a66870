// What an exhibit locks stays as it is, whichever way somebody would change it. Loaded by whoever shows an exhibit with locks.

export { guardChoices } from './locks.ts';

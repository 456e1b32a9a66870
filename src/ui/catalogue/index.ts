// Everything that can go wrong: to search in, to choose from, to read about. It comes when somebody reaches for it.

export { Answers } from './Answers.tsx';
export { EntryDetails, Needs, Playing } from './Entry.tsx';
export { Everything, listed } from './Everything.tsx';
export { play, press } from './press.ts';

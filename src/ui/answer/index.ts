// What comes of a handshake with certificates of the reader's own. It comes with the first of them.

export { OwnAnswer } from './OwnAnswer.tsx';

// What is said where certificates for practice are made and taken along. It must not know how they are made.

export { keytoolLine, linesFor } from './lines.ts';

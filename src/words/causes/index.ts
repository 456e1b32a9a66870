// Why something failed, passed, was chosen or was left out, in sentences: the layers below tell causes and their values. Loaded with the
// prose that shows them. English; one place, ready for other languages.

export { checkReason, checkValue } from './checks.ts';
export { sentenceOf } from './faults.ts';
export { fileSentence } from './files.ts';
export { flawClause } from './flaws.ts';
export { unnoticedReason } from './flips.ts';
export { hurdleSentence } from './hurdles.ts';
export { choiceReason, ignoredReason, protocolReason, protocolValue } from './reasons.ts';

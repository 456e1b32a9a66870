// What a side does by itself, in long prose: it comes when the reader picks a row of the picture that is no message.

export { narrateRow } from './row.ts';

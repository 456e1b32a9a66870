// The long prose about the messages of TLS 1.3, apart from the rest: it comes when the reader looks at one of them.

export { chapterOf13 } from './chapters.ts';
export { chainsChecked } from './checklists.ts';

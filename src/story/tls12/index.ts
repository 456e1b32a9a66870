// The long prose about the messages of TLS 1.2, apart from the rest: a page that never speaks it never loads it.

export { chapterOf12 } from './chapters.ts';

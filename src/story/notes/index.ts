// What a teacher would say about a step. Its words come from words/notes; what they say of a run is read off the timeline.

export { notesOf } from './notes.ts';

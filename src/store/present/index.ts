// How a lab is shown to an audience. Loaded by whoever presents.

export { createShow, type Show, type ShowStore } from './show.ts';

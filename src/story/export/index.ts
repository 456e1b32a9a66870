// A run as files to take along, with the words that belong in them: for the page and for the command line alike.

export type { About } from './about.ts';
export { toPcapng } from './capture.ts';
export { type ToldStep, toMarkdown } from './document.ts';
export { fencedMermaid, toMermaid } from './mermaid.ts';
export { toPlantUml } from './plantuml.ts';
export { toScript } from './script.ts';
export { toCsv, toJson } from './table.ts';

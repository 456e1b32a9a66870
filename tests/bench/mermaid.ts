// Mermaid, which draws sequence diagrams too: how it is loaded, and how it is told what a model holds.
// Its small build lacks some other kinds of diagrams, draws this kind with the same code and needs no packages of its own. It must
// not know our drawing.

import script from '@mermaid-js/tiny/dist/mermaid.tiny.js?url';
import { version } from '@mermaid-js/tiny/package.json';
import { fontFamily, type Message, type Model, type Row } from '../../src/diagram/index.ts';

export { version as mermaidVersion };

/** What is used of it; the small build comes without types. */
export interface Mermaid {
  initialize(config: Readonly<Record<string, unknown>>): void;
  /** Draws into the document to measure, and hands over the text of an SVG. */
  render(id: string, text: string): Promise<{ readonly svg: string }>;
}

declare global {
  var mermaid: Mermaid | undefined;
}

/** Loads it and makes it ready: our typeface, and no limit that a thousand messages would reach. */
export async function loadMermaid(): Promise<Mermaid> {
  const element = document.createElement('script');
  element.src = script;
  await new Promise((resolve, reject) => {
    element.onload = resolve;
    element.onerror = () => reject(new Error('Mermaid could not be loaded.'));
    document.head.append(element);
  });
  const { mermaid } = globalThis;
  if (!mermaid) throw new Error('Mermaid was loaded and is not there.');
  mermaid.initialize({ startOnLoad: false, fontFamily, maxTextSize: 10_000_000, maxEdges: 100_000 });
  return mermaid;
}

/**
 * A model in Mermaid's language: the same two sides, every message with the words it wears, and a note for what a side does by itself.
 * Phases, states and strands have no word there and are left out.
 */
export function toMermaid({ actors, rows }: Model): string {
  const { left, right } = actors;
  return [
    'sequenceDiagram',
    `participant left as ${escaped(left.title)}`,
    `participant right as ${escaped(right.title)}`,
    ...rows.map(line),
  ].join('\n');
}

function line(row: Row): string {
  if (row.kind === 'message') return arrow(row);
  const words = row.kind === 'work' ? [row.text, row.reason] : [row.text];
  return `Note ${row.at} of ${row.at}: ${lines(words)}`;
}

function arrow({ from, title, caption, interference }: Message): string {
  const to = from === 'left' ? 'right' : 'left';
  return `${from}->>${to}: ${lines([title, interference ?? caption])}`;
}

function lines(words: readonly (string | undefined)[]): string {
  return words.flatMap((word) => (word === undefined ? [] : [escaped(word)])).join('<br/>');
}

/** These two end a statement there. */
function escaped(text: string): string {
  return text.replaceAll(/[#;]/g, (sign) => `#${sign.charCodeAt(0)};`);
}

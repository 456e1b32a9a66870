// A picture in the language of Mermaid (mermaid.js.org/syntax/sequenceDiagram.html): what travels under keys stands on a coloured ground.
// It must not know how Mermaid draws.

import type { Message, Model } from '../../diagram/index.ts';
import type { Epoch } from '../../tls/index.ts';
import { bandText, type Entry, entriesOf, sideNames, wornBy } from './diagram-text.ts';

/** The hues of the picture, so thin that they do on light paper as on dark. */
const grounds: Readonly<Record<Exclude<Epoch, 'cleartext'>, string>> = {
  handshake: 'rgba(37, 87, 167, 0.1)',
  application: 'rgba(23, 113, 90, 0.1)',
};

/** @param title what stands above it */
export function toMermaid(model: Model, title: string): string {
  const { left, right } = model.actors;
  return [
    '---',
    `title: ${JSON.stringify(title)}`,
    '---',
    'sequenceDiagram',
    `  participant ${sideNames.left} as ${escaped(left.title)}`,
    `  participant ${sideNames.right} as ${escaped(right.title)}`,
    ...grounded(entriesOf(model)),
    '',
  ].join('\n');
}

/** Several diagrams as a text in Markdown: a file in Mermaid’s language has one. */
export function fencedMermaid(diagrams: readonly string[]): string {
  return diagrams.map((diagram) => `\`\`\`mermaid\n${diagram}\`\`\`\n`).join('\n');
}

/** The lines of all entries; a ground lasts from the first message under its keys to the last before another’s. */
function grounded(entries: readonly Entry[]): readonly string[] {
  let ground: Epoch = 'cleartext';
  const lines: string[] = [];
  const lay = (next: Epoch): void => {
    if (next === ground) return;
    if (ground !== 'cleartext') lines.push('  end');
    if (next !== 'cleartext') lines.push(`  rect ${grounds[next]}`);
    ground = next;
  };
  entries.forEach((entry, index) => {
    lay(groundAt(entries, index, ground));
    lines.push(`  ${lineOf(entry)}`);
  });
  lay('cleartext');
  return lines;
}

/** What stands between two messages has the ground that both have. */
function groundAt(entries: readonly Entry[], index: number, before: Epoch): Epoch {
  const next = entries.slice(index).find((entry) => entry.kind === 'message');
  const epoch = next?.kind === 'message' && !next.message.ghost ? next.message.epoch : 'cleartext';
  return entries[index]?.kind === 'message' || epoch === before ? epoch : 'cleartext';
}

function lineOf(entry: Entry): string {
  switch (entry.kind) {
    case 'band':
      return noted('over', [sideNames.left, sideNames.right], escaped(bandText(entry.band)));
    case 'note':
      return noted(`${entry.at} of`, [sideNames[entry.at]], brokenUp(entry.failed ? marked(entry.lines) : entry.lines));
    case 'message':
      return `${sideNames[entry.message.from]}${arrowOf(entry.message)}${sideNames[entry.to]}: ${brokenUp(wornBy(entry.message))}`;
  }
}

function noted(where: string, names: readonly string[], text: string): string {
  return ['Note', where, `${names.join(',')}:`, text].join(' ');
}

/** What never arrives ends in a cross; what would have followed is dashed. */
function arrowOf({ lost, ghost }: Message): string {
  if (ghost) return '-->>';
  return lost ? '-x' : '->>';
}

function marked([first = '', ...others]: readonly string[]): readonly string[] {
  return [`✕ ${first}`, ...others];
}

function brokenUp(lines: readonly string[]): string {
  return lines.map(escaped).join('<br/>');
}

/** These signs mean something there, and so does the bare word `end`. */
function escaped(text: string): string {
  return text.replaceAll(/[\r\n]+/g, ' ').replaceAll(/[#;<>%{}]|\be(?=nd\b)/gi, (sign) => `#${sign.charCodeAt(0)};`);
}

// A picture in the language of PlantUML (plantuml.com/sequence-diagram). It must not know how PlantUML draws.

import type { Message, Model } from '../../diagram/index.ts';
import { bandText, type Entry, entriesOf, sideNames, wornBy } from './diagram-text.ts';

/** The colours of the picture on light paper, by keys. */
const inks = { cleartext: '#94590A', handshake: '#2557A7', application: '#17715A' } as const;
const alertInk = '#B3261E';

/** @param title what stands above it */
export function toPlantUml(model: Model, title: string): string {
  const { left, right } = model.actors;
  return [
    '@startuml',
    `title ${escaped(title)}`,
    `participant "${escaped(left.title)}" as ${sideNames.left}`,
    `participant "${escaped(right.title)}" as ${sideNames.right}`,
    ...entriesOf(model).map(lineOf),
    '@enduml',
    '',
  ].join('\n');
}

function lineOf(entry: Entry): string {
  switch (entry.kind) {
    case 'band':
      return `== ${escaped(bandText(entry.band))} ==`;
    case 'note': {
      const shape = entry.failed ? 'hnote' : 'rnote';
      return `${shape} ${entry.at} of ${sideNames[entry.at]}${entry.failed ? ` ${alertInk}` : ''} : ${brokenUp(entry.lines)}`;
    }
    case 'message': {
      const { message, to } = entry;
      return `${sideNames[message.from]} ${arrowOf(message)} ${sideNames[to]} : ${brokenUp(wornBy(message))}`;
    }
  }
}

/** What never arrives ends in a cross; what would have followed is dashed. */
function arrowOf({ epoch, alert, lost, ghost }: Message): string {
  const ink = alert ? alertInk : inks[epoch];
  return `-[${ink}]${ghost ? '->' : lost ? '>x' : '>'}`;
}

function brokenUp(lines: readonly string[]): string {
  return lines.map(escaped).join('\\n');
}

/** Whatever is no letter, no digit and no plain mark is written by its number: it might mean something there. */
function escaped(text: string): string {
  return text
    .replaceAll(/[\r\n]+/g, ' ')
    .replaceAll(/[^\p{L}\p{N} .,:()/·’–_-]|([/_-])(?=\1)/gu, (sign) => `<U+${hex(sign)}>`);
}

function hex(sign: string): string {
  return (sign.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');
}

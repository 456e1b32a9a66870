// The command line of `export` as data. It opens no file.

import { extname } from 'node:path';
import { parseArgs } from 'node:util';
import { type ThemeName, themes } from '../../src/diagram/index.ts';
import { holdsBoth } from '../../src/ui/export/room.ts';
import type { Side } from '../../src/words/compare/index.ts';
import { ExportError } from './usage.ts';

export const endings = ['svg', 'png', 'gif', 'pcapng', 'keylog', 'mmd', 'puml', 'md', 'csv', 'json', 'sh'] as const;
export type Ending = (typeof endings)[number];

export interface ExportFlags {
  /** From `#` on. */
  readonly link: string;
  /** Undefined: standard output. */
  readonly file: string | undefined;
  readonly as: Ending;
  /** Undefined: that of the link, or light. */
  readonly theme: ThemeName | undefined;
  /** In px. */
  readonly width: number;
  readonly scale: number;
  /** Of the GIF: its first and its last step. Undefined: those of the link’s excerpt, or of the run. */
  readonly from: number | undefined;
  readonly to: number | undefined;
  /** Of the GIF: how long each step stands. */
  readonly seconds: number;
  readonly page: string | undefined;
  /** Which of two runs a file has that holds one. Undefined: the first. */
  readonly run: Side | undefined;
}

const options = {
  as: { type: 'string' },
  theme: { type: 'string' },
  width: { type: 'string' },
  scale: { type: 'string' },
  from: { type: 'string' },
  to: { type: 'string' },
  seconds: { type: 'string' },
  page: { type: 'string' },
  run: { type: 'string' },
} as const;

/** Reads the command line. @throws ExportError for everything that isn't as `usage` says */
export function readFlags(args: readonly string[]): ExportFlags {
  const { values, positionals } = parsed(args);
  const [link, file, ...more] = positionals;
  if (link === undefined || file === undefined || more.length > 0)
    throw new ExportError('Name a link and a file: npm run -s export -- LINK FILE. --help says more.');
  const as = endingOf(values.as ?? (file === '-' ? '' : extname(file).slice(1)), values.as === undefined);
  return {
    link: linkIn(link),
    file: file === '-' ? undefined : file,
    as,
    theme: values.theme === undefined ? undefined : themeNamed(values.theme),
    width: values.width === undefined ? 744 : numberIn('width', values.width, 300, 4000),
    scale: values.scale === undefined ? 1 : numberIn('scale', values.scale, 1, 4),
    from: values.from === undefined ? undefined : numberIn('from', values.from, 0, 9999),
    to: values.to === undefined ? undefined : numberIn('to', values.to, 0, 9999),
    seconds: values.seconds === undefined ? 1.5 : secondsIn(values.seconds),
    page: values.page === undefined ? undefined : pageAt(values.page),
    run: values.run === undefined ? undefined : runNamed(values.run, as),
  };
}

function parsed(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], options, allowPositionals: true });
  } catch (error) {
    throw new ExportError(`${(error as Error).message.split('. ')[0]}. --help lists the flags.`);
  }
}

/** A whole address is as good as its end; and somebody may have left out the `#`, which shells know as something else. */
function linkIn(text: string): string {
  const at = text.indexOf('#');
  return at < 0 ? `#${text}` : text.slice(at);
}

function endingOf(ending: string, byName: boolean): Ending {
  const found = endings.find((each) => each === ending.toLowerCase().replace(/^\./, ''));
  if (found) return found;
  const known = endings.map((each) => `.${each}`).join(' ');
  if (ending === '')
    throw new ExportError(
      `Say what it shall become: ${byName ? 'an ending of the file, or --as with one' : 'one'} of ${known}.`,
    );
  throw new ExportError(`Nothing here is written as “.${ending}”. It can be one of ${known}.`);
}

function themeNamed(name: string): ThemeName {
  if (name in themes) return name as ThemeName;
  throw new ExportError(`There is no theme “${name}”. It can be ${Object.keys(themes).join(', ')}.`);
}

function runNamed(text: string, as: Ending): Side {
  const name = text.toLowerCase();
  if (name !== 'a' && name !== 'b') throw new ExportError(`--run is a or b, and “${text}” is neither.`);
  if (holdsBoth(as)) throw new ExportError(`A .${as} has room for both runs: --run is for a file that holds one.`);
  return name;
}

function numberIn(flag: string, text: string, least: number, most: number): number {
  const value = Number(text);
  if (Number.isInteger(value) && value >= least && value <= most) return value;
  throw new ExportError(`--${flag} is a whole number from ${least} to ${most}, and “${text}” is none.`);
}

function secondsIn(text: string): number {
  const value = Number(text);
  if (value >= 0.1 && value <= 60) return value;
  throw new ExportError(`--seconds is a number from 0.1 to 60, and “${text}” is none.`);
}

function pageAt(text: string): string {
  if (URL.canParse(text) && /^https?:/.test(text)) return text.replace(/#.*$/, '');
  throw new ExportError(`--page is an address such as https://example.org/countersign/, and “${text}” is none.`);
}

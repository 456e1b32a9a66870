// The command line of `lesson` as data. It opens no file.

import { parseArgs } from 'node:util';
import { LessonError } from './usage.ts';

export interface LessonFlags {
  readonly file: string;
  /** Undefined: the lesson is only read. */
  readonly out: string | undefined;
  /** Undefined: none. */
  readonly mastery: number | undefined;
  /** Undefined: the built one. */
  readonly page: string | undefined;
}

const options = { mastery: { type: 'string' }, page: { type: 'string' } } as const;

/** Reads the command line. @throws LessonError for everything that isn't as `usage` says */
export function readFlags(args: readonly string[]): LessonFlags {
  const { values, positionals } = parsed(args);
  const [file, out, ...more] = positionals;
  if (file === undefined || more.length > 0)
    throw new LessonError('Name a lesson and a package: npm run -s lesson -- FILE.md OUT.zip. --help says more.');
  if (out !== undefined && !/\.zip$/i.test(out))
    throw new LessonError(`A package is a zip: name it ${out.replace(/\.[^./\\]*$/, '')}.zip, and not ${out}.`);
  return { file, out, mastery: masteryIn(values.mastery ?? '80'), page: values.page };
}

function parsed(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], options, allowPositionals: true });
  } catch (error) {
    throw new LessonError(`${(error as Error).message.split('. ')[0]}. --help lists the flags.`);
  }
}

function masteryIn(text: string): number | undefined {
  if (text === 'none') return undefined;
  if (/^\d{1,3}$/.test(text) && Number(text) <= 100) return Number(text);
  throw new LessonError(`--mastery is a whole number from 0 to 100, or none, and “${text}” is neither.`);
}

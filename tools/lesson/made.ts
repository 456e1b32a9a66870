// What becomes of a lesson: a package, or what is wrong with it. It writes nothing.

import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { lettersOf, readLesson } from '../../src/lesson/format/index.ts';
import { packageOf } from '../../src/lesson/packing/index.ts';
import { flawSentence } from '../../src/words/lessons/index.ts';
import { addressFlaws } from './addresses.ts';
import type { LessonFlags } from './flags.ts';
import { LessonError } from './usage.ts';

/** A lesson that can be used as it stands, as a package where one was asked for; or what is wrong, a line for each. */
export type Made =
  | { readonly ok: true; readonly title: string; readonly parts: number; readonly content?: Uint8Array }
  | { readonly ok: false; readonly wrong: readonly string[] };

const built = fileURLToPath(new URL('../../dist/countersign.html', import.meta.url));

/** @throws LessonError with a sentence, when a file can't be read */
export async function made({ file, out, mastery, page }: LessonFlags): Promise<Made> {
  const text = await textOf(file);
  const reading = readLesson(text);
  const flaws = reading.ok ? await addressFlaws(text, reading.lesson.parts) : reading.flaws;
  if (!reading.ok || flaws.length > 0)
    return { ok: false, wrong: flaws.map((flaw) => `${file}: ${flawSentence(flaw)}`) };
  const { title, parts } = reading.lesson;
  const read = { ok: true, title: lettersOf(title), parts: parts.length } as const;
  if (out === undefined) return read;
  const asks = parts.some(({ question }) => question !== undefined);
  const wish = { title: read.title, lesson: text, ...(asks && mastery !== undefined && { mastery }) };
  return { ...read, content: packed(wish, await textOf(page ?? built, page === undefined), page ?? built) };
}

function packed(wish: Omit<Parameters<typeof packageOf>[0], 'page'>, page: string, name: string): Uint8Array {
  try {
    return packageOf({ ...wish, page });
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    throw new LessonError(
      `${name} is not the page that holds everything. npm run build makes it: dist/countersign.html.`,
    );
  }
}

async function textOf(file: string, ours = false): Promise<string> {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(await readFile(file));
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    if (ours && code === 'ENOENT') throw new LessonError('There is no built page yet: run npm run build first.');
    const why = { ENOENT: 'there is no such file', EACCES: 'you may not read it', EISDIR: 'it is a folder' };
    const known = why[code as keyof typeof why] ?? (error instanceof TypeError ? 'it is no text in UTF-8' : message);
    throw new LessonError(`${file} can't be read: ${known}.`);
  }
}

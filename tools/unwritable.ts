// Why a file that somebody named can't be written. It must not know what was to be in it.

/**
 * For what a write throws, as in `writeFile(file, content).catch(unwritable(file, LessonError))`.
 *
 * @param file as it was named
 * @param Refusal the error by which a tool says in a sentence what is wrong with its command
 * @returns what throws it
 */
export function unwritable(
  file: string,
  Refusal: new (sentence: string) => Error,
): (error: NodeJS.ErrnoException) => never {
  return ({ code, message }) => {
    const why = { ENOENT: 'its folder does not exist', EACCES: 'you may not write there', EISDIR: 'it is a folder' };
    throw new Refusal(`${file} can't be written: ${why[code as keyof typeof why] ?? message}.`);
  };
}

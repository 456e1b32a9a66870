// `npm run lesson -- FILE.md OUT.zip`: a lesson as a package for learning platforms. What is wrong with the lesson is told line by line on
// stderr, with exit status 1; what is wrong with the command, in one sentence, with 2.

import { writeFile } from 'node:fs/promises';
import process from 'node:process';
import { readFlags } from './lesson/flags.ts';
import { made } from './lesson/made.ts';
import { LessonError, usage } from './lesson/usage.ts';
import { unwritable } from './unwritable.ts';

process.exitCode = await run(process.argv.slice(2));

async function run(args: readonly string[]): Promise<number> {
  if (args.includes('--help')) {
    process.stdout.write(usage);
    return 0;
  }
  try {
    const flags = readFlags(args);
    const result = await made(flags);
    if (!result.ok) {
      process.stderr.write(`${result.wrong.join('\n')}\n`);
      return 1;
    }
    const { title, parts, content } = result;
    if (flags.out !== undefined && content)
      await writeFile(flags.out, content).catch(unwritable(flags.out, LessonError));
    const size = content && `, ${Math.ceil(content.length / 1000)} KB`;
    process.stdout.write(
      `“${title}”: ${parts === 1 ? '1 part' : `${parts} parts`}${size ? `. ${flags.out}${size}` : ''}.\n`,
    );
    return 0;
  } catch (error) {
    if (!(error instanceof LessonError)) throw error;
    process.stderr.write(`${error.message}\n`);
    return 2;
  }
}

// `npm run export -- LINK FILE`: what the page shows at a link, as a file. What is wrong is one sentence on stderr and exit status 2.

import { writeFile } from 'node:fs/promises';
import process from 'node:process';
import { readFlags } from './export/flags.ts';
import { made } from './export/made.ts';
import { ExportError, usage } from './export/usage.ts';
import { unwritable } from './unwritable.ts';

process.exitCode = await run(process.argv.slice(2));

async function run(args: readonly string[]): Promise<number> {
  if (args.includes('--help')) {
    process.stdout.write(usage);
    return 0;
  }
  try {
    const flags = readFlags(args);
    const content = await made(flags);
    if (flags.file === undefined) process.stdout.write(content);
    else await writeFile(flags.file, content).catch(unwritable(flags.file, ExportError));
    return 0;
  } catch (error) {
    if (!(error instanceof ExportError)) throw error;
    process.stderr.write(`${error.message}\n`);
    return 2;
  }
}

// `npm run check -- FLAGS`: would a handshake with these certificates work? What is wrong with the command is one sentence on stderr and
// exit status 2.

import process from 'node:process';
import { check } from './check/check.ts';
import { readFlags } from './check/flags.ts';
import { report } from './check/report.ts';
import { CheckError, usage } from './check/usage.ts';

process.exitCode = await run(process.argv.slice(2));

async function run(args: readonly string[]): Promise<number> {
  if (args.includes('--help')) {
    process.stdout.write(usage);
    return 0;
  }
  try {
    const flags = readFlags(args);
    const { status, text } = report(await check(flags, Date.now()), flags.json);
    process.stdout.write(text);
    return status;
  } catch (error) {
    if (!(error instanceof CheckError)) throw error;
    process.stderr.write(`${error.message}\n`);
    if (args.includes('--json')) process.stdout.write(`${JSON.stringify({ error: error.message })}\n`);
    return 2;
  }
}

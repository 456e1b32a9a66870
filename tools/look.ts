// `npm run look -- FILE …`: what is in a file of certificates or keys, from the command line.

import { readFile } from 'node:fs/promises';
import process from 'node:process';
import { parseArgs } from 'node:util';
import { report } from './look/report.ts';

const usage = `Usage: npm run -s look -- FILE [--password TEXT | --password-file FILE] [--json]

Says what is in a file: certificates, keys, lists of revoked certificates, in whichever container.
Exit status: 0 opened, 3 needs a (or another) password, 2 can't be used.
`;

const options = {
  password: { type: 'string' },
  'password-file': { type: 'string' },
  json: { type: 'boolean' },
  help: { type: 'boolean' },
} as const;

process.exitCode = await run(process.argv.slice(2));

async function run(args: readonly string[]): Promise<number> {
  try {
    const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true });
    if (values.help) {
      process.stdout.write(usage);
      return 0;
    }
    const [file, ...more] = positionals;
    if (file === undefined || more.length > 0) return failed('Name one file to look into.', values.json === true);
    const password = values['password-file'] ? await passwordIn(values['password-file']) : values.password;
    const { status, text } = await report(file, await readFile(file), password, values.json === true);
    process.stdout.write(text);
    return status;
  } catch (error) {
    return failed(error instanceof Error ? error.message : String(error), args.includes('--json'));
  }
}

/** The first line of a file, without its end: how editors leave a password. */
async function passwordIn(file: string): Promise<string> {
  return (await readFile(file, 'utf8')).split(/\r?\n/)[0] ?? '';
}

function failed(sentence: string, json: boolean): number {
  process.stderr.write(`${sentence}\n`);
  if (json) process.stdout.write(`${JSON.stringify({ error: sentence })}\n`);
  return 2;
}

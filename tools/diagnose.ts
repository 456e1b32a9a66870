// `npm run diagnose -- [FILE | -]`: what a log says, from the command line, as the page would say it.

import { readFile } from 'node:fs/promises';
import process from 'node:process';
import { parseArgs } from 'node:util';
import { report } from './diagnose/report.ts';

const usage = `Usage: npm run -s diagnose -- [--json] [FILE | -]

Says what lines out of a log mean, and which runs of the page end like that, the likeliest first. Reads the FILE; or, without one or with -,
what comes in. --json prints one object.
Exit status: 0 something in it is known, 1 nothing is, 2 it can't be read.
`;

const options = { json: { type: 'boolean' }, help: { type: 'boolean', short: 'h' } } as const;

process.exitCode = await run(process.argv.slice(2));

async function run(args: readonly string[]): Promise<number> {
  try {
    const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true });
    if (values.help) {
      process.stdout.write(usage);
      return 0;
    }
    const [file = '-', ...more] = positionals;
    if (more.length > 0) return failed('Name one file, or none to read what comes in.', values.json === true);
    const { status, text } = await report(await textOf(file), values.json === true);
    process.stdout.write(text);
    return status;
  } catch (error) {
    return failed(error instanceof Error ? error.message : String(error), args.includes('--json'));
  }
}

async function textOf(file: string): Promise<string> {
  if (file !== '-') return decoded(await readFile(file));
  const chunks: Uint8Array[] = [];
  for await (const chunk of process.stdin) chunks.push(chunk as Uint8Array);
  return decoded(Buffer.concat(chunks));
}

/** PowerShell writes UTF-16, with a mark in front. */
function decoded(bytes: Uint8Array): string {
  const utf16 = bytes[0] === 0xff && bytes[1] === 0xfe;
  return new TextDecoder(utf16 ? 'utf-16le' : 'utf-8').decode(bytes);
}

function failed(sentence: string, json: boolean): number {
  process.stderr.write(`${sentence}\n`);
  if (json) process.stdout.write(`${JSON.stringify({ error: sentence })}\n`);
  return 2;
}

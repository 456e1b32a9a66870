// `npm run peer -- server|client …`: the engine on a TCP socket, from the command line. Reports are JSON lines on stdout;
// what is wrong with the command is one sentence on stderr and exit status 2.

import process from 'node:process';
import { primitives } from '../src/crypto/index.ts';
import { runClient } from './peer/client.ts';
import { readFlags } from './peer/flags.ts';
import { runServer } from './peer/server.ts';
import { UsageError, usage } from './peer/usage.ts';

process.exitCode = await run(process.argv.slice(2));

async function run(args: readonly string[]): Promise<number> {
  if (args.includes('--help')) {
    process.stdout.write(usage);
    return 0;
  }
  try {
    const flags = readFlags(args);
    await primitives.need(...primitives.names);
    return await (flags.role === 'server' ? runServer(flags, onStop) : runClient(flags, onStop));
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    process.stderr.write(`${error.message}\n`);
    return 2;
  }
}

function onStop(stop: () => void): void {
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, stop);
}

// `npm start`: builds the page, serves it on this machine and says where.

import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { buildAll } from './build.ts';
import { headersOf } from './hosting.ts';
import { type Service, serve } from './serve.ts';

const dist = fileURLToPath(new URL('../dist', import.meta.url));
const firstPort = 4173;
const lastPort = firstPort + 20;

console.log('Building the page …');
await buildAll();
const service = await serveOnFreePort();
console.log(`\nCountersign is at ${service.address}\n\nCtrl-C ends it.`);
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void service.close());

async function serveOnFreePort(): Promise<Service> {
  for (let port = firstPort; port <= lastPort; port++) {
    try {
      return await serve(dist, port, headersOf);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EADDRINUSE') throw error;
      console.log(`Port ${port} is busy; trying ${port + 1}.`);
    }
  }
  throw new Error(
    `The ports ${firstPort} to ${lastPort} are all busy: end one of the programs that use them and try again.`,
  );
}

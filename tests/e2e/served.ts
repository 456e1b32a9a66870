// Serves the built page while the tests of the page run, and tells them its address.

import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { TestProject } from 'vitest/node';
import { headersOf } from '../../tools/hosting.ts';
import { serve } from '../../tools/serve.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    /** Of the served page, with a slash at the end. */
    address: string;
  }
}

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const dist = fileURLToPath(new URL('../../dist', import.meta.url));
  if (!existsSync(`${dist}/index.html`)) throw new Error('There is no built page in dist/: run `npm run build` first.');
  const service = await serve(dist, 0, headersOf);
  project.provide('address', service.address);
  return service.close;
}

// How the tests run: `code` needs nothing but the sources, `page` needs the built page in dist/.

import { defineConfig } from 'vitest/config';

const page = ['tests/{e2e,embed,export,own,present,stage}/**/*.test.ts', 'tests/build.test.ts'];

export default defineConfig({
  test: {
    allowOnly: false,
    // One worker for each core: Vitest itself would leave one of two idle.
    maxWorkers: '100%',
    projects: [
      {
        test: {
          name: 'code',
          include: ['tests/**/*.test.{ts,tsx}'],
          exclude: page,
          setupFiles: 'tests/primitives.ts',
          testTimeout: 20_000,
          // What the files share is loaded once for each worker.
          isolate: false,
        },
      },
      {
        test: {
          name: 'page',
          include: page,
          globalSetup: 'tests/e2e/served.ts',
          // Generous, so that a busy machine is not taken for a broken page.
          testTimeout: 90_000,
          hookTimeout: 60_000,
          expect: { poll: { timeout: 15_000 } },
        },
      },
    ],
  },
});

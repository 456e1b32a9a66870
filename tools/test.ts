// `npm test`: runs every suite one after the other and ends with one line that adds them up.
// `npm test -- unit e2e` runs only the named ones. What a suite tests is the suite's own business.

import { spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { findBrowser } from './browser.ts';
import type { Tally } from './tally.ts';

interface Suite {
  readonly name: string;
  readonly title: string;
  /** A tool and its arguments, which counts as one test; or … */
  readonly tool?: readonly string[];
  /** … a folder or file of tests. */
  readonly tests?: string;
  readonly browser?: true;
}

const modules = 'node_modules';
const tsc = `${modules}/typescript/bin/tsc`;
const biome = `${modules}/@biomejs/biome/bin/biome`;
const knip = `${modules}/knip/bin/knip.js`;
const vitest = `${modules}/vitest/vitest.mjs`;

const suites: readonly Suite[] = [
  { name: 'types', title: 'Types', tool: [tsc, '--noEmit', '-p', '.'] },
  { name: 'lint', title: 'Lint and format', tool: [biome, 'check', '--error-on-warnings'] },
  { name: 'unused', title: 'Unused files, exports and packages', tool: [knip] },
  { name: 'architecture', title: 'Architecture', tests: 'tests/architecture.test.ts' },
  { name: 'unit', title: 'Units', tests: 'tests/unit/' },
  { name: 'vectors', title: 'Vectors: RFC 8448, Wycheproof, x509-limbo', tests: 'tests/vectors/' },
  { name: 'conformance', title: 'Conformance to the catalogue of mischief', tests: 'tests/conformance/' },
  { name: 'properties', title: 'Properties', tests: 'tests/properties/' },
  { name: 'interop', title: 'Interoperation with OpenSSL', tests: 'tests/interop/' },
  { name: 'build', title: 'Build', tool: ['--import', 'tsx', 'tools/build.ts'] },
  { name: 'budget', title: 'What the build weighs', tests: 'tests/build.test.ts', browser: true },
  { name: 'e2e', title: 'The page in a browser', tests: 'tests/e2e/', browser: true },
  { name: 'export', title: 'What is taken along from the page', tests: 'tests/export/', browser: true },
  { name: 'own', title: 'The page with certificates of the reader’s own', tests: 'tests/own/', browser: true },
  {
    name: 'embed',
    title: 'The lab in other pages, as a file, and without a network',
    tests: 'tests/embed/',
    browser: true,
  },
  { name: 'present', title: 'The page in front of a class', tests: 'tests/present/', browser: true },
  { name: 'stage', title: 'The page for everyone: panes, themes, sizes, paper', tests: 'tests/stage/', browser: true },
];

/** A suite that takes longer than this hangs, in ms. */
const patience = 1_200_000;
const root = fileURLToPath(new URL('..', import.meta.url));
const scratch = mkdtempSync(join(tmpdir(), 'countersign-'));
/** Where nobody watches, a missing tool must not go unnoticed: every skip is a failure. */
const strict = !['', '0', 'false', undefined].includes(process.env.CI);

forgetNothing();
const outcomes: { suite: Suite; tally: Tally; seconds: number }[] = [];
for (const suite of chosen(process.argv.slice(2))) {
  console.log(`\n━━ ${suite.title} ━━`);
  const begun = performance.now();
  const tally = await run(suite);
  outcomes.push({ suite, tally, seconds: (performance.now() - begun) / 1000 });
}
rmSync(scratch, { recursive: true });
process.exitCode = conclude() ? 0 : 1;

function chosen(names: readonly string[]): readonly Suite[] {
  const unknown = names.find((name) => !suites.some((suite) => suite.name === name));
  if (unknown !== undefined) {
    console.error(`There is no suite "${unknown}". The suites are ${suites.map((suite) => suite.name).join(', ')}.`);
    process.exit(2);
  }
  return names.length === 0 ? suites : suites.filter((suite) => names.includes(suite.name));
}

/** Every file of tests belongs to a suite, or it would never run. */
function forgetNothing(): void {
  const files = readdirSync(join(root, 'tests'), { recursive: true, encoding: 'utf8' });
  const tests = files.map((file) => `tests/${file.replaceAll('\\', '/')}`).filter((file) => /\.test\.tsx?$/.test(file));
  const forgotten = tests.filter((file) => !suites.some((suite) => suite.tests && file.startsWith(suite.tests)));
  if (forgotten.length === 0) return;
  console.error(`No suite runs ${forgotten.join(', ')}. Add one in tools/test.ts.`);
  process.exit(1);
}

async function run(suite: Suite): Promise<Tally> {
  if (suite.tool)
    return (await node(suite.tool)) === 0 ? { passed: 1, failed: 0, skipped: [] } : failure(`${suite.title} failed.`);
  if (suite.browser) {
    const missing = await missingBrowser();
    if (missing) return { passed: 0, failed: 0, skipped: [missing] };
  }
  const file = join(scratch, `${suite.name}.json`);
  const status = await node([vitest, 'run', `${suite.tests}`, '--reporter=default', '--reporter=./tools/tally.ts'], {
    COUNTERSIGN_TALLY: file,
  });
  const tally = readTally(file);
  if (!tally) return failure(`${suite.title}: the suite broke off before it could be counted.`);
  if (tally.passed + tally.failed + tally.skipped.length === 0)
    return failure(`${suite.title}: there are no tests in ${suite.tests}.`);
  return status !== 0 && tally.failed === 0 ? { ...tally, failed: 1 } : tally;
}

function failure(sentence: string): Tally {
  console.log(sentence);
  return { passed: 0, failed: 1, skipped: [] };
}

/** Runs a program of node_modules; its exit status, 1 when it crashed or hung. */
function node(args: readonly string[], env: NodeJS.ProcessEnv = {}): Promise<number> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, args, {
      cwd: root,
      stdio: 'inherit',
      env: { ...process.env, ...env },
      timeout: patience,
    });
    child.on('error', (error) => {
      console.log(error.message);
      resolve(1);
    });
    child.on('exit', (status, signal) => {
      if (signal) console.log(`It was ended by ${signal}; the limit is ${patience / 60_000} minutes.`);
      resolve(status ?? 1);
    });
  });
}

async function missingBrowser(): Promise<string | undefined> {
  try {
    await findBrowser();
    return undefined;
  } catch (error) {
    return (error as Error).message;
  }
}

function readTally(file: string): Tally | undefined {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Tally;
  } catch {
    return undefined;
  }
}

/** Prints the sums. Whether all is well. */
function conclude(): boolean {
  const width = Math.max(...suites.map((suite) => suite.title.length));
  console.log('\n━━ Sum ━━');
  for (const { suite, tally, seconds } of outcomes) {
    console.log(
      `${suite.title.padEnd(width)}  ${counts(tally.passed, tally.failed, tally.skipped.length)}  (${seconds.toFixed(1)} s)`,
    );
  }
  const skipped = outcomes.flatMap(({ tally }) => tally.skipped);
  const reasons = new Set(skipped);
  if (reasons.size > 0) console.log(strict ? '\nSkipped, which CI counts as failed:' : '\nSkipped:');
  for (const reason of reasons) console.log(`  ${skipped.filter((other) => other === reason).length} × ${reason}`);
  const passed = sum((tally) => tally.passed);
  const failed = sum((tally) => tally.failed) + (strict ? skipped.length : 0);
  console.log(`\n${counts(passed, failed, strict ? 0 : skipped.length)}`);
  return failed === 0;
}

function sum(count: (tally: Tally) => number): number {
  return outcomes.reduce((total, { tally }) => total + count(tally), 0);
}

function counts(passed: number, failed: number, skipped: number): string {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;
}

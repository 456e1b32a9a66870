// A vitest reporter that counts a suite's outcome into the file that COUNTERSIGN_TALLY names, for `npm test` to add up.
// It prints nothing: the default reporter runs beside it.

import { writeFileSync } from 'node:fs';
import process from 'node:process';
import type { Reporter, TestCase, TestModule, TestSuite } from 'vitest/node';

/** The outcome of a suite. A file or group that broke before its tests could run is one failure. */
export interface Tally {
  readonly passed: number;
  readonly failed: number;
  /** One line per skipped test: its reason, or the group it stands in when it gave none. */
  readonly skipped: readonly string[];
}

export default class TallyReporter implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], unhandled: readonly unknown[]): void {
    const file = process.env.COUNTERSIGN_TALLY;
    if (!file) throw new Error('COUNTERSIGN_TALLY must name the file for the tally.');
    writeFileSync(file, JSON.stringify(tally(modules, unhandled)));
  }
}

function tally(modules: readonly TestModule[], unhandled: readonly unknown[]): Tally {
  let passed = 0;
  let failed = unhandled.length;
  const skipped: string[] = [];
  for (const module of modules) {
    if (module.errors().length > 0) failed++;
    for (const suite of module.children.allSuites()) if (suite.errors().length > 0) failed++;
    for (const test of module.children.allTests()) {
      const result = test.result();
      if (result.state === 'passed') passed++;
      else if (result.state === 'skipped')
        skipped.push(result.note ?? `${module.relativeModuleId}: ${outermost(test)}`);
      else failed++;
    }
  }
  return { passed, failed, skipped };
}

function outermost(test: TestCase | TestSuite): string {
  return test.parent.type === 'module' ? test.name : outermost(test.parent);
}

// `npm run bench`: measures the engine in Node and in Chromium beside node-forge's TLS and Node's own, the picture beside Mermaid's, and
// the built page from navigation and switch to picture, its first paint beside an empty page's. Prints a table; `--json FILE` writes the
// figures too, and `--beside FOLDER` names an older build whose first paint is measured along.

import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { build, type InlineConfig } from 'vite';
import { tableMeasure } from '../src/diagram/index.ts';
import { words } from '../src/words/ui/index.ts';
import { builtInHandshake } from '../tests/bench/built-in.ts';
import { comparedFigures } from '../tests/bench/compared.ts';
import { embedFigures } from '../tests/bench/embeds.ts';
import { engineSamples } from '../tests/bench/engine.ts';
import { firstSight } from '../tests/bench/first-sight.ts';
import { builtIn, handshakes, others } from '../tests/bench/names.ts';
import { openings } from '../tests/bench/openings.ts';
import { type Sample, summed, timed } from '../tests/bench/sample.ts';
import { type Figure, stageFigures } from '../tests/bench/stage.ts';
import { launchBrowser } from './browser.ts';
import { headersOf } from './hosting.ts';
import { serve } from './serve.ts';
import { writeWholes } from './whole.ts';

declare global {
  var countersignBench:
    | {
        readonly first: number;
        readonly firstRsa: number;
        readonly samples: () => Promise<Sample[]>;
        readonly besideMermaid: () => Promise<Figure[]>;
      }
    | undefined;
}

const root = fileURLToPath(new URL('..', import.meta.url));
const visits = 9;

const { json, beside: older } = flags(process.argv.slice(2));
const scratch = mkdtempSync(join(tmpdir(), 'countersign-bench-'));
const bench = join(scratch, 'bench');
const dist = join(scratch, 'page');
console.log('Building …');
await build({ root, logLevel: 'error', build: { outDir: dist, emptyOutDir: true } });
await writeWholes(root, dist);
await build({ ...benchPage(), logLevel: 'error' });
const browser = await launchBrowser();
const machine = {
  node: process.versions.node,
  chromium: browser.version(),
  cpu: cpus()[0]?.model ?? 'unknown',
  cores: cpus().length,
};
console.log('Measuring in Node …');
const node = await inNode();
console.log('Measuring in Chromium …');
const sight = await firstSight(browser, { dist, scratch, older });
const embeds = await embedFigures(browser, dist);
const chromium = [...(await inChromium()), ...(await ofPage()), ...sight.samples, ...embeds.samples];
report();
const stage = [...sight.ratios, ...embeds.ratios, ...(await besideMermaid()), ...(await ofStage())];
await browser.close();
rmSync(scratch, { recursive: true });
reportStage();

function flags(args: readonly string[]): { readonly json?: string; readonly beside?: string } {
  const [flag, value, ...more] = args;
  if (flag === undefined) return {};
  if ((flag === '--json' || flag === '--beside') && value !== undefined)
    return { [flag.slice(2)]: value, ...flags(more) };
  console.error('npm run bench takes no other flags than `--json FILE` and `--beside FOLDER`.');
  process.exit(2);
}

function benchPage(): InlineConfig {
  return {
    configFile: false,
    root: join(root, 'tests/bench'),
    build: { outDir: bench, emptyOutDir: true, target: 'es2022' },
  };
}

async function inNode(): Promise<Sample[]> {
  const samples = await engineSamples(tableMeasure);
  for (const kind of ['P-256', 'RSA'] as const) samples.push(await timed(builtIn[kind], builtInHandshake(kind)));
  const first = Array.from({ length: 5 }, () => {
    const printed = execFileSync(process.execPath, ['--import', 'tsx', 'tests/bench/first.ts'], {
      cwd: root,
      encoding: 'utf8',
    });
    return JSON.parse(printed) as { readonly first: number; readonly firstRsa: number };
  });
  return [...samples, ...firsts(first)];
}

function firsts(each: readonly { readonly first: number; readonly firstRsa: number }[]): Sample[] {
  return [
    summed(
      others.first,
      each.map(({ first }) => first),
    ),
    summed(
      others.firstRsa,
      each.map(({ firstRsa }) => firstRsa),
    ),
  ];
}

async function inChromium(): Promise<Sample[]> {
  const service = await serve(bench);
  const first: { readonly first: number; readonly firstRsa: number }[] = [];
  let samples: Sample[] = [];
  for (let visit = 0; visit < visits; visit++) {
    const page = await browser.newPage();
    await page.goto(service.address);
    await page.waitForFunction(() => globalThis.countersignBench !== undefined);
    first.push(
      await page.evaluate(() => {
        const { first = Number.NaN, firstRsa = Number.NaN } = globalThis.countersignBench ?? {};
        return { first, firstRsa };
      }),
    );
    if (visit === visits - 1)
      samples = await page.evaluate(async () => (await globalThis.countersignBench?.samples()) ?? []);
    await page.close();
  }
  await service.close();
  return [...samples, ...firsts(first)];
}

/** The built page, each time in a fresh context: nothing is cached. */
async function ofPage(): Promise<Sample[]> {
  const service = await serve(dist, 0, headersOf);
  const pictures: number[] = [];
  const flips: number[] = [];
  for (let visit = 0; visit < visits; visit++) {
    const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
    const page = await context.newPage();
    await page.goto(service.address, { waitUntil: 'networkidle' });
    await page.waitForFunction(() => performance.getEntriesByName('countersign:picture').length > 0);
    pictures.push(
      await page.evaluate(() => performance.getEntriesByName('countersign:picture')[0]?.startTime ?? Number.NaN),
    );
    for (const [title, label] of [
      [words.scenario.untrustedCa.title, words.scenario.yes],
      [words.scenario.untrustedCa.title, words.scenario.no],
      [words.scenario.badSignature.title, words.scenario.yes],
      [words.scenario.clientAuthentication.title, words.scenario.clientAuthentication.options.off],
    ] as const) {
      // Nobody chooses without having looked.
      await page.waitForTimeout(1500);
      await page.getByRole('group', { name: title }).getByRole('radio', { name: label, exact: true }).check();
      await page.waitForTimeout(300);
      flips.push(
        await page.evaluate(() => performance.getEntriesByName('countersign:switch').at(-1)?.duration ?? Number.NaN),
      );
    }
    await context.close();
  }
  const opened = await openings(browser, service.address);
  await service.close();
  return [summed(others.picture, pictures), summed(others.flip, flips), ...opened];
}

/** In a page of its own, which nothing else has warmed or filled. */
async function besideMermaid(): Promise<Figure[]> {
  const service = await serve(bench);
  const page = await browser.newPage();
  await page.goto(service.address);
  await page.waitForFunction(() => globalThis.countersignBench !== undefined);
  const figures = await page.evaluate(async () => (await globalThis.countersignBench?.besideMermaid()) ?? []);
  await page.close();
  await service.close();
  return figures;
}

async function ofStage(): Promise<Figure[]> {
  const service = await serve(dist, 0, headersOf);
  const figures = [
    ...(await stageFigures(browser, service.address)),
    ...(await comparedFigures(browser, service.address)),
  ];
  await service.close();
  return figures;
}

function report(): void {
  console.log(
    `\nNode ${machine.node}, Chromium ${machine.chromium}, ${machine.cores} × ${machine.cpu}. Times in ms: median (quartiles).`,
  );
  for (const [title, samples] of [
    ['Node', node],
    ['Chromium', chromium],
  ] as const) {
    const forge = samples.find(({ name }) => name === handshakes.forge)?.median ?? Number.NaN;
    console.log(`\n${title}`);
    for (const { name, median, low, high, bytes } of samples) {
      const compared = isHandshake(name) ? `  ${(median / forge).toFixed(2)} × node-forge` : rate(median, bytes);
      console.log(`  ${name.padEnd(52)} ${ms(median)}  (${ms(low)} – ${ms(high)})${compared}`);
    }
  }
}

function reportStage(): void {
  console.log('\nThe stage');
  for (const { name, value, unit } of stage) console.log(`  ${name.padEnd(52)} ${ms(value)} ${unit}`);
  if (json === undefined) return;
  writeFileSync(json, `${JSON.stringify({ machine, node, chromium, stage }, null, 2)}\n`);
  console.log(`\nWritten to ${json}.`);
}

function rate(time: number, bytes: number | undefined): string {
  return bytes === undefined ? '' : `  ${Math.round((bytes / time) * 1000).toLocaleString('en')} bytes per second`;
}

function isHandshake(name: string): boolean {
  const names: readonly string[] = [...Object.values(handshakes), ...Object.values(builtIn)];
  return names.includes(name);
}

function ms(time: number): string {
  return time.toFixed(2).padStart(7);
}

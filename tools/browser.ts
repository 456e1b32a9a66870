// Finds a Chromium for the tests and the benchmark: the one of CHROMIUM_PATH, an installed one, or the one that comes with
// @sparticuz/chromium. COUNTERSIGN_BROWSER=bundled takes the last even where another is installed.

import { accessSync, constants } from 'node:fs';
import { arch, platform } from 'node:os';
import { delimiter, join } from 'node:path';
import process from 'node:process';
import { type Browser, chromium } from 'playwright-core';

/** What `chromium.launch` needs to know. */
export interface Found {
  readonly executablePath: string;
  readonly args: readonly string[];
}

/**
 * Where a Chromium is.
 *
 * @throws Error with a sentence that says what to do, when there is none
 */
export async function findBrowser(): Promise<Found> {
  if (isBundled()) return bundled();
  const named = process.env.CHROMIUM_PATH;
  if (named && !executable(named))
    throw new Error(`CHROMIUM_PATH is ${named}, and there is no program at that place. Correct it or unset it.`);
  return { executablePath: named || (installed() ?? ''), args: [] };
}

/** Whether that is the one which comes with @sparticuz/chromium: it draws the same pixels on every machine. */
export function isBundled(): boolean {
  const { COUNTERSIGN_BROWSER: asked, CHROMIUM_PATH: named } = process.env;
  return asked === 'bundled' || (!named && installed() === undefined);
}

function installed(): string | undefined {
  return candidates().find(executable);
}

/**
 * Starts the browser that `findBrowser` finds, without a window.
 * @param scrollbars whether scrollbars take up room, as they do for most readers; Playwright hides them otherwise
 */
export async function launchBrowser({ scrollbars = false } = {}): Promise<Browser> {
  const { executablePath, args } = await findBrowser();
  return chromium.launch({
    executablePath,
    // Letters are as wide as the typeface says, whatever the screen.
    args: [...args, '--font-render-hinting=none'],
    ...(scrollbars && { ignoreDefaultArgs: ['--hide-scrollbars'] }),
  });
}

async function bundled(): Promise<Found> {
  if (platform() !== 'linux' || arch() !== 'x64') {
    throw new Error(
      `No Chromium or Chrome was found, and none is bundled for ${platform()} ${arch()}. Install one, or set CHROMIUM_PATH.`,
    );
  }
  // Makes the package unpack the libraries that a bare system lacks. It looks at this while it is loaded.
  process.env.AWS_LAMBDA_JS_RUNTIME ??= 'nodejs20.x';
  const { default: carried } = await import('@sparticuz/chromium');
  return { executablePath: await carried.executablePath(), args: ['--no-zygote', '--disable-gpu'] };
}

const programs = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome.exe'];
const places = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];

function candidates(): string[] {
  const folders = (process.env.PATH ?? '').split(delimiter).filter(Boolean);
  return [...programs.flatMap((program) => folders.map((folder) => join(folder, program))), ...places];
}

function executable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

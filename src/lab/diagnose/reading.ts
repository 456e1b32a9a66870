// Reads a log: text in, readings out, the most telling one first. What programs write is in the tables of this folder.
// It must not know any scenario.

import type { AlertName } from '../../tls/index.ts';
import { alertSpellings } from './alerts.ts';
import { appleSpellings } from './apple.ts';
import { besideSpellings } from './beside.ts';
import { endingSpellings } from './endings.ts';
import { erlangSpellings } from './erlang.ts';
import { readable } from './extent.ts';
import { languageSpellings } from './languages.ts';
import { leftovers } from './leftover.ts';
import { librarySpellings } from './libraries.ts';
import { opensslSpellings } from './openssl.ts';
import { productSpellings } from './products.ts';
import { runtimeSpellings } from './runtimes.ts';
import { rustlsSpellings } from './rustls.ts';
import { type Saying, type Spelling, type Surroundings, weights } from './spelling.ts';
import { sideOf, surroundings } from './surroundings.ts';
import { unsentSpellings } from './unsent.ts';
import { unsentByProducts } from './unsent-products.ts';
import { windowsSpellings } from './windows.ts';

/** What a line of a log says, read without knowing any scenario. */
export interface Reading extends Saying {
  /** The program or library whose spelling it is: `OpenSSL`, `Go`, `Java`, `nginx`. */
  readonly program: string;
  /** The stretch of the text that was recognised. */
  readonly excerpt: string;
  /** How much it tells, from 1 to 5. */
  readonly weight: number;
  /** What stands beside it in its line and nobody here can place. */
  readonly unread?: string;
}

/** A stretch of text that a spelling was found in. */
interface Found {
  readonly start: number;
  readonly end: number;
  readonly spelling: Spelling;
  readonly saying: Saying;
}

/** How often one spelling counts, how many stretches are looked into, and how many readings come out. */
const often = 8;
const stretches = 120;
const most = 12;

/** All that is known, of every program. */
export const spellings: readonly Spelling[] = [
  ...languageSpellings,
  ...rustlsSpellings,
  ...erlangSpellings,
  ...windowsSpellings,
  ...runtimeSpellings,
  ...librarySpellings,
  ...appleSpellings,
  ...productSpellings,
  ...endingSpellings,
  ...unsentSpellings,
  ...unsentByProducts,
  ...besideSpellings,
  ...opensslSpellings,
  ...alertSpellings,
];

/** What a text out of a log says, best first; empty when nothing in it is known. */
export function readLog(text: string): readonly Reading[] {
  return readWhole(text).readings;
}

/** The same, and what stands beside it that nobody here can place. */
export function readWhole(text: string): { readonly readings: readonly Reading[]; readonly unread: readonly string[] } {
  const shown = readable(text).trim();
  const plain = plainOf(shown);
  const found = spellings.flatMap((spelling) => [...occurrences(spelling, shown, plain)]);
  const all = outermost(found);
  const best = [...all].sort((a, b) => b.spelling.weight - a.spelling.weight).slice(0, stretches);
  const beside = leftovers(shown, all, ({ spelling }) => spelling.weight === weights.reason);
  const unreadAt = (start: number) => beside.find((each) => sameLine(shown, each.start, start))?.text;
  const readings = onOneSide(
    best.map((each) => reading(each, shown, plain, unreadAt(each.start))),
    sideOf(plain),
  );
  return { readings: telling(distinct(readings)).slice(0, most), unread: beside.map((each) => each.text) };
}

/** Where no reading tells otherwise, the side that the text tells elsewhere. */
function onOneSide(readings: readonly Reading[], side: Reading['side']): readonly Reading[] {
  if (side === undefined || readings.some((each) => each.side !== undefined && each.side !== side)) return readings;
  return readings.map((each) => ({ ...each, side }));
}

function sameLine(text: string, one: number, other: number): boolean {
  const [from, to] = [Math.min(one, other), Math.max(one, other)];
  return to - from < 1_200 && !text.slice(from, to).includes('\n');
}

/** The same text for searching, character by character: small letters, spaces for underscores, straight apostrophes. */
function plainOf(text: string): string {
  return text.replace(/[A-Z_’]/g, (char) => (char === '_' ? ' ' : char === '’' ? "'" : char.toLowerCase()));
}

function* occurrences(spelling: Spelling, shown: string, plain: string): Iterable<Found> {
  const { find, says } = spelling;
  const places = typeof find === 'string' ? textMatches(find, shown, plain) : expressionMatches(find, plain);
  let count = 0;
  for (const { start, end, match } of places) {
    const saying = typeof says === 'function' ? match && says(match) : says;
    if (saying) yield { start, end, spelling, saying };
    if (++count >= often) return;
  }
}

interface Match {
  readonly start: number;
  readonly end: number;
  readonly match?: RegExpExecArray;
}

function* textMatches(find: string, shown: string, plain: string): Iterable<Match> {
  const exact = /[A-Z]/.test(find);
  const text = exact ? shown : plain;
  for (let start = text.indexOf(find); start >= 0; start = text.indexOf(find, start + 1)) {
    const end = start + find.length;
    const inside = exact ? /[A-Za-z0-9_]/ : /[a-z0-9]/;
    const runsOn = inside.test(find.at(-1) ?? '') && inside.test(text[end] ?? '');
    if (!runsOn && !/[A-Za-z0-9]/.test(text[start - 1] ?? '')) yield { start, end };
  }
}

function* expressionMatches(find: RegExp, plain: string): Iterable<Match> {
  for (const match of plain.matchAll(find)) yield { start: match.index, end: match.index + match[0].length, match };
}

/** Without those that lie inside another one: the longer spelling knows better, unless it is but a name. */
function outermost(found: readonly Found[]): readonly Found[] {
  const inOrder = [...found].sort(
    (a, b) => a.start - b.start || b.end - a.end || b.spelling.weight - a.spelling.weight,
  );
  let reached = -1;
  return inOrder.filter(({ end, spelling }) => {
    const outside = end > reached;
    if (outside && spelling.weight > weights.bare) reached = end;
    return outside;
  });
}

function reading(
  { start, end, spelling, saying }: Found,
  shown: string,
  plain: string,
  unread: string | undefined,
): Reading {
  const around = surroundings(plain, start, end);
  const { side = around.side, version = versionOf(saying) ?? around.version } = saying;
  return {
    ...saying,
    program: programOf(spelling.program, around),
    excerpt: shown.slice(start, Math.min(end, start + 160)).replaceAll(/\s+/g, ' '),
    weight: spelling.weight,
    ...(side && { side }),
    ...(version && { version }),
    ...(around.peer && { peer: around.peer }),
    ...(around.early && { early: true }),
    ...(unread !== undefined && { unread }),
  };
}

/** Many print what their library says. */
function programOf(program: string, around: Surroundings): string {
  return ['OpenSSL', 'NSS', 'any program'].includes(program) ? (around.program ?? program) : program;
}

/** Alerts that came with TLS 1.3. */
const newAlerts: readonly AlertName[] = ['certificate_required', 'missing_extension'];

function versionOf({ kind, alerts = [] }: Saying): Reading['version'] {
  return kind === 'alert' && alerts.length > 0 && alerts.every((name) => newAlerts.includes(name)) ? '1.3' : undefined;
}

/** One reading for everything that says the same: the first one, knowing what the others know. */
function distinct(readings: readonly Reading[]): readonly Reading[] {
  const bySaying = new Map<string, Reading>();
  for (const each of readings) {
    const key = [each.kind, each.alerts, each.causes, each.details, each.side, each.remark, each.shownBy].join(';');
    const known = bySaying.get(key) ?? each;
    const excerpt = each.excerpt.length > known.excerpt.length ? each.excerpt : known.excerpt;
    bySaying.set(key, { ...each, ...known, excerpt });
  }
  return [...bySaying.values()];
}

/**
 * Without what only says less than another reading does: that the connection ended, or that a certificate was refused, where a reason is
 * known; and without any of that where nothing was sent yet.
 */
function telling(readings: readonly Reading[]): readonly Reading[] {
  const best = readings[0]?.weight ?? 0;
  const ended = readings.some(({ kind }) => kind === 'closed');
  const unsent = readings.some(({ kind }) => kind === 'unsent');
  const exactly = readings.some(({ kind, weight }) => kind === 'unsent' && weight === weights.reason);
  const reasoned = readings.some(({ kind, weight }) => kind !== 'alert' && weight === weights.reason);
  return readings.filter(
    ({ kind, weight }) =>
      (weight > weights.bare || weight === best) &&
      !(reasoned && kind === 'check' && weight === weights.vague) &&
      !(unsent && (kind === 'closed' || kind === 'failed')) &&
      !(ended && kind === 'failed') &&
      !(exactly && kind === 'unsent' && weight < weights.reason),
  );
}

// Two runs beside each other: their rows, what differs as a whole, most telling first, and what is the same. Computed from both timelines; it
// must not know words.

import type { Step, Timeline } from '../../lab/index.ts';
import type { OfBoth, Outcome, Sameness, Side } from '../../words/compare/index.ts';
import { shortSuite } from '../../words/grammar.ts';
import { versionOf } from '../account.ts';
import { certificates, readableNames, sameShown, showings } from './certificates.ts';
import { aspectsOf } from './likeness.ts';
import { matched, type Pair } from './match.ts';
import { type Outline, outlineOf } from './outline.ts';
import { type Differing, type Finder, onlyIn, type Runs, rowOf } from './runs.ts';

/** Two runs beside each other. */
export interface Comparison {
  readonly rows: readonly Pair[];
  readonly differences: readonly Differing[];
  readonly same: readonly Sameness[];
}

/** Compares two runs. With the runs exchanged it says the same, exchanged. */
export function compared(a: Timeline, b: Timeline): Comparison {
  const rows = matched(a, b);
  const runs: Runs = { timelines: { a, b }, outlines: { a: outlineOf(a), b: outlineOf(b) }, rows };
  const differences = finders.flatMap((find) => find(runs) ?? []);
  return { rows, differences, same: sameIn(runs) };
}

/** In the order in which they are told. */
const finders: readonly Finder[] = [
  outcomes,
  warnings,
  learnings,
  openAlerts,
  unreadRequests,
  askings,
  insistings,
  showings,
  readableNames,
  certificates,
  sealings,
  roundTrips,
  orders,
  agreements,
  clocks,
  sizes,
];

function outcomeOf({ refusal, connected }: Outline): Outcome {
  if (refusal) return { ends: 'refused', by: refusal.by, ofPeer: refusal.ofPeer, cause: refusal.fault.cause };
  return { ends: connected.client && connected.server ? 'well' : 'cut off' };
}

function outcomes(runs: Runs): Differing | undefined {
  const { a, b } = runs.outlines;
  const ends = { a: outcomeOf(a), b: outcomeOf(b) };
  if (same(ends.a, ends.b)) return undefined;
  const side = b.refusal ? 'b' : 'a';
  const { refusal, warning } = runs.outlines[side];
  return { difference: { what: 'outcome', ...ends }, ...rowOf(runs, side, warning?.step ?? refusal?.step) };
}

/** Where both refuse, with another alert, or only one with any. */
function warnings(runs: Runs): Differing | undefined {
  const { a, b } = runs.outlines;
  if (!a.refusal || !b.refusal || a.warning?.code === b.warning?.code) return undefined;
  const named = ({ warning }: Outline) => (warning ? { name: warning.name, code: warning.code } : null);
  const side = b.warning ? 'b' : 'a';
  return {
    difference: { what: 'alert', a: named(a), b: named(b) },
    ...rowOf(runs, side, runs.outlines[side].warning?.step),
  };
}

function learnings(runs: Runs): Differing | undefined {
  const { a, b } = runs.outlines;
  if (!a.news || !b.news || a.news.to !== b.news.to) return undefined;
  const learning = ({ connected, how }: NonNullable<Outline['news']>) => ({ connected, how });
  const [first, second] = [learning(a.news), learning(b.news)];
  if (same(first, second)) return undefined;
  return {
    difference: { what: 'learning', who: a.news.to, a: first, b: second },
    ...rowOf(runs, 'b', b.warning?.step ?? b.news.step),
  };
}

function openAlerts(runs: Runs): Differing | undefined {
  const { a, b } = runs.outlines;
  if (!a.warning || !b.warning || a.warning.clear === b.warning.clear) return undefined;
  const open = a.warning.clear ? 'a' : 'b';
  return { difference: { what: 'open alert', open }, ...rowOf(runs, open, runs.outlines[open].warning?.step) };
}

function unreadRequests(runs: Runs): Differing | undefined {
  const side = onlyIn(runs, ({ unread }) => unread !== undefined);
  return side && { difference: { what: 'unread request', side }, ...rowOf(runs, side, runs.outlines[side].unread) };
}

function askings(runs: Runs): Differing | undefined {
  const side = onlyIn(runs, ({ asked }) => asked !== undefined);
  return side && { difference: { what: 'asking', side }, ...rowOf(runs, side, runs.outlines[side].asked) };
}

function insistings(runs: Runs): Differing | undefined {
  const { a, b } = runs.timelines;
  const [first, second] = [a.circumstances.clientAuthentication, b.circumstances.clientAuthentication];
  if (first === second || first === 'off' || second === 'off') return undefined;
  return {
    difference: { what: 'insisting', a: first, b: second },
    ...rowOf(runs, 'b', runs.outlines.b.asked),
  };
}

function sealings(runs: Runs): Differing | undefined {
  const { a, b } = runs.outlines;
  if (!a.sealedFrom || !b.sealedFrom) return undefined;
  const named = ({ name, from }: Step) => `the ${from}’s ${name}`;
  const [first, second] = [named(a.sealedFrom), named(b.sealedFrom)];
  if (first === second) return undefined;
  return {
    difference: { what: 'sealing', a: first, b: second },
    ...rowOf(runs, 'b', b.sealedFrom.number),
  };
}

function roundTrips(runs: Runs): Differing | undefined {
  const { a, b } = runs.outlines;
  if (a.roundTrips === undefined || b.roundTrips === undefined || a.roundTrips === b.roundTrips) return undefined;
  return { difference: { what: 'round trips', a: a.roundTrips, b: b.roundTrips } };
}

/** Messages of one sender that both runs have, but on different sides of another that both have. */
function orders(runs: Runs): readonly Differing[] {
  const { rows, timelines } = runs;
  const lonely = (side: Side) => rows.flatMap((pair) => (pair[side] && !pair.a === !!pair.b ? [pair[side]] : []));
  const alike = (side: Side, { kind, name, from }: Step) =>
    lonely(side).filter((other) => kind === other.kind && name === other.name && from === other.from);
  const moved = lonely('a').flatMap((step) => {
    // Of several the first goes with the first.
    const twin = alike('b', step)[alike('a', step).indexOf(step)];
    if (!twin || step.kind !== 'message') return [];
    const [rowA, rowB] = [rowOf(runs, 'a', step.number).row ?? 0, rowOf(runs, 'b', twin.number).row ?? 0];
    const earlier = rowA < rowB ? 'a' : 'b';
    const between = rows.slice(Math.min(rowA, rowB) + 1, Math.max(rowA, rowB)).find(({ a, b }) => a && b)?.a;
    if (!between) return [];
    const than = [...timelines.a.steps, ...timelines.b.steps].some(
      ({ name, from }) => name === between.name && from !== between.from,
    )
      ? `the ${between.from}’s ${between.name}`
      : between.name;
    return [
      {
        difference: { what: 'order', name: step.name, from: step.from, than, earlier } as const,
        row: Math.min(rowA, rowB),
      },
    ];
  });
  const inOrder = moved.sort((one, other) => one.row - other.row);
  return inOrder.filter(
    ({ difference }, at) => !inOrder.slice(0, at).some((each) => same(each.difference, difference)),
  );
}

/** A suite of TLS 1.2 also says how keys are agreed on; that is told apart. */
const shorter = (name: string | null) => name && shortSuite(name);

/** What both connections agreed on. */
function agreements(runs: Runs): readonly Differing[] {
  const [a, b] = [runs.outlines.a.facts, runs.outlines.b.facts];
  if (!a || !b) return [];
  const hello = rowOf(runs, 'b', runs.timelines.b.steps.find(({ name }) => name === 'ServerHello')?.number);
  const differing = (what: 'suite' | 'group' | 'protocol', first: string | null, second: string | null): Differing[] =>
    shorter(first) === shorter(second) ? [] : [{ difference: { what, a: first, b: second }, ...hello }];
  return [
    ...differing('suite', a.suite, b.suite),
    ...differing('group', a.group, b.group),
    ...differing('protocol', a.alpn, b.alpn),
  ];
}

function clocks({ timelines: { a, b } }: Runs): Differing | undefined {
  const [first, second] = [a.circumstances.now, b.circumstances.now];
  return first === second ? undefined : { difference: { what: 'clock', a: first, b: second } };
}

function sizes({ outlines: { a, b } }: Runs): Differing | undefined {
  return a.bytes === b.bytes ? undefined : { difference: { what: 'size', a: a.bytes, b: b.bytes } };
}

function sameIn(runs: Runs): readonly Sameness[] {
  const { timelines, rows } = runs;
  const { a, b } = runs.outlines;
  if (rows.every((pair) => isSame(pair, timelines)) && a.bytes === b.bytes) return [{ what: 'everything' }];
  const [first, second] = [outcomeOf(a), outcomeOf(b)];
  const version = versionOf(timelines.a);
  const end = same(first, second) ? first : undefined;
  const names = (['client', 'server'] as const).flatMap((who): Sameness[] => {
    const name = sameShown(runs, who);
    return name === undefined ? [] : [{ what: 'certificate', of: who, name }];
  });
  return [
    ...(end?.ends === 'well' ? [{ what: 'good end' } as const] : []),
    ...(end?.ends === 'refused' ? [{ what: 'refusal', cause: end.cause } as const] : []),
    ...(a.warning && a.warning.code === b.warning?.code
      ? [{ what: 'alert', alert: { name: a.warning.name, code: a.warning.code } } as const]
      : []),
    ...(version === versionOf(timelines.b) ? [{ what: 'version', version } as const] : []),
    ...names,
  ];
}

/** Whether both runs have the step of a row, and nothing of it differs. */
function isSame({ a, b }: Pair, timelines: OfBoth<Timeline>): boolean {
  return (
    a !== undefined &&
    b !== undefined &&
    aspectsOf({ timeline: timelines.a, step: a }, { timeline: timelines.b, step: b }).length === 0
  );
}

/** Whether two values are the same, written out. */
function same(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

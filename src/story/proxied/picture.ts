// The picture of both connections: their rows in one order between three lifelines, the bands, and three heads. All but the heads is made
// once for each way of looking. It must not know pixels.

import type { Model, Row } from '../../diagram/index.ts';
import type { SpannedRow, ThreefoldModel } from '../../diagram/three/index.ts';
import { isOverview, stepNumberAt, type Timeline } from '../../lab/index.ts';
import type { Proxied } from '../../lab/proxied/index.ts';
import { type Eyes, proxiedWords as words } from '../../words/proxied/index.ts';
import { toModel } from '../model.ts';
import { lensesOf } from './eyes.ts';
import { faceOf, fartherHead, middleHead, nearerHead, passing } from './heads.ts';
import { cursorIn, type Half, type Passage, passagesOf } from './passages.ts';

/** How it is looked at. */
export interface Looking {
  readonly eyes: Eyes;
  readonly captions: boolean;
}

const halves = ['front', 'back'] as const satisfies readonly Half[];

/**
 * The picture of what happens through a proxy.
 * @param cursor in steps of both connections; 0: all of it
 * @param hovered the id of the row under the pointer
 */
export function proxiedModel(run: Proxied, cursor: number, looking: Looking, hovered?: string): ThreefoldModel {
  const time = { playhead: isOverview(cursor) ? Infinity : cursor, ...(hovered !== undefined && { hovered }) };
  if (run.way === 'pass-through') return { ...throughModel(run, cursor, looking), ...time };
  const { passages, front, back, ...plate } = plates(run, looking);
  const seen = lensesOf(run.way, looking.eyes);
  const number = stepNumberAt(cursor);
  const arrow = plate.rows.find(({ step, kind }) => kind === 'message' && step === number);
  const at = (half: Half, model: Seeing | undefined) => model?.(cursorIn(passages, half, cursor)).actors;
  const [ahead, behind] = [at('front', front), at('back', back)];
  return {
    ...plate,
    ...time,
    ...(arrow && number > 0 && { current: arrow.id }),
    actors: { left: nearerHead(ahead?.left, seen.front), right: fartherHead(behind?.right, seen.back) },
    middle: middleHead({ front: ahead?.right, back: behind?.left }, passages[number - 1]?.half, looking.eyes),
    faces: { near: faceOf(ahead?.right, 'front', seen.front), far: faceOf(behind?.left, 'back', seen.back) },
  };
}

/** One run from end to end, which the proxy sees as anybody on the wire does. */
function throughModel({ way, front }: Proxied, cursor: number, { eyes, captions }: Looking): ThreefoldModel {
  const lens = lensesOf(way, eyes).front ?? 'everything';
  const { brackets: _, levels: __, ...model } = toModel(front, cursor, { captions, lens });
  return { ...model, middle: passing };
}

/** One connection, at a place in its own steps. */
type Seeing = (cursor: number) => Model;

type Plate = Pick<ThreefoldModel, 'rows' | 'bands' | 'legend' | 'ghostNote'> & {
  readonly passages: readonly Passage[];
  readonly front: Seeing;
  readonly back?: Seeing;
};

const made = new WeakMap<Proxied, Map<string, Plate>>();

function plates(run: Proxied, looking: Looking): Plate {
  const known = made.get(run) ?? new Map<string, Plate>();
  made.set(run, known);
  const id = JSON.stringify(looking);
  const plate = known.get(id) ?? plateOf(run, looking);
  known.set(id, plate);
  return plate;
}

function plateOf(run: Proxied, { eyes, captions }: Looking): Plate {
  const passages = passagesOf(run);
  const lenses = lensesOf(run.way, eyes);
  const seeing = (half: Half, timeline: Timeline): Seeing => {
    const lens = lenses[half] ?? 'everything';
    return (cursor) => toModel(timeline, cursor, { captions, lens });
  };
  const models = { front: seeing('front', run.front), ...(run.back && { back: seeing('back', run.back) }) };
  const rows = rowsOf(passages, (half) => (lenses[half] === null ? undefined : models[half]?.(0)));
  const shown = halves.flatMap((half) => (lenses[half] === null ? [] : (models[half]?.(0) ?? [])));
  const [legend] = shown.flatMap((model) => model.legend ?? []);
  const [ghostNote] = shown.flatMap((model) => model.ghostNote ?? []);
  return {
    ...models,
    passages,
    rows,
    bands: bandsOf(passages, rows),
    ...(legend && { legend }),
    ...(ghostNote !== undefined && { ghostNote }),
  };
}

/** The rows of both, each in the step of both in which it happens. */
function rowsOf(passages: readonly Passage[], modelOf: (half: Half) => Model | undefined): readonly SpannedRow[] {
  return passages.flatMap(({ half, step }, index) => {
    const rows = modelOf(half)?.rows.filter((row) => row.step === step.number) ?? [];
    const span = half === 'front' ? 'near' : 'far';
    return rows.map((row) => ({ ...inWords(row, half), id: `${half}/${row.id}`, step: index + 1, span }) as const);
  });
}

/** A caption tells of the two ends of its connection, and one of them is the proxy. */
function inWords(row: Row, half: Half): Row {
  if (row.kind !== 'message' || row.caption === undefined) return row;
  return { ...row, caption: words.asProxy(row.caption, half === 'front' ? 'server' : 'client') };
}

/** A band for each stretch in which one connection goes on. */
function bandsOf(passages: readonly Passage[], rows: readonly SpannedRow[]): ThreefoldModel['bands'] {
  const starts = passages.flatMap(({ half }, index) => (passages[index - 1]?.half === half ? [] : [{ half, index }]));
  return starts.flatMap(({ half, index }, at) => {
    const end = starts[at + 1]?.index ?? passages.length;
    const first = rows.find(({ step }) => step > index && step <= end);
    const title = words.bands[at < 2 ? half : half === 'front' ? 'answer' : 'end'];
    return first ? [{ id: `${half}${index}`, title, from: first.id }] : [];
  });
}

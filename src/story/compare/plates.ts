// The rows of two pictures that stand side by side: where one run has nothing, a row says why, and a sign says what is not alike. It must not
// know where anything stands.

import type { Message, Model, Row } from '../../diagram/index.ts';
import type { Timeline } from '../../lab/index.ts';
import { type Missing, missingWords, type OfBoth, type Side, signs } from '../../words/compare/index.ts';
import { sides } from '../arrows.ts';
import { type ModelOptions, rowOfStep, toModel } from '../model.ts';
import { aspectsOf } from './likeness.ts';
import type { Pair } from './match.ts';
import { missingAtRow } from './missing.ts';

/** What of a picture does not depend on the playhead. */
export type Plate = Pick<Model, 'rows' | 'bands'>;

/** What both pictures show, and which rows of theirs stand beside each other, by their ids. */
export interface Plates extends OfBoth<Plate> {
  readonly level: readonly OfBoth<string>[];
}

type Look = Pick<ModelOptions, 'captions' | 'lens' | 'unit'>;

/** The plates of two runs for one way of looking. Where records are shown nothing is matched: both are as they are alone. */
export function platesOf(timelines: OfBoth<Timeline>, pairs: readonly Pair[], look: Look): Plates {
  const models = { a: toModel(timelines.a, 0, look), b: toModel(timelines.b, 0, look) };
  if (look.unit === 'records' || look.lens === 'wire') return { ...models, level: [] };
  const idOf = (side: Side, { [side]: step }: Pair, index: number) =>
    step ? rowOfStep(timelines[side], step) : `absent:${index}`;
  const level = pairs.map((pair, index) => ({ a: idOf('a', pair, index), b: idOf('b', pair, index) }));
  const plate = (side: Side): Plate => {
    const { bands } = models[side];
    const rows = models[side].rows.filter((row) => !(row.kind === 'message' && row.ghost));
    return { bands, rows: filled(rows, side, { timelines, pairs, ids: level.map((ids) => ids[side]) }) };
  };
  return { a: plate('a'), b: plate('b'), level };
}

interface Filling {
  readonly timelines: OfBoth<Timeline>;
  readonly pairs: readonly Pair[];
  /** Of the rows of this side. */
  readonly ids: readonly string[];
}

/** The rows of one side with signs, and with a row for each step that only the other one has, before what comes next. */
function filled(rows: readonly Row[], side: Side, { timelines, pairs, ids }: Filling): readonly Row[] {
  const all: Row[] = [];
  let left = rows;
  /** What stands before a row, of which what belongs to its step comes after `absent`. */
  const until = (step: number): void => {
    const end = left.findIndex((row) => row.step >= step);
    all.push(...left.slice(0, end < 0 ? left.length : end));
    left = end < 0 ? [] : left.slice(end);
  };
  pairs.forEach((pair, index) => {
    const own = pair[side];
    if (own) {
      const at = left.findIndex(({ id }) => id === ids[index]);
      all.push(
        ...left.slice(0, at + 1).map((row) => (row.id === ids[index] ? signed(row, pair, timelines, side) : row)),
      );
      left = left.slice(at + 1);
      return;
    }
    const before = pairs.slice(0, index).filter((each) => each[side]).length;
    until(before + 1);
    const found = missingAtRow(timelines, pairs, index);
    if (found) all.push(absent(pair, side, { missing: found.missing, before, id: ids[index] ?? '' }));
  });
  return [...all, ...left];
}

interface Absence {
  readonly missing: Missing;
  /** How many steps of that side come before. */
  readonly before: number;
  readonly id: string;
}

function absent({ a, b }: Pair, side: Side, { missing, before, id }: Absence): Row {
  const step = a ?? b;
  if (!step) throw new RangeError('a row of neither run');
  const sign = side === 'a' ? { sign: signs.only } : {};
  return {
    id,
    kind: 'message',
    step: Math.max(1, before),
    from: sides[step.from],
    title: missingWords(missing),
    epoch: 'cleartext',
    absent: true,
    ...sign,
  };
}

/** The signs stand between both pictures, at the right edge of the first. */
function signed(row: Row, { a, b }: Pair, timelines: OfBoth<Timeline>, side: Side): Row {
  if (side === 'b' || row.kind !== 'message') return row;
  const alike =
    a && b && aspectsOf({ timeline: timelines.a, step: a }, { timeline: timelines.b, step: b }).length === 0;
  const sign: Message = { ...row, sign: a && b ? signs.other : signs.only };
  return alike ? row : sign;
}

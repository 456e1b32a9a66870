// The picture of a run: the timeline as rows, bands, brackets and heads. All but the heads is made once for each run.
// It must not know pixels, nor how rows are drawn.

import type { Actor, Bracket, Legend, Message, Model, Row } from '../diagram/index.ts';
import { isOverview, landing, remembered, type Step, stepNumberAt, type Timeline, toldUpTo } from '../lab/index.ts';
import type { Role } from '../tls/index.ts';
import { ghostNote, legend } from '../words/picture.ts';
import { accountOf, toldBy } from './account.ts';
import { arrowId, sides } from './arrows.ts';
import { bandsOf, wireBandsOf } from './bands.ts';
import { bracketsOf } from './brackets.ts';
import { headOf } from './heads.ts';
import { headThrough, type Lens, throughLens } from './lenses.ts';
import { recordRows } from './record-rows.ts';
import { rowsOf, withLocal } from './rows.ts';

/** What the arrows stand for: messages, or the records that carry them. */
export type Unit = 'messages' | 'records';

export interface ModelOptions {
  /** Whether each arrow wears its plain line; true when absent. */
  readonly captions?: boolean;
  /** `everything` when absent. */
  readonly lens?: Lens;
  /** `messages` when absent; on the wire there are records only. */
  readonly unit?: Unit;
  /** Ids of rows. */
  readonly selected?: string | undefined;
  readonly hovered?: string | undefined;
  /** In steps: up to there is told, at the overview, too, and nothing that comes later is drawn. */
  readonly horizon?: number | undefined;
}

/**
 * The picture of a run.
 * @param cursor in steps: 0 for all of it, 3 after step 3, 2.4 while step 3 is on its way
 */
export function toModel(timeline: Timeline, cursor: number, options: ModelOptions = {}): Model {
  const { captions = true, lens = 'everything', unit = 'messages', selected, hovered, horizon } = options;
  const { actorAt, rowAt, ...plate } = plates(timeline)({
    captions,
    lens,
    unit,
    guessed: horizon !== undefined,
    told: (horizon ?? Infinity) >= landing(timeline),
  });
  const upTo = Math.min(toldUpTo(timeline, cursor), horizon ?? Infinity);
  const current = selected ?? rowAt(stepNumberAt(cursor));
  return {
    ...plate,
    actors: { left: actorAt('client', upTo), right: actorAt('server', upTo) },
    playhead: Math.min(isOverview(cursor) ? Infinity : cursor, horizon ?? Infinity),
    ...(horizon !== undefined && { horizon }),
    ...(current !== undefined && { current }),
    ...(hovered !== undefined && { hovered }),
  };
}

/** The id of the row that a step is drawn as. */
export function rowOfStep(timeline: Timeline, step: Step): string {
  return arrowId(timeline.steps, step);
}

interface Plate extends Pick<Model, 'rows' | 'bands' | 'brackets' | 'ghostNote' | 'legend'> {
  /** The id of the arrow with which a step begins, or of the one that it travels in. */
  rowAt(step: number): string | undefined;
  /** A head changes only when its side tells something: until then it is the same object. */
  actorAt(who: Role, cursor: number): Actor;
}

interface View extends Required<Pick<ModelOptions, 'captions' | 'lens' | 'unit'>> {
  /** Whether it is left to guess what comes next. */
  readonly guessed: boolean;
  /** Whether it is known by now what became of each message. */
  readonly told: boolean;
}

/** The plates of a timeline, each made once. */
const plates = remembered((timeline) => {
  const made = new Map<string, Plate>();
  return (view: View): Plate => {
    const id = JSON.stringify(view);
    const plate = made.get(id) ?? plateOf(timeline, view);
    made.set(id, plate);
    return plate;
  };
});

function plateOf(timeline: Timeline, { captions, lens, unit, guessed, told }: View): Plate {
  const records = unit === 'records' || lens === 'wire';
  const all = records
    ? withLocal(
        timeline,
        recordRows(timeline, lens === 'wire').map(({ row, at }) => ({ row: worn(row, captions), at })),
      )
    : rowsOf(timeline, captions, lens, told);
  const rows = throughLens(timeline, all, lens);
  const shown = new Set(rows.map(({ id }) => id));
  const brackets: readonly Bracket[] = records ? [] : bracketsOf(timeline, (step) => rowOfStep(timeline, step));
  return {
    rows,
    bands: lens === 'wire' ? wireBandsOf(rows) : bandsOf(timeline, rows),
    brackets: brackets.filter((bracket) => bracket.rows.every((id) => shown.has(id))),
    legend: legendOf(rows, lens),
    ...(rows.some(isGhost) && { ghostNote }),
    actorAt: actorsOf(timeline, rows, lens, guessed),
    rowAt: arrowsOf(rows),
  };
}

/** The first arrow of each step; where a step has none, the last one before it. */
function arrowsOf(rows: readonly Row[]): Plate['rowAt'] {
  const arrows = rows.filter((row): row is Message => row.kind === 'message' && !row.ghost);
  return (step) =>
    step < 1
      ? undefined
      : (arrows.find((row) => row.step === step) ?? arrows.filter((row) => row.step < step).at(-1))?.id;
}

/** Of the keys that a picture shows: on the wire, only that there are some. */
function legendOf(rows: readonly Row[], lens: Lens): Legend {
  const epochs = new Set(rows.flatMap((row) => (row.kind === 'message' || row.kind === 'keys' ? [row.epoch] : [])));
  const words = lens === 'wire' ? legend.wire : legend.epochs;
  const apart = rows.some((row) => row.kind === 'keys' && row.direction !== 'both');
  return {
    epochs: epochOrder.flatMap((epoch) => (epochs.has(epoch) ? [{ epoch, text: words[epoch] }] : [])),
    ...(apart && { slim: legend.slim }),
  };
}

const epochOrder = ['cleartext', 'handshake', 'application'] as const;

function actorsOf(timeline: Timeline, rows: readonly Row[], lens: Lens, guessed: boolean): Plate['actorAt'] {
  const made = new Map<string, Actor>();
  return (who, cursor) => {
    const id = `${who} ${toldBy(timeline, who, cursor).length}`;
    const actor = made.get(id) ?? headThrough(actorOf(timeline, who, cursor, rows, guessed), who, lens);
    made.set(id, actor);
    return actor;
  };
}

/** A record wears its line only where captions are worn. */
function worn({ caption, ...row }: Message, captions: boolean): Message {
  return captions && caption !== undefined ? { ...row, caption } : row;
}

function actorOf(timeline: Timeline, who: Role, cursor: number, rows: readonly Row[], guessed: boolean): Actor {
  const endsAt = endOf(timeline, who, rows);
  return { ...headOf(timeline, who, cursor, guessed), ...(endsAt !== undefined && { endsAt }) };
}

/** The last row of the step in which a side was over. */
function endOf(timeline: Timeline, who: Role, all: readonly Row[]): string | undefined {
  const own = accountOf(timeline).filter((told) => told.who === who);
  if (!own.some(({ insight }) => insight.kind === 'closed')) return undefined;
  // A side that got close_notify may still say its own.
  const last = own
    .filter(({ insight }) => insight.kind === 'closed' || insight.kind === 'alert' || insight.kind === 'data')
    .at(-1);
  const rows = all.filter((row) => row.step <= Math.max(last?.step ?? 1, 1) && !isGhost(row));
  return rows.filter((row) => row.kind === 'message' || row.at === sides[who]).at(-1)?.id;
}

function isGhost(row: Row): boolean {
  return row.kind === 'message' && row.ghost === true;
}

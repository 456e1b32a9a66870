// The picture of a run: the timeline as rows, bands, brackets and heads. All but the heads is made once for each run.
// It must not know pixels, nor how rows are drawn.

import type { Actor, Band, Bracket, Message, Model, Row } from '../diagram/index.ts';
import { isOverview, type Phase, remembered, type Step, type Timeline, toldUpTo } from '../lab/index.ts';
import type { Role } from '../tls/index.ts';
import { ghostNote, phases, strands, tls12Titles, wirePhases } from '../words/picture.ts';
import { accountOf, toldBy, versionOf } from './account.ts';
import { arrowId, sides } from './arrows.ts';
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
}

/**
 * The picture of a run.
 * @param cursor in steps: 0 for all of it, 3 after step 3, 2.4 while step 3 is on its way
 */
export function toModel(timeline: Timeline, cursor: number, options: ModelOptions = {}): Model {
  const { captions = true, lens = 'everything', unit = 'messages', selected, hovered } = options;
  const { actorAt, ...plate } = plates(timeline)({ captions, lens, unit });
  const upTo = toldUpTo(timeline, cursor);
  return {
    ...plate,
    actors: { left: actorAt('client', upTo), right: actorAt('server', upTo) },
    playhead: isOverview(cursor) ? Infinity : cursor,
    ...(selected !== undefined && { selected }),
    ...(hovered !== undefined && { hovered }),
  };
}

/** The id of the row that a step is drawn as. */
export function rowOfStep(timeline: Timeline, step: Step): string {
  return arrowId(timeline.steps, step);
}

interface Plate extends Pick<Model, 'rows' | 'bands' | 'brackets' | 'ghostNote' | 'strands'> {
  /** A head changes only when its side tells something: until then it is the same object. */
  actorAt(who: Role, cursor: number): Actor;
}

type View = Required<Pick<ModelOptions, 'captions' | 'lens' | 'unit'>>;

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

function plateOf(timeline: Timeline, { captions, lens, unit }: View): Plate {
  const records = unit === 'records' || lens === 'wire';
  const all = records
    ? withLocal(
        timeline,
        recordRows(timeline, lens === 'wire').map(({ row, at }) => ({ row: worn(row, captions), at })),
      )
    : rowsOf(timeline, captions);
  const rows = throughLens(timeline, all, lens);
  const shown = new Set(rows.map(({ id }) => id));
  const brackets: readonly Bracket[] = records ? [] : bracketsOf(timeline, (step) => rowOfStep(timeline, step));
  return {
    rows,
    bands: lens === 'wire' ? wireBandsOf(rows) : bandsOf(timeline, rows),
    brackets: brackets.filter((bracket) => bracket.rows.every((id) => shown.has(id))),
    strands,
    ...(rows.some(isGhost) && { ghostNote }),
    actorAt: actorsOf(timeline, rows, lens),
  };
}

function actorsOf(timeline: Timeline, rows: readonly Row[], lens: Lens): Plate['actorAt'] {
  const made = new Map<string, Actor>();
  return (who, cursor) => {
    const id = `${who} ${toldBy(timeline, who, cursor).length}`;
    const actor = made.get(id) ?? headThrough(actorOf(timeline, who, cursor, rows), who, lens);
    made.set(id, actor);
    return actor;
  };
}

/** A record wears its line only where captions are worn. */
function worn({ caption, ...row }: Message, captions: boolean): Message {
  return captions && caption !== undefined ? { ...row, caption } : row;
}

/** A band opens with the first row of its phase: real ones by their step, ghosts by their own. */
function bandsOf(timeline: Timeline, rows: readonly Row[]): readonly Band[] {
  const ghosts = new Map(timeline.ghosts.map((ghost) => [arrowId(timeline.ghosts, ghost, 'ghost'), ghost.phase]));
  const title = titles(timeline);
  const opened = new Set<Phase>();
  return rows.flatMap((row): Band[] => {
    const phase = ghosts.get(row.id) ?? timeline.steps[row.step - 1]?.phase;
    if (phase === undefined || opened.has(phase)) return [];
    opened.add(phase);
    return [{ id: `band:${phase}`, title: title(phase), from: row.id }];
  });
}

/** From the first record on that can't be read, keys are in use; more does not meet the eye of somebody who has none. */
function wireBandsOf(rows: readonly Row[]): readonly Band[] {
  const [first] = rows;
  const sealed = rows.find((row) => row.kind === 'message' && row.epoch !== 'cleartext');
  return [
    ...(first && first !== sealed ? [{ id: 'band:readable', title: wirePhases.readable, from: first.id }] : []),
    ...(sealed ? [{ id: 'band:sealed', title: wirePhases.sealed, from: sealed.id }] : []),
  ];
}

/** In TLS 1.2 some phases hold other things, depending on what is played. */
function titles(timeline: Timeline): (phase: Phase) => string {
  const { keyExchange, clientAuthentication } = timeline.circumstances;
  const tls12 = tls12Titles(keyExchange === 'ephemeral', clientAuthentication !== 'off');
  return (phase) => (versionOf(timeline) === '1.2' ? tls12[phase] : undefined) ?? phases[phase].title;
}

function actorOf(timeline: Timeline, who: Role, cursor: number, rows: readonly Row[]): Actor {
  const endsAt = endOf(timeline, who, rows);
  return { ...headOf(timeline, who, cursor), ...(endsAt !== undefined && { endsAt }) };
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

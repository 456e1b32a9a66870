// The picture of a run: the timeline as rows, bands, brackets and heads. All but the heads is made once for each run.
// It must not know pixels, nor how rows are drawn.

import type { Actor, Band, Bracket, Model, Row } from '../diagram/index.ts';
import type { Phase, Step, Timeline } from '../lab/index.ts';
import type { Role } from '../tls/index.ts';
import { accountOf, remembered, versionOf } from './account.ts';
import { arrowId, sides } from './arrows.ts';
import { bracketsOf } from './brackets.ts';
import { headOf } from './heads.ts';
import { rowsOf } from './rows.ts';
import { ghostNote, olderTitles, phases, strands } from './words/picture.ts';

export interface ModelOptions {
  /** Whether each arrow wears its plain line; true when absent. */
  readonly captions?: boolean;
  /** Ids of rows. */
  readonly selected?: string | undefined;
  readonly hovered?: string | undefined;
}

/**
 * The picture of a run.
 * @param cursor in steps: 0 before anything, 3 after step 3, 2.4 while step 3 is on its way
 */
export function toModel(timeline: Timeline, cursor: number, options: ModelOptions = {}): Model {
  const { captions = true, selected, hovered } = options;
  const plate = captions ? captioned(timeline) : uncaptioned(timeline);
  return {
    ...plate,
    actors: { left: actorOf(timeline, 'client', cursor), right: actorOf(timeline, 'server', cursor) },
    playhead: cursor,
    ...(selected !== undefined && { selected }),
    ...(hovered !== undefined && { hovered }),
  };
}

/** The id of the row that a step is drawn as. */
export function rowOfStep(timeline: Timeline, step: Step): string {
  return arrowId(timeline.steps, step);
}

type Plate = Pick<Model, 'rows' | 'bands' | 'brackets' | 'ghostNote' | 'strands'>;

const captioned = remembered((timeline) => plateOf(timeline, true));
const uncaptioned = remembered((timeline) => plateOf(timeline, false));

function plateOf(timeline: Timeline, withCaptions: boolean): Plate {
  const rows = rowsOf(timeline, withCaptions);
  const brackets: readonly Bracket[] = bracketsOf(timeline, (step) => rowOfStep(timeline, step));
  return {
    rows,
    bands: bandsOf(timeline, rows),
    brackets,
    strands,
    ...(timeline.ghosts.length > 0 && { ghostNote }),
  };
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

/** In TLS 1.2 some phases hold other things, depending on what is played. */
function titles(timeline: Timeline): (phase: Phase) => string {
  const { keyExchange, clientAuthentication } = timeline.scenario;
  const older = olderTitles(keyExchange === 'ephemeral', clientAuthentication !== 'off');
  return (phase) => (versionOf(timeline) === '1.2' ? older[phase] : undefined) ?? phases[phase].title;
}

function actorOf(timeline: Timeline, who: Role, cursor: number): Actor {
  const endsAt = endOf(timeline, who);
  return { ...headOf(timeline, who, cursor), ...(endsAt !== undefined && { endsAt }) };
}

/** The last row of the step in which a side was over. */
function endOf(timeline: Timeline, who: Role): string | undefined {
  const own = accountOf(timeline).filter((told) => told.who === who);
  if (!own.some(({ insight }) => insight.kind === 'closed')) return undefined;
  // A side that got close_notify may still say its own.
  const last = own.findLast(
    ({ insight }) => insight.kind === 'closed' || insight.kind === 'alert' || insight.kind === 'data',
  );
  const rows = captioned(timeline).rows.filter((row) => row.step <= Math.max(last?.step ?? 1, 1) && !isGhost(row));
  return rows.findLast((row) => row.kind === 'message' || row.at === sides[who])?.id;
}

function isGhost(row: Row): boolean {
  return row.kind === 'message' && row.ghost === true;
}

// What stands on the lifelines between the arrows: checks, keys, milestones. And the order of all rows.
// Read off what both sides told; it must not know the playhead.

import { equal } from '../bytes/index.ts';
import type { Keys, Mark, Row, Work } from '../diagram/index.ts';
import type { Timeline } from '../lab/index.ts';
import type { Role } from '../tls/index.ts';
import { candidates, type KeyLikeness, keys as keyWords, marks } from '../words/picture.ts';
import { brokenAtHand } from '../words/titles.ts';
import { accountOf, type InsightOf, type Told } from './account.ts';
import { arrowOf, ghostOf, sides } from './arrows.ts';
import { passed } from './heads.ts';
import type { Lens } from './lenses.ts';
import { foreignRows } from './record-rows.ts';

/** All rows in the order in which they are drawn. @param told whether it is known by now what became of each message */
export function rowsOf(
  timeline: Timeline,
  withCaptions: boolean,
  lens: Lens = 'everything',
  told = true,
): readonly Row[] {
  const arrows = timeline.steps.map(
    (step): Placed => ({ row: arrowOf(timeline, step, withCaptions, lens, told), at: step.said }),
  );
  return withLocal(timeline, [...arrows, ...foreignRows(timeline)]);
}

/** Arrows, what stands on the lifelines between them, and the ghosts. */
export function withLocal(timeline: Timeline, arrows: readonly Placed[]): readonly Row[] {
  const told = accountOf(timeline);
  const local = (['client', 'server'] as const).flatMap((who) => [...workOf(told, who), ...marksOf(told, who)]);
  const placed = [...arrows, ...local, ...keysOf(told)].sort((a, b) => a.row.step - b.row.step || a.at - b.at);
  return [...placed.map(({ row }) => row), ...timeline.ghosts.map((ghost) => ghostOf(timeline, ghost))];
}

/** A row and the moment that puts it in its place within its step. */
export interface Placed {
  readonly row: Row;
  readonly at: number;
}

/** Pills. What passes quietly while the peer speaks becomes one pill; what fails stands alone. */
function workOf(told: readonly Told[], who: Role): readonly Placed[] {
  const pills: Placed[] = [];
  let quiet: { readonly names: readonly string[]; readonly last: Told } | undefined;
  const add = (row: Pick<Work, 'text' | 'outcome'>, { at, step }: Told): void => {
    const id = `work:${who}:${pills.length + 1}`;
    pills.push({ row: { id, kind: 'work', step: Math.max(step, 1), at: sides[who], ...row }, at });
  };
  const flush = (): void => {
    if (quiet) add({ text: quiet.names.join(', '), outcome: 'passed' }, quiet.last);
    quiet = undefined;
  };
  for (const each of told) {
    if (each.who !== who) continue;
    const choice = choiceOf(each);
    if (choice) {
      flush();
      pills.push(choice);
    }
    const name = passed(each.insight);
    if (name !== undefined) quiet = { names: [...(quiet?.names ?? []), name], last: each };
    else if (speaks(each)) flush();
    if (each.insight.kind === 'fault') add({ text: brokenAtHand(each.insight.cause), outcome: 'failed' }, each);
  }
  flush();
  return pills;
}

/** What was made of several certificates that could be shown. */
function choiceOf({ who, insight, step, at }: Told): Placed | undefined {
  if (insight.kind !== 'chose' || !insight.weighed) return undefined;
  const { length } = insight.weighed;
  const text = candidates(length, insight.what === 'certificate' ? insight.value : undefined);
  return {
    row: { id: `choice:${who}`, kind: 'work', step: Math.max(step, 1), at: sides[who], text, outcome: 'done' },
    at,
  };
}

/** Whether a quiet stretch ends here: this side says something, or refuses. */
function speaks({ insight }: Told): boolean {
  return (
    insight.kind === 'said' || insight.kind === 'fault' || (insight.kind === 'alert' && insight.direction === 'sent')
  );
}

function marksOf(told: readonly Told[], who: Role): readonly Placed[] {
  return told.flatMap(({ who: speaker, insight, step, at }): Placed[] => {
    if (speaker !== who) return [];
    const mark = (id: string, rest: Pick<Mark, 'text' | 'tone'>): Placed[] => [
      { row: { id: `mark:${who}:${id}`, kind: 'mark', step: Math.max(step, 1), at: sides[who], ...rest }, at },
    ];
    if (insight.kind === 'connected') return mark('connected', { text: marks.connected, tone: 'good' });
    if (insight.kind === 'closed' && insight.how === 'transport') return mark('cut', { text: marks.cut, tone: 'bad' });
    return [];
  });
}

/** Keys. Both directions of one side in one step become one row. */
function keysOf(told: readonly Told[]): readonly Placed[] {
  const groups = new Map<string, Installed[]>();
  for (const { who, insight, step, at } of told) {
    if (insight.kind !== 'keys') continue;
    const together = `${who}:${insight.epoch}:${insight.generation}:${step}`;
    groups.set(together, [...(groups.get(together) ?? []), { who, insight, step: Math.max(step, 1), at }]);
  }
  const all = [...groups.values()].flat();
  return [...groups.values()].flatMap((group): Placed[] => {
    const [first] = group;
    if (!first) return [];
    const { epoch, generation } = first.insight;
    const row = keyRow(group, first, likeness(first, all));
    const suffix = generation > 0 ? `:${generation}` : '';
    return [{ row: { ...row, id: `keys:${first.who}:${epoch}:${row.direction}${suffix}` }, at: first.at }];
  });
}

interface Installed {
  readonly who: Role;
  readonly insight: InsightOf<'keys'>;
  readonly step: number;
  readonly at: number;
}

/** Whether the other side has installed the other end of these keys before: the same ones, or, if the two don't agree, others. */
function likeness({ who, insight, at }: Installed, all: readonly Installed[]): KeyLikeness {
  const end = all.find(
    (other) =>
      other.who !== who &&
      other.at < at &&
      other.insight.epoch === insight.epoch &&
      other.insight.generation === insight.generation &&
      other.insight.direction !== insight.direction,
  );
  if (!end) return 'first';
  return equal(end.insight.key, insight.key) ? 'same' : 'other';
}

function keyRow(group: readonly Installed[], { who, insight, step }: Installed, like: KeyLikeness): Omit<Keys, 'id'> {
  const { epoch, generation, direction } = insight;
  const base = { kind: 'keys', step, at: sides[who], epoch } as const;
  if (group.some((other) => other.insight.direction !== direction)) {
    return { ...base, direction: 'both', text: keyWords.both(epoch, like) };
  }
  return {
    ...base,
    direction,
    text: generation > 0 ? keyWords.renewed(direction) : keyWords.one(epoch, direction, like),
  };
}

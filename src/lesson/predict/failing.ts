// Questions about what goes wrong: who notices, with which alert, what the other side gets to see. It must not know which of them will be asked.

import {
  catalogue,
  defaultScenario,
  type Entry,
  type Expectation,
  expectationOf,
  type Step,
  type Timeline,
} from '../../lab/index.ts';
import { episodeOf } from '../../story/explain/index.ts';
import { accountOf, type InsightOf, peerOf, versionOf } from '../../story/index.ts';
import { sightOf } from '../../story/refusals/index.ts';
import type { AlertName, FaultCause, Insight, Role } from '../../tls/index.ts';
import type { Answers, QuestionOf } from '../../words/predict/index.ts';
import { seedOf, shuffled } from './chance.ts';
import { most, posed } from './coming.ts';
import { firstFault, warns } from './moment.ts';

/** Who notices that something is wrong. Asked before what is wrong comes; where nobody minds, before it is on its way or the handshake is over. */
export function noticeQuestion(timeline: Timeline, step: Step): QuestionOf<'notice'> | undefined {
  const first = firstFault(timeline);
  const who = first ? first.who : 'nobody';
  if (step.number !== (first ? Math.max(first.step, 2) : unnoticedAt(timeline))) return undefined;
  return posed<'notice'>(timeline, step, {
    kind: 'notice',
    occasion: {},
    right: { who },
    wrong: (['client', 'server', 'nobody'] as const).flatMap((other) => (other === who ? [] : [{ who: other }])),
  });
}

/** The step in which something goes wrong that nobody notices; undefined where nothing does, or where it is told all the same. */
function unnoticedAt({ scenario, moments, steps }: Timeline): number | undefined {
  if (!scenario || scenario.mischief.length === 0) return undefined;
  const told = moments.some((moment) => {
    if (moment.who === 'network') return 'cut' in moment || 'reset' in moment;
    const { insight } = moment;
    return insight.kind === 'alert'
      ? insight.description !== 'close_notify'
      : 'how' in insight && insight.how === 'transport';
  });
  if (told) return undefined;
  const harmed = moments.find((moment) => 'carriage' in moment && moment.carriage.fate !== 'delivered');
  const home = harmed && steps.find((step) => step.moments.includes(harmed.at));
  const last = steps.filter(({ name }) => name === 'Finished').at(-1);
  return home && home.number > 1 ? home.number : last?.number;
}

/** The alert that a step is, where a fault of its sender's leads to it. */
function alertOf(timeline: Timeline, step: Step): { alert: InsightOf<'alert'>; fault: InsightOf<'fault'> } | undefined {
  if (!warns(step)) return undefined;
  const own = accountOf(timeline).filter(({ who, at }) => who === step.from && at <= step.said);
  const fault = own.map(({ insight }) => insight).find(({ kind }) => kind === 'fault');
  const alert = own
    .map(({ insight }) => insight)
    .filter(isSent)
    .at(-1);
  if (fault?.kind !== 'fault' || !alert) return undefined;
  return fault.alert === alert.description ? { alert, fault } : undefined;
}

function isSent(insight: Insight): insight is InsightOf<'alert'> {
  return insight.kind === 'alert' && insight.direction === 'sent';
}

/** With which alert a side refuses. The wrong ones are those of neighbouring causes in the catalogue. */
export function alertQuestion(timeline: Timeline, step: Step): QuestionOf<'alert'> | undefined {
  const found = alertOf(timeline, step);
  const name = found?.fault.alert;
  if (!found || !name || timeline.steps.slice(0, step.number - 1).some(warns)) return undefined;
  const wrong = neighboursOf(timeline, step, found.fault.cause, name).slice(0, most - 1);
  if (wrong.length === 0) return undefined;
  const occasion = { by: step.from };
  return posed<'alert'>(timeline, step, {
    kind: 'alert',
    occasion,
    right: { name },
    wrong: wrong.map((other) => ({ name: other })),
  });
}

/** Other alerts that the same side sends when something like it goes wrong: of the same topic first. */
function neighboursOf(
  timeline: Timeline,
  { from, number }: Step,
  cause: FaultCause,
  name: AlertName,
): readonly AlertName[] {
  const noticed = noticedBy(timeline, from);
  const topics = new Set(noticed.filter((each) => each.expected.cause === cause).map(({ entry }) => entry.topic));
  const [near, far] = [true, false].map((like) => noticed.filter(({ entry }) => topics.has(entry.topic) === like));
  const seed = `${seedOf(timeline)} alerts ${number}`;
  const named = (some: typeof noticed = []) =>
    shuffled([...new Set(some.map(({ expected }) => expected.alert))], seed, (each) => each);
  return [...new Set([...named(near), ...named(far)])].filter((other) => other !== name);
}

type Noticed = Extract<Expectation, { readonly noticed: true }>;

/** What a side notices of all that is in the catalogue, in the version that is spoken. */
function noticedBy(timeline: Timeline, who: Role): readonly { readonly entry: Entry; readonly expected: Noticed }[] {
  const usual = { ...defaultScenario, version: versionOf(timeline) };
  return catalogue().flatMap((entry) => {
    if (!entry.expect[usual.version]) return [];
    const expected = expectationOf(entry, usual, { id: entry.id });
    return expected?.noticed === true && expected.by === who ? [{ entry, expected }] : [];
  });
}

/** What the other side gets to see of a refusal, or a side of an end without a word. */
export function sightQuestion(timeline: Timeline, step: Step): QuestionOf<'sight'> | undefined {
  const found = seenOf(timeline, step);
  if (!found) return undefined;
  const { sees, ...occasion } = found;
  const others = (['alert', 'garbled', 'broken', 'cut'] as const).filter((other) => other !== sees);
  const wrong = others.map((other) => ({ sees: other }));
  return posed<'sight'>(timeline, step, { kind: 'sight', occasion, right: { sees }, wrong });
}

/** What is seen of the end, and by whom, in the step that shows it. */
function seenOf(
  timeline: Timeline,
  step: Step,
): (Answers['sight'] & { readonly of: Role; readonly by: Role | null }) | undefined {
  const found = alertOf(timeline, step);
  if (!found) return cutIn(timeline, step);
  const { fate } = sightOf(episodeOf(timeline, step), peerOf(step.from), found.alert);
  // Of one that has broken off before, that is drawn by then; and what nobody ever hears of is nothing to see.
  if (fate === 'late' || fate === 'lost') return undefined;
  const sees = ({ read: 'alert', unread: 'garbled', reset: 'broken' } as const)[fate];
  return { sees, of: peerOf(step.from), by: step.from };
}

function cutIn(timeline: Timeline, { number }: Step): ReturnType<typeof seenOf> {
  const all = accountOf(timeline);
  if (all.some(({ insight }) => insight.kind === 'fault')) return undefined;
  const witness = all.find(({ insight }) => insight.kind === 'closed' && insight.how === 'transport');
  return witness?.step === number ? { sees: 'cut', of: witness.who, by: null } : undefined;
}

// Questions about the step that comes: which message it is, who speaks, whether it can be read, whether it is accepted, who is connected after it.
// Each is asked only where what is drawn by then doesn't say it. It must not know which of them will be asked.

import type { Step, Timeline } from '../../lab/index.ts';
import { peerOf, seenOnWire, versionOf } from '../../story/index.ts';
import type { Answers, QuestionOf, Saying } from '../../words/predict/index.ts';
import { seedOf, shuffled } from './chance.ts';
import { connectedAt, heardIn, roles, sayingOf, stateAt, waitsAt, warns } from './moment.ts';

/** A question before anybody has put its choices in order: the right answer first. */
export function posed<K extends keyof Answers>(
  timeline: Timeline,
  step: Step,
  {
    kind,
    occasion,
    right,
    wrong,
  }: Pick<QuestionOf<K>, 'kind' | 'occasion'> & { right: Answers[K]; wrong: readonly Answers[K][] },
): QuestionOf<K> {
  const seed = `${seedOf(timeline)} ${kind} ${step.number}`;
  const free = kind === 'message' || kind === 'alert';
  const choices = free ? shuffled([right, ...wrong], seed, JSON.stringify) : inOrder([right, ...wrong]);
  return { kind, step: step.number, version: versionOf(timeline), occasion, choices, right: choices.indexOf(right) };
}

/** What stands in a natural order is always given in it, so that its place tells nothing. */
function inOrder<T>(choices: readonly T[]): readonly T[] {
  const place = (choice: T): number => natural.indexOf(Object.values(choice as object)[0]);
  return [...choices].sort((a, b) => place(a) - place(b));
}

const natural: readonly unknown[] = [
  ...['client', 'server', 'both', 'nobody'],
  ...['all', 'type', 'size'],
  ...['taken', 'refused', 'unread'],
  ...['alert', 'garbled', 'broken', 'cut'],
];

/** So many choices can be taken in at a glance. */
export const most = 4;

/** Which message comes next. Not asked where a side says that it waits for just that one. */
export function messageQuestion(timeline: Timeline, step: Step): QuestionOf<'message'> | undefined {
  const right = sayingOf(step);
  const before = step.number - 1;
  const hearer = peerOf(step.from);
  const { takes } = stateAt(timeline, hearer, before);
  if (takes.length === 1 && takes[0] === right.name && waitsAt(timeline, hearer, before)) return undefined;
  const wrong = othersThan(timeline, step, right).slice(0, most - 1);
  return wrong.length < 2
    ? undefined
    : posed<'message'>(timeline, step, { kind: 'message', occasion: {}, right, wrong });
}

/** What else might come: first what the hearer would take, then what it would refuse here and takes elsewhere. */
function othersThan(timeline: Timeline, step: Step, right: Saying): readonly Saying[] {
  const { from, number } = step;
  const hearer = peerOf(from);
  const seed = `${seedOf(timeline)} others ${number}`;
  const { takes } = stateAt(timeline, hearer, number - 1);
  const taken = takes.map((name): Saying => ({ from, name }));
  const spoken = (timeline.honest?.steps ?? timeline.steps).map(sayingOf).filter(({ name }) => name !== 'ClientHello');
  const others = shuffled([...spoken, { from, name: 'alert' }], seed, JSON.stringify);
  const late = afterwards.includes(right.name);
  const [near, far] = [true, false].map((like) =>
    others.filter(({ name }) => (afterwards.includes(name) === late) === like),
  );
  const seen = new Set([JSON.stringify(right)]);
  return [...taken, ...(near ?? []), ...(far ?? [])].filter((saying) => {
    const id = JSON.stringify(saying);
    return isHeardOf(saying) && !seen.has(id) && seen.add(id) !== undefined;
  });
}

/** What comes when the handshake is over: too unlike its messages to be taken for one, and the other way round. */
const afterwards = ['application data', 'close_notify'];

/** Whether it can come next in more than one run here: a state may take what hardly anybody sends. */
function isHeardOf({ from, name }: Saying): boolean {
  return (
    !['KeyUpdate', 'NewSessionTicket', 'HelloRequest'].includes(name) && !(from === 'server' && name === 'ClientHello')
  );
}

/** Who speaks next. Not asked where one side says that it waits and the other that it has something to do. */
export function speakerQuestion(timeline: Timeline, step: Step): QuestionOf<'speaker'> | undefined {
  const [client, server] = roles.map((who) => waitsAt(timeline, who, step.number - 1));
  const ended = roles.some((who) => stateAt(timeline, who, step.number - 1).takes.length === 0);
  if (client !== server || ended) return undefined;
  return posed<'speaker'>(timeline, step, {
    kind: 'speaker',
    occasion: {},
    right: { who: step.from },
    wrong: [{ who: peerOf(step.from) }],
  });
}

/** How much of a step somebody on the wire can read; undefined where nothing of its own is to be seen there. */
export function openness(timeline: Timeline, { number }: Step): Answers['reading']['open'] | undefined {
  const rows = seenOnWire(timeline, number);
  const sealed = rows.filter(({ epoch }) => epoch !== 'cleartext');
  if (rows.length === 0 || (sealed.length > 0 && sealed.length < rows.length)) return undefined;
  return sealed.length === 0 ? 'all' : versionOf(timeline) === '1.2' ? 'type' : 'size';
}

/** Whether somebody on the wire can read what comes. Not asked where the same side has just shown it, but for who it is. */
export function readingQuestion(timeline: Timeline, step: Step): QuestionOf<'reading'> | undefined {
  const open = openness(timeline, step);
  if (open === undefined || warns(step)) return undefined;
  const before = timeline.steps.slice(0, step.number - 1).filter(({ from }) => from === step.from);
  const shown = before.map((each) => openness(timeline, each)).filter((each) => each !== undefined);
  if (shown.at(-1) === open && step.name !== 'Certificate') return undefined;
  return posed<'reading'>(timeline, step, {
    kind: 'reading',
    occasion: sayingOf(step),
    right: { open },
    wrong: (['all', 'type', 'size'] as const).flatMap((other) => (other === open ? [] : [{ open: other }])),
  });
}

/** What becomes of a message; undefined where nobody judges it. */
export function fateOf(timeline: Timeline, step: Step): Answers['acceptance']['fate'] | undefined {
  const heard = heardIn(timeline, step);
  if (heard.some(({ kind }) => kind === 'fault')) return 'refused';
  if (step.heard === undefined) return 'unread';
  const judged = heard.some(
    (each) => (each.kind === 'verdict' && each.verdict.ok) || (each.kind === 'check' && each.ok),
  );
  return judged && !heard.some(({ kind }) => kind === 'ignored') ? 'taken' : undefined;
}

/** Whether a message will be accepted. Asked where something about it is checked, or nobody reads it. */
export function acceptanceQuestion(timeline: Timeline, step: Step): QuestionOf<'acceptance'> | undefined {
  const fate = step.kind === 'alert' ? undefined : fateOf(timeline, step);
  if (fate === undefined) return undefined;
  return posed<'acceptance'>(timeline, step, {
    kind: 'acceptance',
    occasion: sayingOf(step),
    right: { fate },
    wrong: (['taken', 'refused', 'unread'] as const).flatMap((other) => (other === fate ? [] : [{ fate: other }])),
  });
}

/** Who is connected after a step. Asked of each Finished, and wherever it changes. */
export function connectionQuestion(timeline: Timeline, step: Step): QuestionOf<'connection'> | undefined {
  const [before, after] = [step.number - 1, step.number].map((cursor) => connectedBy(timeline, cursor));
  if (before === undefined || after === undefined || before === 'both' || warns(step)) return undefined;
  if (before === after && (before !== 'nobody' || step.name !== 'Finished')) return undefined;
  const possible =
    before === 'nobody' ? (['client', 'server', 'both', 'nobody'] as const) : ([before, 'both'] as const);
  return posed<'connection'>(timeline, step, {
    kind: 'connection',
    occasion: sayingOf(step),
    right: { who: after },
    wrong: possible.flatMap((who) => (who === after ? [] : [{ who }])),
  });
}

/** Which sides are connected at a cursor. */
export function connectedBy(timeline: Timeline, cursor: number): Answers['connection']['who'] {
  const [client, server] = roles.map((who) => connectedAt(timeline, who, cursor));
  if (client && server) return 'both';
  return client ? 'client' : server ? 'server' : 'nobody';
}

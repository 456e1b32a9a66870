// Which questions are asked of a run, and where: at most one before each step, of as many kinds as there are, and none whose answer an earlier one
// has given away. The same run has the same questions.

import { remembered, type Step, type Timeline } from '../../lab/index.ts';
import type { Kind, Occasions, Question } from '../../words/predict/index.ts';
import { hashOf, seedOf } from './chance.ts';
import { acceptanceQuestion, connectionQuestion, messageQuestion, readingQuestion, speakerQuestion } from './coming.ts';
import { alertQuestion, noticeQuestion, sightQuestion } from './failing.ts';
import { connectedAt, firstFault } from './moment.ts';

type Pose = (timeline: Timeline, step: Step) => Question | undefined;

const poses: Readonly<Record<Kind, Pose>> = {
  message: messageQuestion,
  speaker: speakerQuestion,
  reading: readingQuestion,
  acceptance: acceptanceQuestion,
  notice: noticeQuestion,
  alert: alertQuestion,
  sight: sightQuestion,
  connection: connectionQuestion,
};

/** All that can be asked before a step, whether or not it is asked there. The first step is always shown. */
export function candidatesAt(timeline: Timeline, number: number): readonly Question[] {
  const step = timeline.steps[number - 1];
  if (!step || number < 2) return [];
  return Object.values(poses).flatMap((pose) => pose(timeline, step) ?? []);
}

/** The question of a kind before a step, for whoever wants that one; undefined where it can’t be asked. */
export function questionAt(timeline: Timeline, step: number, kind: Kind): Question | undefined {
  return candidatesAt(timeline, step).find((question) => question.kind === kind);
}

/** The questions of a run, in order. */
export const questionsOf: (timeline: Timeline) => readonly Question[] = remembered((timeline) => {
  const asked: Question[] = [];
  const isVital = (question: Question): boolean => dullness(timeline, question) < 0;
  for (const { number } of timeline.steps) {
    const open = candidatesAt(timeline, number).filter((question) => !givenAway(timeline, question, asked));
    const next = rarest(timeline, open, asked);
    // Now and then somebody only watches: no question right after another or before one that matters, but for what has not been asked yet.
    const crowded = asked.at(-1)?.step === number - 1 || candidatesAt(timeline, number + 1).some(isVital);
    if (next && (isVital(next) || isNew(next, asked) || !crowded)) asked.push(next);
  }
  return asked;
});

/** Whether an earlier question and its explanation have said already who refuses. */
function givenAway(timeline: Timeline, question: Question, asked: readonly Question[]): boolean {
  const { kind } = question;
  if (kind !== 'notice' && kind !== 'acceptance') return false;
  const fault = firstFault(timeline);
  return fault !== undefined && asked.some((before) => before.kind === 'notice' || isRefusal(before));
}

function isRefusal(question: Question): boolean {
  return question.kind === 'acceptance' && question.choices[question.right]?.fate !== 'taken';
}

function isNew({ kind }: Question, asked: readonly Question[]): boolean {
  return !asked.some((before) => before.kind === kind);
}

/** The one whose kind was asked least, and tells most; of several, the one that the run's link picks. */
function rarest(timeline: Timeline, open: readonly Question[], asked: readonly Question[]): Question | undefined {
  const times = ({ kind }: Question) => asked.filter((before) => before.kind === kind).length;
  const worth = (question: Question) => times(question) + dullness(timeline, question);
  const rank = ({ kind, step }: Question) => hashOf(`${seedOf(timeline)} ${step} ${kind}`);
  return [...open].sort((a, b) => worth(a) - worth(b) || rank(a) - rank(b))[0];
}

const telling = ['Certificate', 'CertificateVerify', 'Finished', 'ServerKeyExchange'];

/** How little there is to learn from a question; below 0: much. */
function dullness(timeline: Timeline, { kind, step, choices, right, ...question }: Question): number {
  const answer = choices[right];
  if (kind === 'notice') return -1;
  if (kind === 'speaker') return 0.5;
  if (kind === 'connection') return answer && 'who' in answer && answer.who === 'nobody' ? 0.5 : -1;
  if (kind === 'acceptance')
    return answer && 'fate' in answer && answer.fate !== 'taken' ? -1 : isTelling(question) ? 0 : 0.5;
  if (kind === 'sight') {
    const { of } = question.occasion as Occasions['sight'];
    return answer && 'sees' in answer && answer.sees !== 'alert' ? -1 : connectedAt(timeline, of, step - 1) ? 0 : 0.5;
  }
  return 0;
}

function isTelling({ occasion }: Pick<Question, 'occasion'>): boolean {
  return 'name' in occasion && telling.includes(occasion.name);
}

// The page’s questions about a run as they go on paper, each with its answer and with why it is so. It comes when somebody wants them.
// It must not know how they are set.

import { labParts, type Timeline } from '../../../lab/index.ts';
import { explanationOf, type Question, questionsOf, upTo } from '../../../lesson/predict/index.ts';
import { narrate, tellerOf } from '../../../story/explain/index.ts';
import { rich } from '../../../story/index.ts';
import { choiceText, paperWords, questionText, type Saying } from '../../../words/predict/index.ts';
import type { Asked, Posed, Tellers } from '../posed.ts';

/** What makes them, as soon as the catalogue is at hand: its alerts are among the wrong answers. */
export async function posing(): Promise<typeof posedOf> {
  await labParts.need('mischief');
  return posedOf;
}

/** The questions of a run; null as long as somebody who explains an answer is not here. */
function posedOf(timeline: Timeline, tellers: Tellers): Posed | null {
  const questions = questionsOf(timeline);
  const asked = questions.map((question) => askedOf(timeline, question, questions, tellers));
  const complete = asked.filter((each) => each !== null);
  if (complete.length < asked.length) return null;
  return { asked: complete, before: upTo(timeline, (questions[0]?.step ?? 1) - 1) };
}

function askedOf(timeline: Timeline, question: Question, all: readonly Question[], tellers: Tellers): Asked | null {
  const { step, choices, right } = question;
  const seen = upTo(timeline, step);
  const name = tellerOf(seen, step);
  if (name !== undefined && !tellers.has(name)) return null;
  return {
    where: rich(paperWords.after(step - 1, saidIn(timeline, step - 1, all))),
    question: rich(questionText(question)),
    choices: choices.map((_, place) => rich(choiceText(question, place))),
    answer: right,
    why: explanationOf(timeline, question, narrate(seen, step, name && tellers.take(name))),
  };
}

/** What was said in a step, unless its name answers a question: on paper all of them are seen at once. */
function saidIn({ steps }: Timeline, number: number, questions: readonly Question[]): Saying | undefined {
  const step = steps[number - 1];
  return step?.kind === 'message' && !questions.some((question) => question.step === number) ? step : undefined;
}

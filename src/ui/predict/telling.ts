// Tells whoever is around of an answer, in the terms of xAPI where it has some: what was asked, what was picked, whether it is right. It must not
// know who listens.

import { toLink } from '../../lab/index.ts';
import type { LabStore } from '../../store/index.ts';
import type { Given } from '../../store/predict/index.ts';
import { rich, textOf } from '../../story/index.ts';
import { choiceText, questionText } from '../../words/predict/index.ts';

/** An answer as plain data. No key and no certificate is ever in it. */
export function answerOf(lab: LabStore, { question, choice, right, first }: Given) {
  const { scenario, history } = lab.getState();
  const choices = question.choices.map((answer, place) => ({
    id: idOf(answer),
    description: { en: textOf(rich(choiceText(question, place))) },
  }));
  const idAt = (place: number): string => choices[place]?.id ?? '';
  return {
    question: question.kind,
    step: question.step,
    choice: idAt(choice),
    right,
    first,
    verb: 'http://adlnet.gov/expapi/verbs/answered',
    object: {
      // Of what somebody brought, a link leads to the demo’s.
      id: toLink({ scenario, step: question.step, own: history.now.brought === true }),
      definition: {
        type: 'http://adlnet.gov/expapi/activities/cmi.interaction',
        interactionType: 'choice',
        description: { en: textOf(rich(questionText(question))) },
        choices,
        correctResponsesPattern: [idAt(question.right)],
      },
    },
    result: { success: right, response: idAt(choice) },
  } as const;
}

/** What is told of an answer. */
export type AnswerTold = ReturnType<typeof answerOf>;

/** Tells it within this window: a frame hands it on. */
export function tellAnswer(lab: LabStore, given: Given): void {
  window.dispatchEvent(new CustomEvent<AnswerTold>('countersign:answer', { detail: answerOf(lab, given) }));
}

/** `client-Certificate`, `taken`: what a choice is called, whatever language it is shown in. */
function idOf(answer: object): string {
  return Object.values(answer).join('-').replaceAll(' ', '-');
}

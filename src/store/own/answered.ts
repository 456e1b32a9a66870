// What comes of the run that is shown, as far as it is one with what the reader brought. It must not know how that was played.

import { answerOf, causeOf, unstartedWith } from '../../lab/own/index.ts';
import { type LabStore, ownInUse } from '../index.ts';
import type { OwnState } from './state.ts';

/** What comes of the run that is shown, if it is one with what the reader brought. */
export function answerNow(
  lab: LabStore,
  { put, assumed }: OwnState,
): Pick<OwnState, 'answer' | 'cause' | 'differences' | 'compared' | 'offers'> {
  const { timeline, brought, history } = lab.getState();
  if (!brought || !ownInUse({ history }))
    return { answer: null, cause: null, differences: null, compared: null, offers: [] };
  const found = unstartedWith(brought) ?? answerOf(timeline, brought);
  const answer = { ...found, warnings: [...assumed, ...found.warnings] };
  const spare = put.flatMap(({ thing, file, place }) =>
    place === 'nowhere' && 'subject' in thing ? [{ thing, file }] : [],
  );
  const cause = causeOf(answer, brought, { certificates: spare }) ?? null;
  return { answer, cause, differences: null, compared: null, offers: [] };
}

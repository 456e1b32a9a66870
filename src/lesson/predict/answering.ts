// What there is to say when somebody has answered: why the right answer is the right one, as Explain tells it, and a word on another one that was
// picked. It must not know how anything is asked.

import { entryNamed, expectationOf, stepAt, type Timeline } from '../../lab/index.ts';
import type { Narration } from '../../story/explain/index.ts';
import { accountOf, headOf, peerOf, plain, type Rich, rich, spoken, standingOf } from '../../story/index.ts';
import { knownThrough } from '../../story/onlooker/index.ts';
import type { Insight, Role } from '../../tls/index.ts';
import { reasonSentence } from '../../words/catalogue/index.ts';
import { sentenceOf } from '../../words/causes/index.ts';
import { type Answers, type Question, type QuestionOf, type Remark, remarkText } from '../../words/predict/index.ts';
import { connectedAt, firstFault, heardIn, roles, stateAt, waitsAt } from './moment.ts';

/**
 * Why it is so.
 * @param narration what Explain tells of the step, in the run as far as it goes
 */
export function explanationOf(timeline: Timeline, question: Question, narration: Narration): readonly Rich[] {
  const { step } = question;
  const told = [narration.gist];
  switch (question.kind) {
    case 'message':
    case 'speaker':
      return narration.why ? [...told, narration.why] : told;
    case 'reading':
      return [knownThrough(timeline, step, 'wire') ?? narration.gist];
    case 'acceptance':
      return [fateTold(timeline, question) ?? narration.gist];
    case 'notice':
      return [noticeTold(timeline) ?? narration.gist];
    case 'alert':
      return narration.found ? [narration.found.text] : told;
    case 'sight':
      return narration.otherSide ? [narration.otherSide.text] : told;
    case 'connection':
      return [heardOf(timeline, step)];
  }
}

/** What those hear of a step who listen to the story. */
function heardOf(timeline: Timeline, step: number): Rich {
  return rich(plain(spoken(timeline, step).at(-1)?.text ?? ''));
}

function fateTold(timeline: Timeline, { step, occasion }: QuestionOf<'acceptance'>): Rich | undefined {
  const coming = stepAt(timeline, step);
  const fault = coming && heardIn(timeline, coming).find(({ kind }) => kind === 'fault');
  if (fault?.kind === 'fault') return rich(plain(sentenceOf(fault)));
  if (coming?.heard === undefined) return knownThrough(timeline, step, peerOf(occasion.from));
  return heardIn(timeline, coming).some(proves) ? heardOf(timeline, step) : undefined;
}

/** Whether something has been found that those hear of who listen. */
function proves(insight: Insight): boolean {
  return insight.kind === 'verdict' || (insight.kind === 'check' && ['signature', 'finished'].includes(insight.what));
}

function noticeTold(timeline: Timeline): Rich | undefined {
  const first = firstFault(timeline);
  if (first) return rich(plain(sentenceOf(first.fault)));
  const { scenario } = timeline;
  const [mischief] = scenario?.mischief ?? [];
  const entry = mischief && entryNamed(mischief.id);
  const expected = scenario && mischief && entry && expectationOf(entry, scenario, mischief);
  return expected && 'because' in expected ? rich(reasonSentence(expected.because)) : undefined;
}

/** A word on a choice that is not the right one; undefined for the right one. @param picked its place among the choices */
export function remarkOn(timeline: Timeline, question: Question, picked: number): Rich | undefined {
  if (picked === question.right || !question.choices[picked]) return undefined;
  return rich(remarkText(whyNot(timeline, question, picked)));
}

function whyNot(timeline: Timeline, question: Question, picked: number): Remark {
  const { kind, choices, right, step, occasion } = question;
  const choice = choices[picked] as never;
  const truth = choices[right] as never;
  switch (kind) {
    case 'message':
      return notThis(timeline, step, choice);
    case 'speaker':
      return notThem(timeline, step, choice);
    case 'reading':
      return notSo(choice, truth);
    case 'acceptance':
      return notThat(choice, truth, peerOf(occasion.from));
    case 'notice':
      return notTheirs(choice, truth);
    case 'alert':
      return { why: 'means', alert: (choice as Answers['alert']).name };
    case 'sight':
      return { why: 'sees otherwise', of: occasion.of, instead: (truth as Answers['sight']).sees };
    case 'connection':
      return standing(timeline, step, choice, truth);
  }
}

/** What the state of whoever would hear it says of a message. */
function notThis(timeline: Timeline, step: number, saying: Answers['message']): Remark {
  const before = step - 1;
  if (saying.name === 'alert') return { why: findsFault(timeline, saying.from) ? 'could be' : 'no fault', ...saying };
  if (saying.name === 'close_notify' || saying.name === 'application data')
    return { why: connectedAt(timeline, saying.from, before) ? 'could be' : 'not connected', ...saying };
  const by = peerOf(saying.from);
  const { busy, facts } = standingOf(timeline, by, before);
  if (busy !== undefined && !facts) return { why: 'busy', who: by, with: busy };
  const { name: state, takes } = stateAt(timeline, by, before);
  return { why: takes.includes(saying.name) ? 'taken' : 'refused', by, state, ...saying };
}

function findsFault(timeline: Timeline, side: Role): boolean {
  return accountOf(timeline).some(({ who, insight }) => who === side && insight.kind === 'fault');
}

function notThem(timeline: Timeline, step: number, { who }: Answers['speaker']): Remark {
  const { takes } = stateAt(timeline, who, step - 1);
  return waitsAt(timeline, who, step - 1) ? { why: 'waits', who, waitsFor: takes } : { why: 'second', who };
}

function notSo(picked: Answers['reading'], truth: Answers['reading']): Remark {
  if (truth.open === 'all') return { why: 'in the clear' };
  if (picked.open === 'all') return { why: 'sealed' };
  return { why: truth.open === 'type' ? 'type shown' : 'type hidden' };
}

function notThat(picked: Answers['acceptance'], truth: Answers['acceptance'], who: Answers['speaker']['who']): Remark {
  if (truth.fate === 'unread') return { why: 'never arrives', who };
  if (picked.fate === 'unread') return { why: 'arrives', who };
  return { why: truth.fate === 'refused' ? 'finds fault' : 'finds no fault', who };
}

function notTheirs(picked: Answers['notice'], truth: Answers['notice']): Remark {
  if (picked.who !== 'nobody') return { why: 'finds no fault', who: picked.who };
  return { why: 'finds fault', who: truth.who === 'nobody' ? 'client' : truth.who };
}

function standing(
  timeline: Timeline,
  step: number,
  picked: Answers['connection'],
  truth: Answers['connection'],
): Remark {
  const holds = ({ who }: Answers['connection'], side: string) => who === 'both' || who === side;
  const sides = roles.flatMap((who) => {
    if (holds(picked, who) === holds(truth, who)) return [];
    return [{ who, connected: connectedAt(timeline, who, step), state: headOf(timeline, who, step).state }];
  });
  return { why: 'stands', sides };
}

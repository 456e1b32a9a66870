// The store of what is asked about a lab's run: a factory, loaded by whoever wants to be asked. While somebody is, the lab holds no more of the
// run than they may see. It must not know words, nor the screen.

import { createStore, type StoreApi } from 'zustand/vanilla';
import { type Timeline, toLink } from '../../lab/index.ts';
import { type Question, questionsOf, upTo } from '../../lesson/predict/index.ts';
import { stepNumber } from '../selectors.ts';
import type { Lab } from '../state.ts';
import type { LabStore } from '../store.ts';

/** What somebody has tried at a question. */
export interface Try {
  /** The places of the choices that were picked, in order; the right one is the last. */
  readonly picked: readonly number[];
  /** Whether there is nothing more to try: the right one was found, or the question was passed over. */
  readonly done: boolean;
  /** Whether the first try was the right one; null: it was passed over. */
  readonly first: boolean | null;
}

/** An answer, when it is given. */
export interface Given {
  readonly question: Question;
  /** The place of the choice. */
  readonly choice: number;
  readonly right: boolean;
  /** Whether it is the first try. */
  readonly first: boolean;
}

interface State {
  /** The whole run, whatever the lab holds of it; null while nobody is asked. */
  readonly whole: Timeline | null;
  readonly questions: readonly Question[];
  /** By the steps before which they are asked. */
  readonly tries: ReadonlyMap<number, Try>;
  /** The step of the question whose answer is being told; null: none. */
  readonly told: number | null;
  /** Whether hands are counted. */
  readonly votes: boolean;
}

interface Actions {
  /** Hides what is to come. @returns what shows everything again */
  begin(): () => void;
  /** Picks a choice of the open question. */
  answer(choice: number): void;
  /** Passes the open question over: its answer is told. */
  skip(): void;
  /** Goes on to the next question, or to the end. */
  goOn(): void;
  /** Asks everything again. */
  again(): void;
  setVotes(votes: boolean): void;
}

export type Asking = State & Actions;
export type AskingStore = StoreApi<Asking>;

/** The first question that is still to be answered; undefined when all are. */
export function openQuestion({ questions, tries }: Pick<State, 'questions' | 'tries'>): Question | undefined {
  return questions.find(({ step }) => !tries.get(step)?.done);
}

const nothing = { whole: null, questions: [], tries: new Map(), told: null } as const satisfies Partial<State>;

/**
 * A store of what is asked about a lab's run. It follows the lab: of each run that is played it asks anew, and of one that was played before it knows
 * what was answered.
 * @param heard hears of each answer
 */
export function createAsking(lab: LabStore, heard: (given: Given) => void): AskingStore {
  const known = new Map<string, Pick<State, 'questions' | 'tries'>>();
  return createStore<Asking>()((set, get) => {
    /** What the lab holds of the run. */
    let shown: Timeline | undefined;
    const show = (cursor: number): void => {
      const { whole } = get();
      if (!whole) return;
      const open = openQuestion(get());
      shown = upTo(whole, open ? open.step - 1 : whole.steps.length);
      const at = Math.min(Math.max(cursor, 1), shown.steps.length);
      lab.setState({ timeline: shown, ...moved(lab.getState(), at) });
    };
    const adopt = (whole: Timeline, from: number): void => {
      const { questions, tries } = known.get(nameOf(whole)) ?? { questions: after(whole, from), tries: new Map() };
      set({ whole, questions, tries, told: null });
      // It says how the run ends.
      if (lab.getState().notice?.kind === 'replayed') lab.getState().tell(null);
      show(from);
    };
    const keep = (tries: State['tries'], told: number | null): void => {
      const { whole, questions } = get();
      if (!whole) return;
      known.set(nameOf(whole), { questions, tries });
      set({ tries, told });
    };
    const follow = (now: Lab, before: Lab): void => {
      if (now.timeline !== before.timeline && now.timeline !== shown) adopt(now.timeline, now.cursor);
      // What the run beside shows is what is to come.
      else if (now.open.beside && !before.open.beside) now.arrange({ predict: undefined });
      else if (now.settled !== before.settled && get().told !== null && now.settled !== get().told) set({ told: null });
    };
    const finish = (question: Question, outcome: Try): void => {
      keep(new Map(get().tries).set(question.step, outcome), outcome.done ? question.step : get().told);
      if (outcome.done) show(question.step);
    };
    return {
      ...nothing,
      votes: false,
      setVotes: (votes) => set({ votes }),
      begin() {
        const { timeline, open, setOpen, cursor } = lab.getState();
        if (open.beside) setOpen({ beside: false });
        adopt(timeline, cursor);
        const leave = lab.subscribe(follow);
        return () => {
          leave();
          const { whole } = get();
          set(nothing);
          if (whole && lab.getState().timeline === shown) lab.setState({ timeline: whole });
        };
      },
      answer(choice) {
        const question = openQuestion(get());
        if (!question) return;
        const before = get().tries.get(question.step);
        const right = choice === question.right;
        const first = before ? before.first : right;
        heard({ question, choice, right, first: !before });
        finish(question, { picked: [...(before?.picked ?? []), choice], done: right, first });
      },
      skip() {
        const question = openQuestion(get());
        if (!question) return;
        const { picked = [], first = null } = get().tries.get(question.step) ?? {};
        finish(question, { picked, done: true, first });
      },
      goOn() {
        set({ told: null });
        const { timeline, seek } = lab.getState();
        seek(timeline.steps.length, 'jump');
      },
      again() {
        const { whole } = get();
        if (!whole) return;
        known.delete(nameOf(whole));
        adopt(whole, 1);
      },
    };
  });
}

/** What a run is known by: its link, and whether it is played with what somebody brought. */
function nameOf({ scenario, circumstances }: Timeline): string {
  return `${scenario ? toLink({ scenario }) : ''} ${[...(circumstances.brought ?? [])].join(' ')}`;
}

/** The questions about what comes after a place; where there are none, all of them. */
function after(whole: Timeline, cursor: number): readonly Question[] {
  const all = questionsOf(whole);
  const ahead = all.filter(({ step }) => step > Math.ceil(cursor));
  return cursor < 1 || ahead.length === 0 ? all : ahead;
}

/** Where the playhead stands then: it has jumped there. */
function moved({ cursor, selection }: Lab, at: number): Partial<Lab> {
  if (at === cursor) return {};
  return {
    cursor: at,
    by: 'jump',
    settled: stepNumber({ cursor: at }),
    selection: { ...selection, row: null, layer: null, field: null },
  };
}

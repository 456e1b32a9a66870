// A lesson that is worked through: which one, at which part, what was answered. A factory, like that of the lab, loaded by whoever shows lessons.
// It must not know where texts come from, what keeps a progress, or the screen.

import { createStore, type StoreApi } from 'zustand/vanilla';
import { defaultScenario, type Exhibit, type ExhibitView, fromLink, type LinkFlaw } from '../../lab/index.ts';
import { type Lesson, readLesson } from '../../lesson/format/index.ts';
import { answered, beginning, movedTo, type Progress, progressIn, progressText } from '../../lesson/progress/index.ts';
import { MissingPart } from '../../shelf/index.ts';
import type { LessonFlaw } from '../../words/lessons/index.ts';
import { stepNumber } from '../selectors.ts';
import { type LabStore, noSetup, usualView, visit } from '../store.ts';

/** Where the text of a lesson is from: it came along with the page, inside the link, as a file beside the page, or it is in the making. */
export type Origin = 'page' | 'link' | 'file' | 'draft';

/** Why there is no text. */
export type Lack = 'no such lesson' | 'unread link' | 'no file' | 'not there' | 'not reached' | 'not text';

/** What has come of asking for a lesson by its name. */
export type Fetched = { readonly text: string; readonly origin: Origin } | { readonly lack: Lack };

/** What a course stands on. */
export interface Ground {
  readonly fetch: (name: string) => Promise<Fetched>;
  /** What was kept of a lesson; empty without any. @param text the lesson's */
  readonly recall: (text: string) => string;
  readonly keep: (text: string, progress: string) => void;
}

/** What can be said of the place that a part names. */
export type Place =
  /** The lab is on its way there. */
  | { readonly is: 'coming' }
  /** Which moment it is; undefined as long as nobody has gone there. */
  | { readonly is: 'there'; readonly moment?: Pick<Exhibit, 'scenario' | 'step'> | undefined }
  /** What of its address can’t be followed. */
  | { readonly is: 'flawed'; readonly flaws: readonly LinkFlaw[] }
  | { readonly is: 'missing'; readonly again: () => void };

export type Course = CourseState & CourseActions;

interface CourseState {
  /** The name under which it is in the address; null: none. */
  readonly name: string | null;
  /** What there is to show; null while it is on its way. */
  readonly shown:
    | { readonly is: 'lesson'; readonly lesson: Lesson; readonly origin: Origin }
    | { readonly is: 'flawed'; readonly flaws: readonly LessonFlaw[]; readonly origin: Origin }
    | { readonly is: 'lacking'; readonly lack: Lack }
    | null;
  readonly progress: Progress;
  readonly place: Place;
}

interface CourseActions {
  /**
   * Begins with a lesson, or goes on with it where somebody stopped.
   * @param goes whether the lab goes to its part; left out: unless it shows something of its own, as after a link that says where
   */
  open(name: string, goes?: boolean): Promise<void>;
  /** Goes to a part and to its moment; behind the last one is the end. */
  go(part: number): Promise<void>;
  /** Is at a part to whose moment the lab is taken by somebody else. */
  follow(part: number): Promise<void>;
  /** Goes to the moment of this part once more. */
  back(): Promise<void>;
  /** @param right null: it is passed over */
  answer(right: boolean | null): void;
  /** Forgets what was answered, and begins anew. */
  restart(): Promise<void>;
}

export type CourseStore = StoreApi<Course>;

/** All that a part can say of how its moment is looked at. */
const looks: readonly (keyof ExhibitView | 'beside')[] = [
  ...(Object.keys({ ...usualView, ...noSetup }) as (keyof ExhibitView)[]),
  'beside',
];

/** How a moment is looked at whose part doesn’t say. What of the page is there stays as it is. */
const { lens, unit, tab } = usualView;
const asUsual = {
  lens,
  unit,
  tab,
  from: undefined,
  to: undefined,
  auto: undefined,
  loop: undefined,
  proxy: undefined,
  passage: undefined,
};

/** A store of the lesson that is worked through beside a lab. */
export function createCourse(lab: LabStore, { fetch, recall, keep }: Ground): CourseStore {
  return createStore<Course>()((set, get) => {
    let text = '';
    /** What was asked for last: only that counts. */
    let wanted: object = {};
    const asking = () => {
      const asked = {};
      wanted = asked;
      return () => wanted === asked;
    };
    const lessonNow = (): Lesson | undefined => {
      const { shown } = get();
      return shown?.is === 'lesson' ? shown.lesson : undefined;
    };
    const note = (progress: Progress): void => {
      set({ progress });
      keep(text, progressText(progress));
    };
    const show = async (): Promise<void> => {
      const { name, progress } = get();
      const part = lessonNow()?.parts[progress.at];
      const stillWanted = asking();
      if (!part || name === null) return;
      // Where the lab still stands is the moment of another part.
      set({ place: { is: 'coming' } });
      try {
        const read = await fromLink(part.link, looks as Parameters<typeof fromLink>[1]);
        if (!stillWanted()) return;
        if (!read.ok) return set({ place: { is: 'flawed', flaws: [read.flaw] } });
        const { scenario, step, flaws } = read;
        // What colours the page wears is the reader’s choice.
        const { theme: _, ...view } = read.view ?? {};
        // In front of an audience there is room for one run.
        const beside = lab.getState().view.present ? undefined : read.beside;
        const start = { scenario, view: { ...asUsual, ...view, lesson: name } };
        visit(lab, { ...start, ...(step !== undefined && { step }), ...(beside && { beside }) });
        lab.getState().setOpen({ beside: beside !== undefined });
        set({ place: flaws ? { is: 'flawed', flaws } : { is: 'there', moment: read } });
      } catch (error) {
        if (!(error instanceof MissingPart)) throw error;
        if (stillWanted()) set({ place: { is: 'missing', again: () => void show() } });
      }
    };
    const go = (part: number): Promise<void> => {
      note(movedTo(get().progress, part));
      return show();
    };
    return {
      name: null,
      shown: null,
      progress: beginning,
      place: { is: 'there' },
      async open(name, goes = !isElsewhere(lab)) {
        if (name === get().name && !goes) return;
        const stillWanted = asking();
        set({ name, shown: null, progress: beginning, place: { is: 'there' } });
        const fetched = await fetch(name);
        if (!stillWanted()) return;
        if ('lack' in fetched) return set({ shown: { is: 'lacking', lack: fetched.lack } });
        const { origin } = fetched;
        text = fetched.text;
        const read = readLesson(text);
        if (!read.ok) return set({ shown: { is: 'flawed', flaws: read.flaws, origin } });
        const kept = progressIn(recall(text), read.lesson);
        const seen = goes ? undefined : await partShown(lab, read.lesson, kept?.at ?? 0);
        const at = seen?.at ?? kept?.at ?? 0;
        if (!stillWanted()) return;
        set({
          shown: { is: 'lesson', lesson: read.lesson, origin },
          progress: movedTo(kept ?? beginning, at),
          place: { is: 'there', moment: seen?.moment },
        });
        if (goes) await show();
      },
      go,
      async follow(part) {
        const stillWanted = asking();
        set({ progress: movedTo(get().progress, part), place: { is: 'coming' } });
        const read = await fromLink(lessonNow()?.parts[part]?.link ?? '').catch(() => undefined);
        if (stillWanted()) set({ place: { is: 'there', moment: read?.ok ? read : undefined } });
      },
      back: show,
      answer: (right) => note(answered(get().progress, get().progress.at, right)),
      restart() {
        note(beginning);
        return show();
      },
    };
  });
}

/** Whether something else is shown than what everybody sees first. */
function isElsewhere(lab: LabStore): boolean {
  const { scenario, cursor } = lab.getState();
  return cursor !== 0 || JSON.stringify(scenario) !== JSON.stringify(defaultScenario);
}

/**
 * The place of the part that is about the moment that is shown: where somebody stopped, or else the first. The end shows the last part's.
 * @param stopped behind the last part: at the end
 */
async function partShown(
  lab: LabStore,
  { parts }: Lesson,
  stopped: number,
): Promise<{ readonly at: number; readonly moment: Exhibit } | undefined> {
  const { scenario } = lab.getState();
  const step = stepNumber(lab.getState());
  for (const at of [stopped, ...parts.keys()]) {
    const link = parts[Math.min(at, parts.length - 1)]?.link ?? '';
    const read = await fromLink(link).catch(() => undefined);
    if (read?.ok && read.step === step && JSON.stringify(read.scenario) === JSON.stringify(scenario))
      return { at, moment: read };
  }
  return undefined;
}

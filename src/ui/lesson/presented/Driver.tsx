// Goes through a lesson in front of an audience: a clicker that has come to the end of a part goes on to the next one, and of two windows both show
// the same part. It must not know how a part looks.

import { type RefObject, useEffect } from 'react';
import { type LabStore, stepNumber } from '../../../store/index.ts';
import { useLab, useLabStore } from '../../context.ts';
import { useShow, useShowStore } from '../../present/session.ts';
import type { Place } from '../../present/windows/place.ts';
import { belongs, keepsKey } from '../../shortcuts.ts';
import { courseOf, openLesson } from '../session.ts';
import { isMoment, type Moment, useNextMoment, useShown } from './shown.ts';

interface Props {
  readonly root: RefObject<HTMLElement | null>;
  readonly role: Place['role'] | null;
}

/** Shows nothing. */
export function Driver({ root, role }: Props) {
  useOpened();
  useNoSheet();
  useSamePart(role);
  useClicker(root);
  return null;
}

/** The pane of the lesson, which opens it elsewhere, may not be there. */
function useOpened(): void {
  const lab = useLabStore();
  const name = useLab(({ view }) => view.lesson);
  useEffect(() => {
    if (name !== undefined && name !== courseOf(lab).getState().name) openLesson(lab, name);
  }, [lab, name]);
}

/** Going to a part would open the pane of the lesson over the picture. */
function useNoSheet(): void {
  const lab = useLabStore();
  useEffect(
    () =>
      lab.subscribe(({ view, open, setOpen }, before) => {
        if (view !== before.view && open.scenario && !before.open.scenario) setOpen({ scenario: false });
      }),
    [lab],
  );
}

/** What this window shows of the lesson is told to the other one, and what the other one shows is shown. */
function useSamePart(role: Place['role'] | null): void {
  const lab = useLabStore();
  const show = useShowStore();
  const lesson = useShown()?.lesson;
  const told = useShow(({ part }) => part);
  const course = courseOf(lab);
  useEffect(() => {
    const tell = (): void => {
      const { at, answers } = course.getState().progress;
      if (show.getState().part?.at !== at) show.getState().set({ part: { at, over: answers[at] !== undefined } });
    };
    // Whoever was there before goes where the other one is.
    if (lesson && role !== 'audience') tell();
    return course.subscribe((now, before) => now.progress.at !== before.progress.at && tell());
  }, [lesson, role, course, show]);
  useEffect(() => {
    const { progress, follow } = course.getState();
    const at = (told && show.getState().part?.at) ?? progress.at;
    if (lesson && at !== progress.at) void follow(at);
  }, [lesson, told, course, show]);
}

/** The keys of a clicker, and those that step as well. */
const ways: Readonly<Record<string, -1 | 1>> = { PageDown: 1, ArrowRight: 1, PageUp: -1, ArrowLeft: -1 };

/** The step that a key has made is made by the time that this hears of the key. */
function useClicker(root: RefObject<HTMLElement | null>): void {
  const lab = useLabStore();
  const next = useNextMoment();
  useEffect(() => {
    let moved = 0;
    const stop = lab.subscribe(({ cursor }, before) => {
      if (cursor !== before.cursor) moved = performance.now();
    });
    const take = (event: KeyboardEvent): void => {
      const { key, target, timeStamp } = event;
      const way = ways[key];
      const control = target instanceof Element ? target : document.body;
      if (!way || event.altKey || event.ctrlKey || event.metaKey) return;
      if (!belongs(target, root.current) || keepsKey(control, key)) return;
      const { progress, place, go, shown } = courseOf(lab).getState();
      if (shown?.is !== 'lesson') return;
      const to = progress.at + way;
      const here = place.is === 'there' ? place.moment : undefined;
      if (shown.lesson.parts[to] && leavesPart(lab, { way, steps: moved >= timeStamp, here, next })) void go(to);
    };
    window.addEventListener('keydown', take, true);
    return () => {
      stop();
      window.removeEventListener('keydown', take, true);
    };
  }, [lab, next, root]);
}

interface Pressed {
  readonly way: -1 | 1;
  /** Whether the key has moved the playhead. */
  readonly steps: boolean;
  /** The moments of this part and of the next one. */
  readonly here: Moment | undefined;
  readonly next: Moment | undefined;
}

/** Whether the playhead has come to the next part’s moment, or behind this one’s; or can’t go on. */
function leavesPart(lab: LabStore, { way, steps, here, next }: Pressed): boolean {
  const now = lab.getState();
  if (!steps) return true;
  if (way > 0) return isMoment(now, stepNumber(now), next);
  return isMoment(now, stepNumber(now) + 1, here);
}

// One playhead over both connections: steps, keys, playing. Where it rests, the address says. It must not know pictures.

import { type RefObject, useCallback, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { stepNumberAt } from '../../lab/index.ts';
import type { Proxied } from '../../lab/proxied/index.ts';
import { passagesOf } from '../../story/proxied/index.ts';
import { useLab } from '../context.ts';
import { prefersStillness } from '../media.ts';

export interface Playhead {
  /** In steps of both; 0: all of it. */
  readonly cursor: number;
  readonly step: number;
  readonly steps: number;
  readonly playing: boolean;
  /** Whether it was sent where it is, or is on its way. */
  readonly by: 'jump' | 'play';
  jump(step: number): void;
  toggle(): void;
}

/** How long a step takes, in ms. */
const pace = 900;

/** Keys that these have a use for are theirs. */
const keeping = 'input, select, textarea, [role="tree"], [role="tab"], [role="grid"], [role="listbox"], [role="radio"]';

/** The playhead of what is played. @param room in a dialog, whose keys move it unless the control that has them keeps them */
export function usePlayhead(run: Proxied | undefined, room: RefObject<HTMLElement | null>): Playhead {
  const steps = useMemo(() => (run ? passagesOf(run).length : 0), [run]);
  const arrange = useLab((lab) => lab.arrange);
  const at = useLab((lab) => lab.view.passage ?? 0);
  /** Where it is while it plays; null: it stands where the address says. */
  const [moving, setMoving] = useState<number | null>(null);
  const playing = moving !== null;
  const cursor = Math.min(moving ?? at, steps);
  const step = stepNumberAt(cursor);
  const jump = useCallback(
    (to: number): void => {
      setMoving(null);
      arrange({ passage: Math.min(steps, Math.max(0, to)) || undefined });
    },
    [arrange, steps],
  );
  useEffect(() => {
    if (!playing) return undefined;
    let [frame, last] = [0, 0];
    const go = (now: number): void => {
      const gone = last === 0 ? 0 : (now - last) / pace;
      last = now;
      setMoving((from) => (from === null ? null : Math.min(steps, from + gone)));
      frame = requestAnimationFrame(go);
    };
    frame = requestAnimationFrame(go);
    return () => cancelAnimationFrame(frame);
  }, [playing, steps]);
  useEffect(() => {
    if (playing && cursor >= steps) jump(steps);
  }, [playing, cursor, steps, jump]);
  const toggle = (): void => {
    if (playing) jump(step);
    else setMoving(step >= steps ? 0 : cursor);
  };
  const press = useRef<(event: KeyboardEvent) => void>(undefined);
  useLayoutEffect(() => {
    press.current = (event) => {
      const { target } = event;
      const dialog = room.current?.closest('dialog');
      if (!(target instanceof Element) || !dialog?.contains(target) || target.closest(keeping)) return;
      if (event.defaultPrevented || event.altKey || event.ctrlKey || event.metaKey) return;
      const to = {
        ArrowRight: step + 1,
        PageDown: step + 1,
        ArrowLeft: step - 1,
        PageUp: step - 1,
        Home: 0,
        End: steps,
      };
      const there = to[event.key as keyof typeof to];
      if (there === undefined) return;
      event.preventDefault();
      jump(there);
    };
  });
  useEffect(() => {
    const listen = (event: KeyboardEvent): void => press.current?.(event);
    window.addEventListener('keydown', listen);
    return () => window.removeEventListener('keydown', listen);
  }, []);
  // Without movement, steps come whole.
  const shown = playing && prefersStillness() ? Math.floor(cursor) : cursor;
  return { cursor: shown, step, steps, playing, by: playing ? 'play' : 'jump', jump, toggle };
}

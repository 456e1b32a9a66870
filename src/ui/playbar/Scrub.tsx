// The line of time: a native slider over a drawn scale with a tick for each step and a name for each phase.
// It must not know how time passes.

import {
  type CSSProperties,
  type KeyboardEvent,
  memo,
  type RefObject,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
} from 'react';
import type { Timeline } from '../../lab/index.ts';
import { chapters, failed, type Lab, type LabStore, landing, type Mover } from '../../store/index.ts';
import { phaseName, tellsFailure } from '../../story/index.ts';
import { words } from '../../words/ui/index.ts';
import { useLabStore } from '../context.ts';
import { soon } from '../frames/soon.ts';
import { labelOf, type Standing } from './label.ts';
import { heldOrPressed, type Player } from './player.ts';

const text = words.playbar;

interface Move {
  readonly to: number;
  readonly by: Mover;
}

export function Scrub({ player, standing }: { readonly player: Player; readonly standing: Standing }) {
  const store = useLabStore();
  const { timeline, number, lens } = standing;
  const slider = useRef<HTMLInputElement>(null);
  const done = useRef<HTMLDivElement>(null);
  const place = useRef<HTMLDivElement>(null);
  // Said here only for a page that is drawn ahead; later the cursor moves past React.
  const [start] = useState(() => shareOf(store.getState()));
  useCursor(store, (cursor, share) => {
    if (done.current) done.current.style.transform = reaching(share);
    if (place.current) place.current.style.transform = carriedTo(share);
    // Where a hand has put it counts until the playhead is there.
    if (slider.current?.matches(':not(:active)') && (!player.playing || Number.isInteger(cursor)))
      slider.current.value = String(cursor);
  });
  // The browser hands over where the pointer is within a frame: drawing there, too, would hold that frame up.
  const drag = useMemo(() => soon(({ to, by }: Move) => player.seek(to, by)), [player]);
  const steps = timeline.steps.length;
  const landed = landing(timeline);
  const refused = failed(timeline) && number >= landed && tellsFailure(timeline, landed, lens);
  return (
    <div className={refused ? 'scrub refused' : 'scrub'}>
      <Scale player={player} timeline={timeline} start={start} done={done} place={place} />
      <input
        type="range"
        ref={slider}
        min={0}
        max={steps}
        step="any"
        aria-label={text.scrub}
        aria-valuetext={`${text.of(number, steps)}, ${labelOf(standing)}`}
        onChange={(event) => drag({ to: Number(event.target.value), by: 'hand' })}
        onPointerUp={(event) => drag({ to: Math.round(Number(event.currentTarget.value)), by: 'jump' })}
        onKeyDown={(event) => page(event, number, player)}
      />
    </div>
  );
}

/**
 * Keeps the drawn thumb and line at the cursor, past React and past layout: they move with every frame, and nothing else here does. The
 * slider's own thumb is not to be seen and follows from step to step.
 */
function useCursor(store: LabStore, show: (cursor: number, share: number) => void): void {
  const follow = (): void => show(store.getState().cursor, shareOf(store.getState()));
  // Whenever the number of steps is another one, so is the thumb's place.
  useLayoutEffect(follow);
  useLayoutEffect(() => store.subscribe((lab, before) => lab.cursor !== before.cursor && follow()));
}

/** How much of the scale is before the cursor. */
function shareOf({ cursor, timeline }: Pick<Lab, 'cursor' | 'timeline'>): number {
  return cursor / Math.max(1, timeline.steps.length);
}

const reaching = (share: number): string => `scaleX(${share})`;
const carriedTo = (share: number): string => `translateX(${100 * share}%)`;

/** Arrows, Home and End belong to the whole lab; here page keys move by more, and up and down like right and left. */
function page(event: KeyboardEvent, number: number, player: Player): void {
  const moves: Readonly<Record<string, number>> = { ArrowUp: 1, ArrowDown: -1, PageUp: 3, PageDown: -3 };
  const by = moves[event.key];
  if (by === undefined) return;
  event.preventDefault();
  player.seek(number + by, heldOrPressed(event));
}

interface ScaleProps {
  readonly player: Player;
  readonly timeline: Timeline;
  /** Where the cursor stands at first, as a share of the scale. */
  readonly start: number;
  /** The line up to the cursor. */
  readonly done: RefObject<HTMLDivElement | null>;
  /** What carries the thumb. */
  readonly place: RefObject<HTMLDivElement | null>;
}

const Scale = memo(function Scale({ player, timeline, start, done, place }: ScaleProps) {
  const steps = Math.max(1, timeline.steps.length);
  const at = (step: number) => ({ left: `${(100 * step) / steps}%` });
  return (
    <div className="scale">
      <div className="scale-line" />
      {timeline.steps.map((step) => (
        <i key={step.number} className="scale-tick" style={at(step.number)} />
      ))}
      {placesOf(timeline).map(({ step }) => (
        <i key={step} className="scale-mark" style={at(step)} />
      ))}
      <div className="scale-done" style={{ transform: reaching(start) }} ref={done} />
      <div className="scale-place" style={{ transform: carriedTo(start) }} ref={place}>
        <i className="scale-thumb" />
      </div>
      <div className="scale-names">
        {placesOf(timeline).map(({ name, step }, index, all) => (
          <button
            key={step}
            type="button"
            style={span(step / steps, (all[index + 1]?.step ?? steps) / steps)}
            aria-label={text.goTo(name)}
            onClick={() => player.seek(step, 'jump')}
          >
            {name}
          </button>
        ))}
      </div>
    </div>
  );
});

/** The overview, and the first step of each phase. */
function placesOf(timeline: Timeline): readonly { readonly name: string; readonly step: number }[] {
  const phases = chapters(timeline).map(({ phase, start }) => ({
    name: phaseName(timeline, phase).short,
    step: start,
  }));
  return [{ name: text.start, step: 0 }, ...phases];
}

/** From where a name may reach how far, in shares of the scale: to the next one. */
function span(from: number, to: number): CSSProperties {
  return { '--from': from, '--to': to } as CSSProperties;
}

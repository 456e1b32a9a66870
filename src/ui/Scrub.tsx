// The line of time: a native slider over a drawn scale with a tick for each step and a name for each phase.
// It must not know how time passes.

import type { KeyboardEvent } from 'react';
import { chapters, failed, landing, stepNumber } from '../store/index.ts';
import { phaseTitles } from '../story/index.ts';
import { useLab } from './context.ts';
import { labelOf } from './label.ts';
import type { Player } from './player.ts';
import { words } from './words.ts';

const text = words.playbar;

export function Scrub({ player }: { readonly player: Player }) {
  const cursor = useLab((lab) => lab.cursor);
  const timeline = useLab((lab) => lab.timeline);
  const name = useLab(labelOf);
  const number = useLab(stepNumber);
  const steps = timeline.steps.length;
  const refused = failed(timeline) && number >= landing(timeline);
  return (
    <div className={refused ? 'scrub refused' : 'scrub'}>
      <Scale player={player} />
      <input
        type="range"
        min={0}
        max={steps}
        step="any"
        value={cursor}
        aria-label={text.scrub}
        aria-valuetext={`${text.of(number, steps)}, ${name}`}
        onChange={(event) => player.seek(Number(event.target.value))}
        onPointerUp={() => player.seek(Math.round(cursor))}
        onKeyDown={(event) => page(event, number, steps, player)}
      />
    </div>
  );
}

/** Arrows, Home and End belong to the whole lab; here page keys move by more, and up and down like right and left. */
function page(event: KeyboardEvent, number: number, steps: number, player: Player): void {
  const moves: Readonly<Record<string, number>> = { ArrowUp: 1, ArrowDown: -1, PageUp: 3, PageDown: -3 };
  const by = moves[event.key];
  if (by === undefined) return;
  event.preventDefault();
  player.seek(Math.min(steps, Math.max(0, number + by)));
}

function Scale({ player }: { readonly player: Player }) {
  const timeline = useLab((lab) => lab.timeline);
  const done = useLab((lab) => lab.cursor / Math.max(1, lab.timeline.steps.length));
  const steps = Math.max(1, timeline.steps.length);
  const place = (step: number) => ({ left: `${(100 * step) / steps}%` });
  return (
    <div className="scale">
      <div className="scale-line" />
      <div className="scale-done" style={{ width: `${100 * done}%` }} />
      {timeline.steps.map((step) => (
        <i key={step.number} className="scale-tick" style={place(step.number)} />
      ))}
      {chapters(timeline).map(({ phase, start }) => (
        <i key={phase} className="scale-mark" style={place(start)} />
      ))}
      <div className="scale-names">
        {chapters(timeline).map(({ phase, start, end }) => (
          <button
            key={phase}
            type="button"
            style={{ ...place(start), maxWidth: `${(100 * (end - start)) / steps}%` }}
            aria-label={text.goTo(phaseTitles[phase].short)}
            onClick={() => player.seek(start + 1)}
          >
            {phaseTitles[phase].short}
          </button>
        ))}
      </div>
    </div>
  );
}

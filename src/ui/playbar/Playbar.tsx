// The bottom: back, play, forward, speed, the scrub with its marks, and where we are in words.
// It must not know what a step means.

import { memo } from 'react';
import { stepNumber } from '../../store/index.ts';
import { useLateLab } from '../frames/late.ts';
import { Choice } from '../parts/Choice.tsx';
import { BackSign, ForwardSign, PauseSign, PlaySign } from '../parts/marks.tsx';
import { SheetButtons } from '../parts/PaneButtons.tsx';
import { words } from '../words.ts';
import { labelOf } from './label.ts';
import { speeds } from './pace.ts';
import type { Player } from './player.ts';
import { Scrub } from './Scrub.tsx';
import './playbar.css';

const text = words.playbar;

export function Playbar({ player }: { readonly player: Player }) {
  const lab = useLateLab();
  const number = stepNumber(lab);
  const steps = lab.timeline.steps.length;
  return (
    <section className="playbar" aria-label={text.title}>
      <Buttons player={player} first={number === 0} last={number >= steps} />
      <Scrub player={player} lab={lab} />
      <SheetButtons />
      <div className="playbar-where">
        <p className="playbar-place">
          <strong>{text.of(number, steps)}</strong> <span>· {labelOf(lab)}</span>
        </p>
      </div>
    </section>
  );
}

interface ButtonsProps {
  readonly player: Player;
  /** Whether there is no step before, and none after. */
  readonly first: boolean;
  readonly last: boolean;
}

/** Apart from what changes with each step. */
const Buttons = memo(function Buttons({ player, first, last }: ButtonsProps) {
  return (
    <div className="playbar-buttons">
      <button type="button" aria-label={text.back} aria-disabled={first} onClick={() => player.step(-1)}>
        <BackSign />
      </button>
      <button
        type="button"
        className="playbar-play"
        aria-label={player.playing ? text.pause : text.play}
        onClick={player.toggle}
      >
        {player.playing ? <PauseSign /> : <PlaySign />}
      </button>
      <button type="button" aria-label={text.forward} aria-disabled={last} onClick={() => player.step(1)}>
        <ForwardSign />
      </button>
      <Choice
        label={text.speed}
        options={speeds.map((speed) => [speed, `${speed}×`] as const)}
        value={player.speed}
        onChange={player.setSpeed}
      />
    </div>
  );
});

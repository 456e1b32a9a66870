// The bottom: back, play, forward, speed, the scrub with its marks, and where we are in words.
// It must not know what a step means.

import { memo, type ReactNode, useMemo } from 'react';
import { excerptOf, stepNumber } from '../../store/index.ts';
import { words } from '../../words/ui/index.ts';
import { useLab } from '../context.ts';
import { useSoon } from '../frames/soon.ts';
import { Choice } from '../parts/Choice.tsx';
import { AgainSign, BackSign, ForwardSign, PauseSign, PlaySign } from '../parts/marks.tsx';
import { SheetButtons } from '../parts/PaneButtons.tsx';
import { labelOf, type Standing } from './label.ts';
import { speeds } from './pace.ts';
import type { Player } from './player.ts';
import { Scrub } from './Scrub.tsx';
import './playbar.css';

const text = words.playbar;

interface Props {
  readonly player: Player;
  /** What stands at its end. */
  readonly children?: ReactNode;
}

export function Playbar({ player, children }: Props) {
  const timeline = useLab((lab) => lab.timeline);
  const number = useLab(stepNumber);
  const lens = useLab((lab) => lab.view.lens);
  const first = useLab((lab) => excerptOf(lab).first);
  const last = useLab((lab) => excerptOf(lab).last);
  const standing = useMemo(() => ({ timeline, number, lens }), [timeline, number, lens]);
  return (
    <Bar player={player} standing={useSoon(standing)} first={first} last={last}>
      {children}
    </Bar>
  );
}

interface BarProps extends Props {
  readonly standing: Standing;
  /** The steps between which the playhead stays. */
  readonly first: number;
  readonly last: number;
}

/** Apart, so that what comes a task later is drawn once. */
const Bar = memo(function Bar({ player, standing, first, last, children }: BarProps) {
  const { timeline, number } = standing;
  const steps = timeline.steps.length;
  return (
    <section className="playbar" aria-label={text.title}>
      <Buttons player={player} first={number <= first} last={number >= last} />
      <Scrub player={player} standing={standing} />
      <SheetButtons />
      <div className="playbar-where">
        <p className="playbar-place">
          <strong>{text.of(number, steps)}</strong> <span>· {labelOf(standing)}</span>
        </p>
      </div>
      {children}
    </section>
  );
});

interface ButtonsProps {
  readonly player: Player;
  /** Whether there is nothing before, and no step after. */
  readonly first: boolean;
  readonly last: boolean;
}

/** Apart from what changes with each step. */
const Buttons = memo(function Buttons({ player, first, last }: ButtonsProps) {
  return (
    <div className="playbar-buttons">
      <button type="button" aria-label={text.back} aria-disabled={first} onClick={() => player.step(-1, 'jump')}>
        <BackSign />
      </button>
      <button
        type="button"
        className="playbar-play"
        aria-label={player.playing ? text.pause : last ? text.startOver : text.play}
        onClick={player.toggle}
      >
        {player.playing ? <PauseSign /> : last ? <AgainSign /> : <PlaySign />}
      </button>
      <button type="button" aria-label={text.forward} aria-disabled={last} onClick={() => player.step(1, 'jump')}>
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

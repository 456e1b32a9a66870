// The playhead over both connections, as a slider with its buttons. It must not know what a step means.

import type { Proxied } from '../../lab/proxied/index.ts';
import { stepLabel } from '../../story/index.ts';
import { passagesOf } from '../../story/proxied/index.ts';
import type { Eyes } from '../../words/proxied/index.ts';
import { proxiedWords as text } from '../../words/proxied/index.ts';
import { words } from '../../words/ui/index.ts';
import { BackSign, ForwardSign, PauseSign, PlaySign } from '../parts/marks.tsx';
import type { Playhead } from './playhead.ts';

interface Props {
  readonly run: Proxied;
  readonly playhead: Playhead;
  readonly eyes: Eyes;
}

/** The line of time. */
export function Bar({ run, playhead, eyes }: Props) {
  const { step, steps, playing, jump, toggle } = playhead;
  const label = placeOf(run, step, eyes);
  return (
    <div className="proxied-bar">
      <div className="playbar-buttons">
        <button type="button" aria-label={words.playbar.back} aria-disabled={step === 0} onClick={() => jump(step - 1)}>
          <BackSign />
        </button>
        <button
          type="button"
          className="playbar-play"
          aria-label={playing ? words.playbar.pause : words.playbar.play}
          onClick={toggle}
        >
          {playing ? <PauseSign /> : <PlaySign />}
        </button>
        <button
          type="button"
          aria-label={words.playbar.forward}
          aria-disabled={step === steps}
          onClick={() => jump(step + 1)}
        >
          <ForwardSign />
        </button>
      </div>
      <input
        type="range"
        min={0}
        max={steps}
        value={step}
        aria-label={text.slider}
        aria-valuetext={`${text.steps(step, steps)}, ${label}`}
        onChange={(event) => jump(Number(event.target.value))}
      />
      <p>
        <strong>{text.steps(step, steps)}</strong> · {label}
      </p>
    </div>
  );
}

function placeOf(run: Proxied, number: number, eyes: Eyes): string {
  const passage = passagesOf(run)[number - 1];
  if (!passage) return text.whole;
  const { half, step } = passage;
  const timeline = run[half];
  const where = run.way === 'pass-through' ? '' : `${text.bands[half]}: `;
  return timeline ? `${where}${stepLabel(timeline, step, eyes === 'wire' ? 'wire' : 'everything')}` : '';
}

// The edge between the picture and the inspector: it is dragged, or moved by arrow keys (WAI-ARIA window splitter).
// It must not know how a width is remembered.

import { type KeyboardEvent, type PointerEvent, useId } from 'react';
import { words } from '../../words/ui/index.ts';
import type { Surroundings } from '../header/surroundings.ts';

/** In rem: what a pane has at least and at most, and how far a key moves its edge. */
const least = 20;
const most = 48;
const stride = 2;

/** The edge of a pane of `pane` rem at the right. */
export function Separator({ pane, setPane }: Pick<Surroundings, 'pane' | 'setPane'>) {
  const id = useId();
  const set = (rem: number): void => setPane(Math.min(most, Math.max(least, Math.round(rem * 2) / 2)));
  const move = (event: KeyboardEvent): void => {
    const moves: Readonly<Record<string, number>> = {
      ArrowLeft: pane + stride,
      ArrowRight: pane - stride,
      Home: least,
      End: most,
    };
    const to = moves[event.key];
    if (to === undefined) return;
    event.preventDefault();
    set(to);
  };
  const drag = ({ currentTarget, pointerId, clientX }: PointerEvent): void => {
    if (!currentTarget.hasPointerCapture(pointerId)) return;
    const right = currentTarget.parentElement?.getBoundingClientRect().right ?? 0;
    set((right - clientX) / Number.parseFloat(getComputedStyle(document.documentElement).fontSize));
  };
  return (
    // biome-ignore lint/a11y/useSemanticElements: a rule can't be moved
    <div
      id={id}
      className="pane-edge"
      role="separator"
      aria-orientation="vertical"
      aria-label={words.inspector.edge}
      aria-valuemin={least}
      aria-valuemax={most}
      aria-valuenow={pane}
      data-keys="own"
      tabIndex={0}
      onKeyDown={move}
      onPointerDown={({ currentTarget, pointerId }) => currentTarget.setPointerCapture(pointerId)}
      onPointerMove={drag}
    />
  );
}

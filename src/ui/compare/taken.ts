// Both runs as they are taken along: each by its letter, and their pictures level. It must not know what becomes of them.

import { type Model, type Scene, sceneIn, sizeOf } from '../../diagram/index.ts';
import type { Lab, LabStore } from '../../store/index.ts';
import { summary, textOf } from '../../story/index.ts';
import type { Side } from '../../words/compare/index.ts';
import { lookOf, modelOf } from '../stage/picture.ts';
import { groundOf, onGround } from './ground.ts';
import { besideOf, companionOf, comparisonOf } from './session.ts';

/** One of both. */
export interface Taken {
  readonly lab: Lab;
  /** `A · TLS 1.3, client authentication required` */
  readonly run: string;
}

/** Both runs of a lab; undefined as long as there is one. */
export function takenBoth(store: LabStore): readonly [Taken, Taken] | undefined {
  if (!besideOf(store).getState().second) return undefined;
  const taken = (lab: Lab, side: Side): Taken => ({
    lab,
    run: `${side.toUpperCase()} · ${textOf(summary(lab.scenario, lab.timeline))}`,
  });
  return [taken(store.getState(), 'a'), taken(companionOf(store).getState(), 'b')];
}

/** The pictures of both, as they stand beside each other. @param room in which one of them is drawn */
export function scenesOf(
  [a, b]: readonly [Taken, Taken],
  room: HTMLElement,
): readonly { scene: Scene; caption: string }[] {
  const size = sizeOf(room);
  const { rows } = comparisonOf(a.lab.timeline, b.lab.timeline);
  const ground = groundOf({ a: a.lab.timeline, b: b.lab.timeline }, rows, a.lab.view, { a: size, b: size });
  const drawn = ({ lab, run }: Taken, model: Model) => ({ scene: sceneIn(size, model, lookOf(lab)), caption: run });
  return [drawn(a, onGround(modelOf(a.lab), ground, 'a')), drawn(b, onGround(modelOf(b.lab), ground, 'b'))];
}

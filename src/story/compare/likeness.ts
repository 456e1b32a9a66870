// In what the same step of two runs is not alike: by its bytes, by what protects it, and by what became of it. It must not know words.

import { type Bytes, equal } from '../../bytes/index.ts';
import type { Step, Timeline } from '../../lab/index.ts';
import { epochOf } from '../arrows.ts';
import { alertIn, dataIn, messageOf, neverRead } from '../reading.ts';

/**
 * `content`: what is said, before any protection; `keys`: which keys protect it, if any; `fate`: what the wire or the listener made of it.
 */
export type Aspect = 'content' | 'keys' | 'fate';

/** A step and the run it belongs to. */
export interface Place {
  readonly timeline: Timeline;
  readonly step: Step;
}

/** In what two places differ, in a fixed order; empty: in nothing that a reader could see. The same whichever comes first. */
export function aspectsOf(one: Place, other: Place): readonly Aspect[] {
  const differs = {
    content: !alike(contentOf(one), contentOf(other)),
    keys: epochOf(one.timeline, one.step) !== epochOf(other.timeline, other.step),
    fate: fateOf(one) !== fateOf(other),
  };
  return (Object.keys(differs) as Aspect[]).filter((aspect) => differs[aspect]);
}

/** What is said: a message with its header, the level and the code of an alert, data; undefined for what says nothing. */
function contentOf({ timeline, step }: Place): Bytes | undefined {
  const alert = step.kind === 'alert' ? alertIn(timeline, step) : undefined;
  if (alert) return Uint8Array.of(alert.level === 'fatal' ? 2 : 1, alert.code);
  return step.kind === 'data' ? dataIn(timeline, step) : messageOf(timeline, step)?.bytes;
}

function alike(one: Bytes | undefined, other: Bytes | undefined): boolean {
  return one && other ? equal(one, other) : one === other;
}

/** What the wire did to the records of a step, and whether it was heard. */
function fateOf({ timeline, step }: Place): string {
  const fates = step.moments.flatMap((at) => {
    const moment = timeline.moments[at];
    return moment && 'carriage' in moment && moment.carriage.fate !== 'delivered' ? [moment.carriage.fate] : [];
  });
  const heard = step.wreck ?? (step.kind !== 'change_cipher_spec' && neverRead(timeline, step) ? 'neverRead' : '');
  return [...fates, heard].join(' ');
}

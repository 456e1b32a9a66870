// The steps of both connections in one order. It must not know pictures, nor words.

import { isOverview, type Step, type Timeline } from '../../lab/index.ts';
import type { Proxied } from '../../lab/proxied/index.ts';

/** Which of a proxy's connections: that with the client, or that with the server behind. */
export type Half = 'front' | 'back';

/** A step of one of them. */
export interface Passage {
  readonly half: Half;
  readonly step: Step;
}

export type Halves = Pick<Proxied, 'front' | 'back'>;

/**
 * The steps of both, in an order in which it can have been. The connection behind is opened when the request has been read, since that says
 * where to and what to send; and the answer is passed on when it is there, or when the connection behind has failed. Of goodbyes nothing says
 * which comes first: here the client's connection ends first.
 */
export function passagesOf({ front, back }: Halves): readonly Passage[] {
  const of = (half: Half, steps: readonly Step[]) => steps.map((step): Passage => ({ half, step }));
  if (!back) return of('front', front.steps);
  const read = dataHeard(front, 'client');
  const answered = dataHeard(back, 'server') ?? back.steps.length;
  return [
    ...of('front', front.steps.slice(0, read)),
    ...of('back', back.steps.slice(0, answered)),
    ...of('front', front.steps.slice(read)),
    ...of('back', back.steps.slice(answered)),
  ];
}

/** The last step in which data came from a side; undefined where none did. */
function dataHeard({ steps }: Timeline, from: Step['from']): number | undefined {
  return steps.filter((step) => step.kind === 'data' && step.from === from && step.heard !== undefined).at(-1)?.number;
}

/** The least that is no overview: before the first step, and begun. */
const begun = 1e-3;

/**
 * Where one of the connections stands, in its own steps.
 * @param cursor in steps of both; 0: all of it
 */
export function cursorIn(passages: readonly Passage[], half: Half, cursor: number): number {
  if (isOverview(cursor)) return 0;
  const whole = Math.floor(cursor);
  const steps = passages.slice(0, whole).filter((each) => each.half === half).length;
  const under = passages[whole]?.half === half ? cursor - whole : 0;
  return Math.max(begun, steps + under);
}

// The story of both connections for those who listen: a sentence or two for each step, each with the connection that it is in. It must not
// know pictures.

import type { Proxied } from '../../lab/proxied/index.ts';
import { type Eyes, proxiedWords as words } from '../../words/proxied/index.ts';
import { type Spoken, spoken } from '../spoken.ts';
import { lensesOf } from './eyes.ts';
import { type Half, passagesOf } from './passages.ts';

/** All steps of both, in their order. What whoever looks knows nothing of is left out; the numbers stay. */
export function proxiedSpoken(run: Proxied, eyes: Eyes): readonly Spoken[] {
  const lenses = lensesOf(run.way, eyes);
  const told = (half: Half) => {
    const { [half]: timeline } = run;
    const lens = lenses[half];
    return timeline && lens !== null ? spoken(timeline, 0, lens) : [];
  };
  const all = { front: told('front'), back: told('back') };
  return passagesOf(run).flatMap(({ half, step }, index) => {
    const text = all[half].find((each) => each.step === step.number)?.text;
    const where = words.halves[run.way === 'pass-through' ? 'through' : half];
    return text === undefined ? [] : [{ step: index + 1, text: words.step(where, text) }];
  });
}

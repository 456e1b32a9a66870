// Asks the reader what comes next. Comes when somebody wants to be asked, and with it what questions are made of.

import { labParts } from '../../lab/index.ts';
import { Predict } from './Predict.tsx';

/** The part, as soon as the catalogue is at hand: its alerts are among the wrong answers. */
export async function predicting(): Promise<typeof Predict> {
  await labParts.need('mischief');
  return Predict;
}

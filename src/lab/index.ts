// The laboratory: plays a scenario between two endpoints and writes down what happened.

export {
  catalogue,
  demandsOf,
  type Entry,
  type Expectation,
  entryNamed,
  expectationOf,
  type Famous,
  famous,
  flawOf,
  hasSwitch,
  lacks,
  type PlainReason,
  parts as labParts,
  type Reason,
  staged,
  supply,
  type When,
} from './catalogue/index.ts';
export { agreeing, conflictOf, misbehaving, suiteOf } from './choices.ts';
export type { Circumstances, Trust } from './circumstances.ts';
export { excerpt } from './excerpt.ts';
export type { Demands, Depth, Exhibit, ExhibitView, LensName, Tab, UnitName } from './exhibit.ts';
export { framesIn } from './frames.ts';
export { type Conflict, type Hurdle, type MischiefFlaw, type Oddity, Unplayable } from './hurdle.ts';
export { endsWell, failed, landing, opensAt } from './landing.ts';
export {
  type FromLink,
  fromLink,
  type LinkFlaw,
  linkParts,
  type Possible,
  type Strange,
  toLink,
} from './link/index.ts';
export { neighbours } from './neighbours.ts';
export { play, run, runSupplied } from './run.ts';
export * from './scenario.ts';
export { type Station, stationsOf } from './states.ts';
export { finishedAt, isOverview, phases, remembered, stepAt, stepNumberAt, toldUpTo } from './time.ts';
export * from './timeline.ts';

export { oddityOf, unusualIn, type World } from './world.ts';

// The long prose: what the Explain pane says. Apart from the rest of the story, so that a page can load it when it needs it.

export { narrate } from './narrate.ts';
export type {
  Aside,
  CheckLine,
  CheckList,
  ExtensionLine,
  Fact,
  LogTable,
  Narration,
  Reference,
} from './narration.ts';
export { type Door, doorsOf, introduce } from './overview.ts';
export { episodeOf } from './sources.ts';
export { type Teller, type TellerName, tellerOf } from './teller.ts';

// What stands behind the words of the header. It is fetched when somebody opens one of them.

import { Exports } from './Exports.tsx';
import { ViewChoices } from './ViewChoices.tsx';

/** By the name of the word. */
export const menus = { export: Exports, view: ViewChoices };

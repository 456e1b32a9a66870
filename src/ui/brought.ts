// What comes late for those who bring certificates of their own. It must not know what is done with them.

import { shelf } from '../shelf/index.ts';

export const ownParts = shelf({ own: () => import('./own/index.ts') });

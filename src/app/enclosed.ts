// The entry of the page that carries a lesson: it opens with that one, and the platform that has opened it hears of it from the first moment. It
// must not know what is taught.

import { carried, carriedName } from '../ui/platform/index.ts';

if (carried && !/[?&]lesson=/.test(location.hash)) history.replaceState(history.state, '', `#1?lesson=${carriedName}`);
void import('./main.tsx');

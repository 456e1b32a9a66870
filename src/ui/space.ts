// How much fits side by side: all of it, all but the inspector, or one thing at a time.
// It must not know what is shown, nor how wide anything is drawn.

import { createContext, useContext } from 'react';
import { narrow, useMedia, wide } from './media.ts';

/** `desk`: three columns; `tablet`: the inspector is a drawer; `phone`: scenario and inspector are sheets over the picture. */
export type Space = 'desk' | 'tablet' | 'phone';

/** Whether the page is shown to a whole room: then everything is larger, and the picture has the screen for itself. */
export const LectureContext = createContext(false);

/** What fits, now and whenever that changes. */
export function useSpace(): Space {
  const lecture = useContext(LectureContext);
  const phone = useMedia(narrow);
  const desk = useMedia(wide);
  if (phone || lecture) return 'phone';
  return desk ? 'desk' : 'tablet';
}

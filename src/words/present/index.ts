// The words of presenting: what stands around the picture then, and on the console.

export const presentWords = {
  tools: 'Presenting',
  said: 'This step',
  beside: 'Sentence beside',
  below: 'Sentence below',
  audience: 'Audience window',
  black: 'Black screen',
  blackNow: 'The screen is black. B, a full stop, a step or a click ends it.',
  blackThere: 'The audience sees a black screen.',
  notes: 'Notes',
  wholeScreen: 'Whole screen',
  leave: 'Leave',
  keys: { black: 'B', notes: 'N', leave: 'Esc' },
  console: 'Console',
  ask: 'Ask',
  next: 'Next',
  last: 'This is the last step.',
  part: (number: number, title: string) => `part ${number}: ${title}`,
  partBefore: 'Part before',
  partAfter: 'Part after',
  clock: 'Clock',
  elapsed: 'Elapsed',
  again: 'From zero',
  partner: {
    none: '',
    refused:
      'The browser did not allow a second window. Allow pop-ups for this page, and press “Audience window” again.',
    awaited: 'The audience window is opening. Move it to the projector.',
    there: 'The audience window follows.',
    silent: 'The audience window does not answer. If it is closed, press “Audience window” again.',
  },
} as const;

// The words of what an exhibit locks.

export const lockWords = {
  locked: 'Whoever made this exhibit has locked this.',
  refused: 'Whoever made this exhibit has locked that, so it stays as it is.',
} as const;

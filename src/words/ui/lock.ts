// The words of what an exhibit locks.

export const lockWords = {
  refused: 'Whoever made this exhibit has locked that, so it stays as it is.',
} as const;

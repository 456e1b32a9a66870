// The words of the notice that there is a newer version of the page.

export const newerWords = {
  newer: 'There is a newer version of this page.',
  own: 'Your certificates are kept nowhere: after it, bring them again.',
  take: 'Reload',
  later: 'Later',
} as const;

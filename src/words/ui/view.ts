// The words of the choices behind *View*.

export const viewWords = {
  singleKeys: 'Keys that write are shortcuts',
  singleKeysMeaning: 'Digits and the question mark. Arrows, the space bar and the page keys work in any case.',
  predict: 'Ask what comes next',
  predictMeaning: 'The handshake stops before a step, and asks.',
} as const;

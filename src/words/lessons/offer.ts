// A line for those who see the page for the first time. Apart from other words about lessons: those come when there is one.

export const offerWords = { ask: 'New to this?', take: 'A lesson of ten minutes', all: 'All lessons' } as const;

// The words of the Inspector’s own controls and headings; what is told of a step comes from the story. They come with the Inspector.

/** What is said above the overview, which tells what the eyes that are looked through can’t know. */
export const beyondWords = {
  client: 'Told with what both ends know. The client by itself knows less: the steps show how much.',
  server: 'Told with what both ends know. The server by itself knows less: the steps show how much.',
  wire: 'Told with what both ends know. Somebody who listens on the wire knows less: the steps show how much.',
} as const;

export const printWords = {
  title: 'A mutual TLS handshake',
  link: 'The same handshake to step through:',
  ownLink: 'Certificates of somebody’s own were in use, which are in no link. The same with those of the demo:',
  steps: 'Step by step',
  missing:
    'Some explanations had not arrived when this was printed. Print again in a moment; if they are still missing then, check the connection.',
} as const;

/** Of the questions on paper. */
export const questionWords = { questions: 'What do you think?', answers: 'Answers' } as const;

/** Of the picture's rows, as they are heard. */
export const rowWords = {
  list: 'The rows of the picture',
  row: (who: string, what: string, more?: string) => `${who}: ${what}${more === undefined ? '' : `, ${more}`}`,
  ghost: 'did not happen',
  outcomes: { done: 'done', passed: 'passed', failed: 'refused' },
} as const;

export const explainWords = {
  depth: 'How much to say',
  depths: { sentence: 'Sentence', paragraph: 'Paragraph', details: 'Details' },
  why: 'Why it is there',
  breaksWithout: 'What breaks without it',
  extensions: 'Extensions it carries',
  without: 'Without it:',
  facts: 'In this run',
  references: 'Read more',
  newTab: '(opens in a new tab)',
  outcomes: {
    passed: 'passed',
    warned: 'taken with a warning',
    failed: 'failed',
    open: 'still to come',
    skipped: 'not looked at',
  },
} as const;

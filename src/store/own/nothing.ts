// What is there before anybody brings anything, and of a file before it is opened. Data only.

import type { OwnState } from './state.ts';

export const nothing: OwnState = {
  files: [],
  put: [],
  wishes: { verifyDepth: null, profile: 'usual', crlCheck: false, like: {} },
  news: null,
  differences: null,
  compared: null,
  assumed: [],
  answer: null,
  cause: null,
  supplied: { client: { shows: 'demo', trusts: 'demo' }, server: { shows: 'demo', trusts: 'demo' } },
  offers: [],
  tried: null,
  looked: null,
};

export const unopened = {
  kind: undefined,
  items: [],
  flaws: [],
  remarks: [],
  layers: [],
  locked: false,
  refused: false,
} as const;

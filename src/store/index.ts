// The memory of one mounted lab: what is played, where the cursor stands, what is looked at, how the reader looks at it.

export * from './selectors.ts';
export * from './state.ts';
export * from './store.ts';

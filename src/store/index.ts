// The memory of one mounted lab: what is played, where the cursor stands, what is looked at, which panes are open.

export * from './selectors.ts';
export * from './state.ts';
export * from './store.ts';

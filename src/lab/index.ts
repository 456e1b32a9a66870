// The laboratory: plays a scenario between two endpoints and writes down what happened.

export * from './scenario.ts';
export * from './timeline.ts';

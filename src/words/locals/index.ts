// The words for what a side does by itself.

export * as checks from './checks.ts';
export * as choice from './choice.ts';
export { factNames, nobody } from './facts.ts';
export * as keys from './keys.ts';
export * as milestones from './milestones.ts';
export { ghost } from './milestones.ts';

// Questions of the machines inside a lesson. Loaded when a part has one, or its author wants one.

export { Kinds } from './Kinds.tsx';
export { Predicted } from './Predicted.tsx';

// Questions of the machines inside a lesson. Loaded when a part has one.

export { Predicted } from './Predicted.tsx';

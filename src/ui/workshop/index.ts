// Where somebody makes a lesson. Loaded when they begin.

export { Workshop } from './Workshop.tsx';

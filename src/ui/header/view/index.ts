// The part of the header that comes when somebody opens it.

export { ViewChoices } from './ViewChoices.tsx';

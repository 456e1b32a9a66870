// The part of the scenario's column that comes when somebody wants to change the handshake.

export { Choices } from './Choices.tsx';

// The long prose about failures, apart from the rest: a page whose handshake goes well never loads it.

export { failedCheckOf } from './check.ts';
export { refusalOf } from './refusal.ts';

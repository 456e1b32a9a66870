// The long prose about failures, apart from the rest: a page whose handshake goes well never loads it.

export { failedCheckOf } from './check.ts';
export { cutSeenBy } from './ending.ts';
export { refusalOf, sightOf } from './refusal.ts';

// The words of the Explain pane, by what they tell. What is loaded of them is what somebody takes from here.

export type { DataValues } from './afterwards.ts';
export * as afterwards from './afterwards.ts';
export { newsOf } from './alerts.ts';
export type { ProofFit } from './authentication.ts';
export * as authentication from './authentication.ts';
export { type ChainValues, type EmptyValues, emptyCertificate, unreadableCertificate } from './authentication.ts';
export * as checks from './checks.ts';
export { messageChecks } from './checks.ts';
export * as extensions from './extensions.ts';
export * as sights from './eyes.ts';
export { factNames, factValues } from './facts.ts';
export * as failures from './failures.ts';
export { conductTitle, conductWords, type Harm, seenWith } from './failures.ts';
export * as fates from './fates.ts';
export { chainHeading, heading, type Parties } from './headings.ts';
export * as lateMessages from './late-messages.ts';
export { otherMessage, outOfPlace } from './late-messages.ts';
export { chainLesson, lesson } from './lessons.ts';
export type { HelloValues } from './negotiation.ts';
export * as negotiation from './negotiation.ts';
export * as overview from './overview.ts';
export { doorWords, introduction, type OpenValues } from './overview.ts';
export type { Prose } from './prose.ts';
export * as writes from './writes.ts';

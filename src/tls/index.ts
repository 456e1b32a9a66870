// The engine: a sans-IO TLS endpoint for either role. It teaches; it is not for production traffic.

export type { CauseValues } from './cause.ts';
export * from './config.ts';
export { Endpoint, type Status } from './endpoint.ts';
export { type Alerts, alertFor, alertOfCause, type Fault, type FaultCause } from './fault.ts';
export * from './insight.ts';
export type { Checksum, ChoiceReason, IgnoredReason, ProtocolReason, SignedContent, Weighed } from './reason.ts';
export * from './terms.ts';
export * from './wire/iana.ts';
export type { MessageName } from './wire/message.ts';
export { recordField } from './wire/record.ts';

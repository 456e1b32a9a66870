// The words of the Explain pane about the messages of TLS 1.2.

export { factNames12, factValues12, messageChecks12, shareCheck } from './checks.ts';
export type { MasterValues, Voucher } from './exchange.ts';
export * as exchange from './exchange.ts';
export type { Suite12Values } from './hellos.ts';
export * as hellos from './hellos.ts';
export * as proofs from './proofs.ts';

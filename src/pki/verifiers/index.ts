// How other verifiers judge chains, and whether a certificate was revoked. Needed by whoever brings certificates or asks for lists.

export { judgeBy } from './method.ts';
export { type ListTemplate, mintList } from './mint-list.ts';
export type { Revocation } from './revocation.ts';
export type { Rules } from './rules.ts';
